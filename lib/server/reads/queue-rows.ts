import "server-only";
import { LRUCache } from "lru-cache";
import type { Locale } from "@/lib/i18n/locale";
import { type CalendarDate, daysBetween } from "@/lib/law/calendar";
import type { Right } from "@/lib/law/rights";
import { type Away, isAwayOn } from "@/lib/request/absence";
import type { Channel } from "@/lib/request/arrival";
import type { RequestState, Stage } from "@/lib/request/request";
import { type Prisma, sql } from "../db";
import { openCaseFile, requestKey } from "../store";

/** What of a row is shown as it is stored. */
type Stored = {
  reference: string;
  rights: Right[];
  state: RequestState;
  stage: Stage;
  waitingFor: string;
  dueOn: CalendarDate;
  actOn: CalendarDate;
  receivedOn: CalendarDate;
  suspended: boolean;
  effectAtOnce: boolean;
  channel: Channel;
  hasLettersToPost: boolean;
  lacksReceiptProof: boolean;
  locale: string;
  teamId: string | null;
};

export type QueueRow = Stored & {
  requesterName: string | null;
  /** Departments that have not answered yet. */
  tasks: { is: "open"; isLate: boolean; department: Record<Locale, string> }[];
  daysLeft: number;
  assignee: { id: string; name: string; isHere: boolean; awayUntil: CalendarDate | null } | null;
};

/** As `foundColumns` reads it. */
export type Found = Stored & { wrappedKey: string | null; caseFile: string | null; assignee: ({ id: string; name: string } & Away) | null; tasks: QueueRow["tasks"] | null };

/** Of a row called `request`, with its `staff`. What is sealed comes as text: the client takes several times as long over bytes. */
export function foundColumns(today: CalendarDate): Prisma.Sql {
  return sql`request.reference, request.rights, request.state, request.stage, request."waitingFor", request."dueOn"::text, request."actOn"::text, request."receivedOn"::text, request.suspended, request."effectAtOnce",
    request.channel, request."hasLettersToPost", request."lacksReceiptProof", request.locale, request."teamId"::text,
    encode(request."wrappedKey", 'base64') as "wrappedKey", encode(request."caseFile", 'base64') as "caseFile",
    case when staff.id is not null then json_build_object('id', staff.id, 'name', staff.name, 'from', staff."awayFrom", 'until', staff."awayUntil") end as assignee,
    case when request."hasOpenTasks" then (
      select json_agg(json_build_object('is', 'open', 'isLate', task."dueOn" < ${today}::date, 'department', json_build_object('fr', department."nameFr", 'en', department."nameEn")))
      from "DepartmentTask" task join "Department" department on department.id = task."departmentId" where task.reference = request.reference and task.state = 'open') end as tasks`;
}

/** With the name of who asks, out of the case file. */
export async function rowOf({ wrappedKey, caseFile, assignee, tasks, ...row }: Found, today: CalendarDate): Promise<QueueRow> {
  return {
    ...row,
    requesterName: wrappedKey && caseFile ? await nameIn(row.reference, wrappedKey, caseFile) : null,
    tasks: tasks ?? [],
    daysLeft: daysBetween(today, row.dueOn),
    assignee: assignee && presenceOf(assignee, today),
  };
}

/** Names of the last ten minutes, each by all of what it was sealed in: the same requests stand on top of the queue all day, and a name takes longer to open than its row to read. What was altered or destroyed since finds none. */
const lately = new LRUCache<string, { name: string | null }>({ max: 2_000, ttl: 10 * 60_000, ttlAutopurge: true });

async function nameIn(reference: string, wrappedKey: string, caseFile: string): Promise<string | null> {
  const sealed = `${reference} ${wrappedKey} ${caseFile}`;
  const known = lately.get(sealed);
  if (known) return known.name;
  const key = await requestKey({ reference, wrappedKey: Buffer.from(wrappedKey, "base64") });
  const name = key && (openCaseFile(key, reference, Buffer.from(caseFile, "base64")).requester.name ?? null);
  lately.set(sealed, { name });
  return name;
}

function presenceOf({ id, name, ...away }: NonNullable<Found["assignee"]>, today: CalendarDate): QueueRow["assignee"] {
  const isHere = !isAwayOn(away, today);
  return { id, name, isHere, awayUntil: isHere ? null : away.until };
}
