import "server-only";
import type { CalendarDate } from "@/lib/law/calendar";
import { firstEraseOn } from "@/lib/law/retention";
import { purgeCaseFile } from "@/lib/request/retain/purge-case-file";
import { systemActor } from "../actor";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db } from "../db";
import { log } from "../log";
import { perform } from "../perform";
import { destroyFiles } from "../write";
import type { Handler } from "./job";
import { retainProofs } from "./retain-proofs";

/** Erases what its retention ended: the files of a reply, the case file with its key, proofs nobody decided on. GDPR Art. 5(1)(e). */
export const retain: Handler<"retain"> = async () => {
  const today = civilDay(now());
  const packages = await retainReplyFiles(today);
  const caseFiles = await retainCaseFiles(today);
  const proofs = await retainProofs();
  await retainMarks(today);
  log.info({ code: "retained", count: packages + caseFiles + proofs });
};

/** Of each reply by itself, from the day it was sent: a case taken up again has more than one, and is not closed meanwhile. */
async function retainReplyFiles(today: CalendarDate): Promise<number> {
  const sent = await db().$queryRaw<{ id: string; fileIds: string[]; at: Date }[]>`
    select event.id, array_agg(file.id::text) as "fileIds", event.at
    from "File" file join "Event" event on event.reference = file.reference and event.type = 'ReplySent' and event.data->'fileIds' ? file.id::text
    where file.purpose = 'reply' and not file.pending
    group by event.id, event.at`;
  const due = sent.filter(({ at }) => isDue(firstEraseOn("reply-package", { "made-available": civilDay(at) }), today));
  for (const { fileIds } of due) await db().$transaction((tx) => destroyFiles(tx, { id: { in: fileIds } }));
  return due.length;
}

/** But where directives for after one's death were recorded: LIL art. 85 I. Oldest first, so that the first one not due ends the walk. */
async function retainCaseFiles(today: CalendarDate): Promise<number> {
  for (let count = 0; ; count++) {
    const oldest = await db().subjectRequest.findFirst({ where: { closedAt: { not: null }, wrappedKey: { not: null }, keepsDirective: false }, orderBy: { closedAt: "asc" }, select: { reference: true, closedAt: true } });
    if (!oldest || !isDue(firstEraseOn("case-file", { closed: dayOf(oldest.closedAt) }), today)) return count;
    const done = await perform(systemActor(), purgeCaseFile, {}, { reference: oldest.reference });
    if ("refused" in done) throw new Error(`purge-${done.refused}`);
  }
}

/** Hashes of pictures, from the oldest day on, until one is not due. */
async function retainMarks(today: CalendarDate): Promise<void> {
  for (;;) {
    const oldest = await db().pictureMark.findFirst({ orderBy: { createdAt: "asc" }, select: { createdAt: true } });
    if (!oldest || !isDue(firstEraseOn("picture-mark", { received: civilDay(oldest.createdAt) }), today)) return;
    await db().pictureMark.deleteMany({ where: { createdAt: { lte: new Date(oldest.createdAt.getTime() + 3_600_000) } } });
  }
}

function isDue(on: CalendarDate | null, today: CalendarDate): boolean {
  return on !== null && on <= today;
}

function dayOf(closedAt: Date | null): CalendarDate | undefined {
  return closedAt ? civilDay(closedAt) : undefined;
}
