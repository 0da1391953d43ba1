import "server-only";
import type { Decided } from "@/lib/request/command";
import type { CaseFile } from "@/lib/request/case-file";
import type { NewEvent, RequestEvent } from "@/lib/request/event";
import { attachedFiles, destroyedFiles, letterOf } from "@/lib/request/reactions";
import { evolve } from "@/lib/request/evolve";
import type { SubjectRequest } from "@/lib/request/request";
import { summary } from "@/lib/request/summary";
import type { ClockFacts } from "./clock-facts";
import type { Tx } from "./db";
import { append } from "./events";
import { countRow } from "./figure-cells";
import { enqueue } from "./jobs/enqueue";
import { forgetOpenCounts } from "./reads/open-counts";
import { writeSearchEntry } from "./search-entry";
import { type Case, sealCaseFile } from "./store";
import { syncTasks } from "./tasks/sync";
import { emailToken } from "./tokens";

/** Writes what was decided, in the caller's transaction: events, row, case file, files, jobs. Returns the new version. */
export async function write(tx: Tx, found: Case, decided: Decided, actor: string, clock: ClockFacts): Promise<number> {
  const { reference } = found.request;
  const { request, events } = follow(found.request, decided.events, actor, clock);
  await append(tx, clock.at, events.map((event) => ({ ...event, reference })));
  const caseFile = decided.caseFile ?? found.caseFile;
  const row = rowOf(request, caseFile, clock);
  const kept = { ...row, ...sinceClosing(row, found.row) };
  await tx.subjectRequest.update({ where: { reference }, data: { ...kept, ...(await sealed(tx, found, decided.caseFile)) } });
  await countRow(tx, found.row, kept);
  if (kept.assigneeId !== found.row.assigneeId || kept.isOnDesk !== found.row.isOnDesk) forgetOpenCounts();
  // The day of receipt never changes.
  if (decided.caseFile && found.key) await writeSearchEntry(tx, { reference, receivedOn: row.receivedOn, caseFile: decided.caseFile });
  for (const event of events) await settle(tx, reference, event, Boolean(caseFile?.requester.email));
  const ended = await syncTasks(tx, found.request, request, clock.at);
  // Uploaded for a task that has ended, and never sent.
  if (ended.length > 0) await destroyFiles(tx, { taskId: { in: ended }, pending: true });
  return request.version;
}

/** What every event brings with it, whoever wrote it: files join or leave the case, a letter is due. Without an e-mail address staff print it. */
export async function settle(tx: Tx, reference: string, event: RequestEvent, hasEmail: boolean): Promise<void> {
  const attached = attachedFiles(event);
  if (attached.length > 0) await attach(tx, reference, attached);
  if (event.type === "CaseFilePurged") await purge(tx, reference);
  if (event.type === "AddressRecorded" && event.data.emailChanged) await endFollowing(tx, reference, new Date(event.at));
  if (event.type === "NoteAdded") await mention(tx, reference, event, event.data.mentions ?? []);
  await destroyFiles(tx, { id: { in: destroyedFiles(event) } });
  const letter = letterOf(event);
  if (letter && hasEmail) await enqueue(tx, "send-letter", { reference, eventId: event.id, letter }, { key: `${letter}:${event.id}` });
}

/** Codes sent to the address before, and sessions they opened, end with it: they prove nothing of the new one. */
async function endFollowing(tx: Tx, reference: string, at: Date): Promise<void> {
  await tx.followCode.updateMany({ where: { reference, usedAt: null }, data: { usedAt: at } });
  await tx.followSession.updateMany({ where: { reference, revokedAt: null }, data: { revokedAt: at } });
}

async function mention(tx: Tx, reference: string, { id: eventId, at }: RequestEvent, staff: string[]): Promise<void> {
  if (staff.length === 0) return;
  await tx.mention.createMany({ data: staff.map((staffId) => ({ eventId, staffId, reference, at: new Date(at) })) });
  for (const staffId of staff) await enqueue(tx, "send-mention", { eventId, staffId }, { key: `mention:${eventId}:${staffId}` });
}

