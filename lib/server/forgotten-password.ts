import "server-only";
import { randomUUID } from "node:crypto";
import { db } from "./db";
import { enqueue } from "./jobs/enqueue";
import { countTry } from "./throttle";

const perAddress = { tries: 3, windowMs: 3_600_000 };
const inAll = { tries: 200, windowMs: 3_600_000 };

/**
 * Somebody says they forgot their password. Known or unknown, the same work in the same order: two counters, one look-up, one
 * job; who it is for is decided by the worker, which draws the link as well. security.md AU6, RL3.
 * Seconds to wait, or 0: told by what was typed alone.
 */
export async function askPasswordLink(email: string): Promise<number> {
  const address = email.normalize("NFKC").trim().toLowerCase().slice(0, 254);
  const wait = Math.max(await countTry("forgotten-password", address, perAddress), await countTry("forgotten-password-all", "all", inAll));
  if (wait > 0) return wait;
  const known = /\p{Cc}/u.test(address) ? null : await db().staff.findUnique({ where: { email: address }, select: { id: true } });
  await enqueue(db(), "send-password-link", { staffId: known?.id ?? randomUUID() });
  return 0;
}
