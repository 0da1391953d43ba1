import "server-only";
import { clientNetwork } from "./client-prefix";
import { now } from "./clock";
import { db } from "./db";
import { keyed } from "./tokens";

type Limit = { tries: number; windowMs: number };

/**
 * Counts one try and says how long to wait when there were too many in the window: seconds, or 0 when it may go on.
 * Keys are stored as keyed hashes. One statement, so parallel tries are all counted. `weight`: how many it counts for; of none,
 * it is only asked.
 */
export async function countTry(purpose: string, subject: string, { tries, windowMs }: Limit, weight = 1): Promise<number> {
  const at = now();
  const end = new Date(at.getTime() + windowMs);
  const rows = await db().$queryRaw<{ count: number; windowEnd: Date }[]>`
    insert into "Throttle" (key, count, "windowEnd") values (${await keyed(`throttle.${purpose}`, subject)}, ${weight}, ${end})
    on conflict (key) do update set
      count = case when "Throttle"."windowEnd" <= ${at} then excluded.count else "Throttle".count + excluded.count end,
      "windowEnd" = case when "Throttle"."windowEnd" <= ${at} then ${end} else "Throttle"."windowEnd" end
    returning count, "windowEnd"`;
  const row = rows[0];
  if (!row || row.count <= tries) return 0;
  return Math.max(1, Math.ceil((row.windowEnd.getTime() - at.getTime()) / 1000));
}

/**
 * The same for what anybody may do without saying who they are: by the network they come from (`address`: as the edge saw it),
 * and by all together. What one network did too often does not count for all: it can fill its own measure only. security.md RL1.
 */
export async function countClient(purpose: string, address: string | null, { perNetwork, inAll }: { perNetwork: Limit; inAll: Limit }): Promise<number> {
  const network = clientNetwork(address);
  const wait = network === null ? 0 : await countTry(`${purpose}-network`, network, perNetwork);
  return wait > 0 ? wait : countTry(`${purpose}-all`, "all", inAll);
}

/** Forgets the tries of one subject, after a success. */
export async function forgetTries(purpose: string, subject: string): Promise<void> {
  await db().throttle.deleteMany({ where: { key: await keyed(`throttle.${purpose}`, subject) } });
}