async function attach(tx: Tx, reference: string, files: string[]): Promise<void> {
  await tx.file.updateMany({ where: { id: { in: files } }, data: { reference, draftId: null, pending: false } });
  const marks = await tx.pictureMark.updateMany({ where: { fileId: { in: files } }, data: { reference } });
  if (marks.count > 0) await enqueue(tx, "find-signals", { reference });
}

/** Deletes the rows, and with them the keys: unreadable from the commit on. The blobs are unlinked after it. */
export async function destroyFiles(tx: Tx, where: { id: { in: string[] } } | { reference: string } | { draftId: string } | { taskId: { in: string[] }; pending: true } | { reference: string; pending: true; staffId: null; createdAt: { lt: Date } }): Promise<void> {
  if ("id" in where && where.id.in.length === 0) return;
  const files = await tx.file.findMany({ where, select: { id: true, blobs: true, original: true } });
  if (files.length === 0) return;
  const ids = files.map((file) => file.id);
  await tx.file.deleteMany({ where: { id: { in: ids } } });
  // Of a document that was part of a case the hashes outlive it, as long as their own rule lets them.
  await tx.pictureMark.deleteMany({ where: { fileId: { in: ids }, reference: null } });
  await enqueue(tx, "remove-blobs", { blobs: files.flatMap(blobsOf) });
}

/** Every blob a file's row points to. */
export function blobsOf({ blobs, original }: { blobs: string[]; original: string | null }): string[] {
  return original === null ? blobs : [...blobs, original];
}

async function purge(tx: Tx, reference: string): Promise<void> {
  await destroyFiles(tx, { reference });
  await tx.pictureMark.deleteMany({ where: { reference } });
  await tx.departmentTask.deleteMany({ where: { reference } });
  await tx.mention.deleteMany({ where: { reference } });
  const { receivedOn } = await tx.subjectRequest.update({ where: { reference }, data: { wrappedKey: null, caseFile: null, emailToken: null } });
  await tx.importedLine.updateMany({ where: { reference }, data: { content: null } });
  await writeSearchEntry(tx, { reference, receivedOn, caseFile: null });
}

/** Retention runs from the closing, not from what was written after it; nor does a later change of the clock's settings make an answer late: only another day of answer, as of a letter posted since, does. */
function sinceClosing({ closedAt, answeredOn, isOnTime }: Pick<Case["row"], "closedAt" | "answeredOn" | "isOnTime">, before: Case["row"]): Pick<Case["row"], "closedAt" | "isOnTime"> {
  const wasClosed = closedAt !== null && before.closedAt !== null;
  return { closedAt: wasClosed ? before.closedAt : closedAt, isOnTime: wasClosed && answeredOn?.getTime() === before.answeredOn?.getTime() ? (before.isOnTime ?? isOnTime) : isOnTime };
}

function follow(start: SubjectRequest, decided: readonly NewEvent[], actor: string, clock: ClockFacts) {
  let request = start;
  const events = decided.map((event) => {
    const remembered = { ...event, sequence: request.version + 1, at: clock.at.toISOString(), on: clock.today, actor } as RequestEvent;
    request = evolve(request, remembered, start.reference);
    return remembered;
  });
  return { request, events };
}

async function sealed(tx: Tx, found: Case, caseFile: CaseFile | undefined) {
  if (!caseFile || !found.key) return {};
  const { email } = caseFile.requester;
  return { caseFile: sealCaseFile(found.key, found.request.reference, caseFile), emailToken: email ? await emailToken(email, tx) : null };
}

/** The queue row's columns, from the state. */
export function rowOf(request: SubjectRequest, caseFile: CaseFile | null, clock: ClockFacts) {
  const { isClosed, ...row } = summary(request, caseFile, clock);
  return {
    ...row,
    receivedAt: new Date(row.receivedAt),
    receivedOn: new Date(row.receivedOn),
    dueOn: new Date(row.dueOn),
    targetOn: new Date(row.targetOn),
    messageDueOn: row.messageDueOn && new Date(row.messageDueOn),
    suspendedOn: row.suspendedOn && new Date(row.suspendedOn),
    taskDueOn: row.taskDueOn && new Date(row.taskDueOn),
    reopenedOn: row.reopenedOn && new Date(row.reopenedOn),
    answeredOn: row.answeredOn && new Date(row.answeredOn),
    closedAt: isClosed ? clock.at : null,
  };
}
