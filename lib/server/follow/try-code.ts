import "server-only";
import { now } from "../clock";
import { db } from "../db";
import { verify } from "../follow-code";
import { openSession } from "./requester-session";

/** `token`: the secret of the session just opened. `left`: tries left. `dead`: the code is spent, expired or unknown. */
export type Tried = { reference: string; token: string } | { left: number } | "dead";

type Live = { reference: string | null; lookup: Uint8Array; triesLeft: number };

/**
 * Tries a code. Every try is taken off before it is judged, so that tries in parallel cannot exceed five; the right code is
 * spent with the session it opens, in one transaction, and takes every other code of the same look-up with it.
 * A code asked for in vain answers like a wrong one. security.md AU9, AU10.
 */
export async function tryCode(id: string, typed: string, at: Date = now()): Promise<Tried> {
  return db().$transaction(async (tx) => {
    const [live] = await tx.$queryRaw<Live[]>`
      update "FollowCode" set "triesLeft" = "triesLeft" - 1
      where id = ${id}::uuid and "usedAt" is null and "triesLeft" > 0 and "expiresAt" > ${at}
      returning reference, lookup, "triesLeft"`;
    if (!live) return "dead";
    const isCorrect = verify(id, typed);
    if (!isCorrect || live.reference === null) return live.triesLeft > 0 ? { left: live.triesLeft } : "dead";
    await tx.followCode.updateMany({ where: { lookup: new Uint8Array(live.lookup), usedAt: null }, data: { usedAt: at } });
    return { reference: live.reference, token: await openSession(tx, live.reference, at) };
  });
}
