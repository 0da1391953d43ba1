import "server-only";
import type { CalendarDate } from "@/lib/law/calendar";
import type { CaseFile } from "@/lib/request/case-file";
import type { Task } from "@/lib/request/handle/task";
import type { TaskActor } from "../actor";
import { recordAccess } from "../audit";
import { db } from "../db";
import { fileName } from "../file-name";
import { loadCaseFor } from "../store";
import { type ScanShown, scanShown } from "./scan-shown";

export type TaskFile = { id: string; name: string; bytes: number; pages: number; scan: ScanShown };
/** Whose data it is about: what a department needs to find them, and nothing else of the case. `representedBy`: who asks for them. `address`: what marketing is to use no more. */
export type TaskPerson = { name: string | null; representedBy: string | null; email: string | null; customerNumber: string | null; address: string | null };
export type DepartmentTaskView = {
  id: string;
  reference: string;
  dueOn: CalendarDate;
  words: string;
  person: TaskPerson;
  /** The answer given so far. */
  answer: { outcome: Task["outcome"]; reason: Task["reason"]; note: string | null; on: CalendarDate; files: TaskFile[] } | null;
  /** Uploaded, not yet sent. */
  waiting: TaskFile[];
};

/** All a department may see of its task, built field by field; null when it is not to be answered any more. The look is recorded first. */
export async function departmentTask(actor: TaskActor): Promise<DepartmentTaskView | null> {
  const found = await loadCaseFor(actor, actor.reference);
  const task = found?.request.tasks.find(({ id }) => id === actor.taskId);
  const text = found?.caseFile?.tasks.find(({ id }) => id === actor.taskId);
  if (!found?.caseFile || !found.key || !task || !text || (task.is !== "open" && task.is !== "answered")) return null;
  await recordAccess(actor, "TaskViewed", { reference: actor.reference, taskId: task.id });
  const { key } = found;
  const rows = await db().file.findMany({ where: { reference: actor.reference, taskId: task.id }, orderBy: { createdAt: "asc" } });
  const files = rows.map((row) => ({ pending: row.pending, id: row.id, name: fileName(key, row), bytes: row.bytes, pages: row.blobs.length, scan: scanShown(row) }));
  const listed = (wanted: (file: (typeof files)[number]) => boolean) => files.filter(wanted).map(({ pending, ...file }) => file);
  const last = text.answers.at(-1);
  return {
    id: task.id,
    reference: actor.reference,
    dueOn: task.dueOn,
    words: text.words,
    person: personOf(found.caseFile),
    answer: last && task.answeredOn ? { outcome: task.outcome, reason: task.reason, note: last.note, on: task.answeredOn, files: listed(({ id }) => last.fileIds.includes(id)) } : null,
    waiting: listed(({ pending }) => pending),
  };
}

/** The person the data is about: who died, who is represented, else who asks. */
function personOf({ requester, represented, deceased, claims }: CaseFile): TaskPerson {
  const addresses = Object.values(claims).flatMap((claim) => ((claim.right === "objection" || claim.right === "withdraw-consent") && claim.answers.address ? [claim.answers.address] : []));
  const address = [...new Set(addresses)].join(", ") || null;
  if (deceased) return { name: deceased.name, representedBy: null, email: deceased.email, customerNumber: deceased.customerNumber, address };
  const { name, email, customerNumber } = requester;
  return represented ? { name: represented.name, representedBy: name, email, customerNumber, address } : { name, representedBy: null, email, customerNumber, address };
}
