/**
 * How a server stops: first it says so (health answers 503 and every answer
 * closes its connection), then it takes nothing new, lets what is under way
 * finish, and at last cuts what remains.
 */
import "server-only";
import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const announceMs = 500;
const drainMs = 30_000;

/** One stop of one server; asked twice, it stops once. */
export function createDrain() {
  let isDraining = false;
  return {
    isDraining: () => isDraining,
    /** Resolves when the last connection is gone, within 30 seconds. */
    async drain(server: Server, limitMs = drainMs): Promise<void> {
      if (isDraining) return;
      isDraining = true;
      await sleep(announceMs);
      const closed = new Promise<void>((done) => { server.close(() => done()); });
      const idle = setInterval(() => server.closeIdleConnections(), 250);
      await Promise.race([closed, sleep(limitMs)]);
      clearInterval(idle);
      server.closeAllConnections();
    },
  };
}
