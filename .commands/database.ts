/** The database of a command: DATABASE_URL when it is set, else the embedded server of DATA_DIR. */
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { startPostgres } from "./postgres.mjs";

export type Database = {
  url: string;
  /** From now on starts the embedded server again, at the same address, whenever it is gone; an external one is not ours. */
  keepRunning(): void;
  /** Stops the server if this process started it, or if nobody else uses it any more. */
  release(): Promise<void>;
};

/** Finds or starts the database and hands back its address. */
export async function openDatabase(): Promise<Database> {
  const { databaseUrl, dataDir } = env();
  if (databaseUrl !== undefined) return { url: databaseUrl, keepRunning: () => {}, release: async () => {} };
  let server = await startPostgres(dataDir);
  let watch: NodeJS.Timeout | undefined;
  let restart: Promise<void> | undefined;
  const startAgain = async () => {
    log.error({ code: "child_died", job: "database" });
    const { port } = server;
    server = await startPostgres(dataDir, { port });
  };
  return {
    url: server.url(),
    keepRunning: () => {
      watch = setInterval(() => {
        if (restart || !server.isGone()) return;
        // It may refuse while a process of the dead one is still leaving: the next second tries again.
        restart = startAgain().catch((error: unknown) => log.error({ code: "database_not_started", error })).finally(() => { restart = undefined; });
      }, 1000);
    },
    release: async () => {
      clearInterval(watch);
      await restart;
      const isShared = server.isAdopted && (await server.isInUse().catch(() => false));
      if (!isShared) await server.stop();
    },
  };
}
