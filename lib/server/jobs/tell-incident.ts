import "server-only";
import { tellIncident } from "@/lib/request/handle/tell-incident";
import { systemActor } from "../actor";
import { db } from "../db";
import { NotFound, performIn } from "../perform";
import type { Handler } from "./job";

/** As many as are read at once. */
const batch = 200;

/**
 * Tells everybody of the incident whose request is open, each once: the case remembers the letter, so the job may break off
 * and run again. Who cannot be written to is passed over, and counted by nobody.
 */
export const tellIncidentJob: Handler<"tell-incident"> = async ({ letterId }, { signal }) => {
  const letter = await db().incidentLetter.findUnique({ where: { id: letterId } });
  if (!letter) return;
  for (let after = ""; ; ) {
    const rows = await db().subjectRequest.findMany({ where: { incidentId: letter.incidentId, closedAt: null, reference: { gt: after } }, select: { reference: true, locale: true }, orderBy: { reference: "asc" }, take: batch });
    for (const { reference, locale } of rows) {
      signal?.throwIfAborted();
      await tell(letter, reference, locale === "en" ? letter.en : letter.fr);
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.reference;
  }
  await db().incidentLetter.update({ where: { id: letterId }, data: { sendingSince: null } });
};

async function tell({ id, incidentId }: { id: string; incidentId: string }, reference: string, body: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const done = await performIn(tx, systemActor(), tellIncident, { incidentId, letterId: id, body }, { reference });
    if ("ok" in done) await tx.incidentLetter.update({ where: { id }, data: { told: { increment: 1 } } });
  }).catch((fault: unknown) => { if (!(fault instanceof NotFound)) throw fault; });
}
