import "server-only";
import type { Locale } from "@/lib/i18n/locale";
import { type CalendarDate, daysBetween } from "@/lib/law/calendar";
import type { Right } from "@/lib/law/rights";
import type { Channel } from "@/lib/request/arrival";
import { isAwayOn } from "@/lib/request/absence";
import type { RequestState, Stage } from "@/lib/request/request";
import type { Prisma } from "../db";
import { awayOf } from "../absence";
import { db } from "../db";
import { openCaseFile, requestKey } from "../store";
import { dayOf } from "../date-column";

export type QueueRow = {
  reference: string;
  requesterName: string | null;
  rights: Right[];
  state: RequestState;
  stage: Stage;
  waitingFor: string;
  /** Departments that have not answered yet. */
  tasks: { is: "open"; isLate: boolean; department: Record<Locale, string> }[];
  dueOn: CalendarDate;
  receivedOn: CalendarDate;
  daysLeft: number;
  suspended: boolean;
  effectAtOnce: boolean;
  channel: Channel;
  hasLettersToPost: boolean;
  lacksReceiptProof: boolean;
  locale: string;
  assignee: { id: string; name: string; isHere: boolean; awayUntil: CalendarDate | null } | null;
  teamId: string | null;
};

/** What of a row is read; the sealed part is read once the look is being recorded. */
export const shown = {
  reference: true, rights: true, state: true, stage: true, waitingFor: true, dueOn: true, receivedOn: true, suspended: true, effectAtOnce: true,
  channel: true, hasLettersToPost: true, lacksReceiptProof: true, locale: true, assigneeId: true, teamId: true, hasOpenTasks: true,
} as const;

type OpenTask = QueueRow["tasks"][number] & { reference: string };

/** One statement, where any row of the page waits for a department. */
export async function openTasksOf(page: readonly Found[], today: CalendarDate): Promise<OpenTask[]> {
  const references = page.filter(({ hasOpenTasks }) => hasOpenTasks).map(({ reference }) => reference);
  if (references.length === 0) return [];
  const found = await db().$queryRaw<{ reference: string; isLate: boolean; fr: string; en: string }[]>`
    select task.reference, task."dueOn" < ${today}::date as "isLate", department."nameFr" as fr, department."nameEn" as en
    from "DepartmentTask" task join "Department" department on department.id = task."departmentId" where task.reference = any(${references}::text[]) and task.state = 'open'`;
  return found.map(({ reference, isLate, fr, en }) => ({ reference, is: "open", isLate, department: { fr, en } }));
}

type Assignee = { id: string; name: string; awayFrom: Date | null; awayUntil: Date | null };
type Named = { requesterName: string | null; assignee: Assignee | null };
type NameRow = { reference: string; wrappedKey: string | null; caseFile: string | null; id: string | null; name: string; awayFrom: Date | null; awayUntil: Date | null };

/** Who asks, out of the case files, and who handles it. Written out, and what is sealed as text: the client takes several times as long over bytes. */
export async function namesOf(references: readonly string[]): Promise<Map<string, Named>> {
  const rows = await db().$queryRaw<NameRow[]>`
    select request.reference, encode(request."wrappedKey", 'base64') as "wrappedKey", encode(request."caseFile", 'base64') as "caseFile", staff.id::text, staff.name, staff."awayFrom", staff."awayUntil"
    from "SubjectRequest" request left join "Staff" staff on staff.id = request."assigneeId" where request.reference = any(${[...references]}::text[])`;
  const named = rows.map(async ({ reference, id, name, awayFrom, awayUntil, ...sealed }) => {
    const bytes = (text: string | null) => (text === null ? null : Buffer.from(text, "base64"));
    const [key, file] = [await requestKey({ reference, wrappedKey: bytes(sealed.wrappedKey) }), bytes(sealed.caseFile)];
    const caseFile = key && file ? openCaseFile(key, reference, file) : null;
    return [reference, { requesterName: caseFile?.requester.name ?? null, assignee: id === null ? null : { id, name, awayFrom, awayUntil } }] as const;
  });
  return new Map(await Promise.all(named));
}

type Found = Prisma.SubjectRequestGetPayload<{ select: typeof shown }>;

export function rowOf(row: Found, named: Named | undefined, tasks: readonly OpenTask[], today: CalendarDate): QueueRow {
  const dueOn = dayOf(row.dueOn);
  return {
    reference: row.reference,
    requesterName: named?.requesterName ?? null,
    rights: row.rights as Right[],
    state: row.state as RequestState,
    stage: row.stage as Stage,
    waitingFor: row.waitingFor,
    tasks: tasks.filter(({ reference }) => reference === row.reference),
    dueOn,
    receivedOn: dayOf(row.receivedOn),
    daysLeft: daysBetween(today, dueOn),
    suspended: row.suspended,
    effectAtOnce: row.effectAtOnce,
    channel: row.channel as Channel,
    hasLettersToPost: row.hasLettersToPost,
    lacksReceiptProof: row.lacksReceiptProof,
    locale: row.locale,
    assignee: named?.assignee ? presenceOf(named.assignee, today) : null,
    teamId: row.teamId,
  };
}

function presenceOf({ id, name, ...away }: Assignee, today: CalendarDate): QueueRow["assignee"] {
  const isHere = !isAwayOn(awayOf(away), today);
  return { id, name, isHere, awayUntil: isHere ? null : awayOf(away).until };
}
