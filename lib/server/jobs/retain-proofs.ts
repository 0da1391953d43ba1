import "server-only";
import { destroyUndecided } from "@/lib/request/check/destroy-undecided";
import { systemActor } from "../actor";
import { db } from "../db";
import { log } from "../log";
import { perform } from "../perform";

/** Destroys the proofs nobody decided on in time; how old they are is read off the events. An error in the log: somebody should have looked. security.md UP8. */
export async function retainProofs(): Promise<number> {
  const waiting = await db().subjectRequest.findMany({ where: { state: "identity-to-check" }, select: { reference: true }, orderBy: { reference: "asc" } });
  let count = 0;
  for (const { reference } of waiting) {
    const done = await perform(systemActor(), destroyUndecided, {}, { reference });
    if ("refused" in done) continue;
    log.error({ code: "proofs_undecided", reference });
    count += 1;
  }
  return count;
}
