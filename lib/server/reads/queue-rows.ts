import "server-only";
import { LRUCache } from "lru-cache";
import type { Locale } from "@/lib/i18n/locale";
import { type CalendarDate, daysBetween } from "@/lib/law/calendar";
import type { Right } from "@/lib/law/rights";
import { type Away, isAwayOn } from "@/lib/request/absence";
import type { Channel } from "@/lib/request/arrival";
import type { RequestState, Stage } from "@/lib/request/request";
import { db, type Prisma, sql } from "../db";
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
  /** Until the answer is due, and until the date that matters. */
  daysLeft: number;
  daysToAct: number;
  assignee: { id: string; name: string; isHere: boolean; awayUntil: CalendarDate | null } | null;
};

/** As `foundColumns` reads it; `sealed`: the hash of what the name lies sealed in. */
export type Found = Stored & { sealed: string | null; assignee: ({ id: string; name: string } & Away) | null; tasks: QueueRow["tasks"] | null };

/** Of a row called `request`, with its `staff`. */
export function foundColumns(today: CalendarDate): Prisma.Sql {
  return sql`request.reference, request.rights, request.state, request.stage, request."waitingFor", request."dueOn"::text, request."actOn"::text, request."receivedOn"::text, request.suspended, request."effectAtOnce",
    request.channel, request."hasLettersToPost", request."lacksReceiptProof", request.locale, request."teamId"::text,
    ${sealed} as sealed,
    case when staff.id is not null then json_build_object('id', staff.id, 'name', staff.name, 'from', staff."awayFrom", 'until', staff."awayUntil") end as assignee,
    case when request."hasOpenTasks" then (
      select json_agg(json_build_object('is', 'open', 'isLate', task."dueOn" < ${today}::date, 'department', json_build_object('fr', department."nameFr", 'en', department."nameEn")))
      from "DepartmentTask" task join "Department" department on department.id = task."departmentId" where task.reference = request.reference and task.state = 'open') end as tasks`;
}

/** With the names of who asks, out of their case files. One statement for all that were not opened lately. */
export async function rowsOf(found: readonly Found[], today: CalendarDate): Promise<QueueRow[]> {
  const names = await namesIn(found);
  return found.map(({ sealed, assignee, tasks, ...row }) => ({
    ...row,
    requesterName: names.get(row.reference) ?? null,
    tasks: tasks ?? [],
    daysLeft: daysBetween(today, row.dueOn),
    daysToAct: daysBetween(today, row.actOn),
    assignee: assignee && presenceOf(assignee, today),
  }));
}

/**
 * Names of the last ten minutes, each by the hash of all it was sealed in: the same requests stand on top of the queue all day, and a
 * name takes longer to fetch and open than its row to read. What was altered or destroyed since finds none.
 */
const lately = new LRUCache<string, { name: string | null }>({ max: 2_000, ttl: 10 * 60_000, ttlAutopurge: true });
const sealed = sql`encode(sha256(request."wrappedKey" || request."caseFile"), 'base64')`;
const placeOf = (row: { reference: string; sealed: string | null }) => `${row.reference} ${row.sealed}`;

async function namesIn(found: readonly Found[]): Promise<Map<string, string | null>> {
  const names = new Map<string, string | null>();
  const unknown: string[] = [];
  for (const row of found) {
    const known = row.sealed === null ? { name: null } : lately.get(placeOf(row));
    if (known) names.set(row.reference, known.name);
    else unknown.push(row.reference);
  }
  if (unknown.length > 0) for (const row of await sealedOf(unknown)) names.set(row.reference, await nameIn(row));
  return names;
}

type Sealed = { reference: string; sealed: string; wrappedKey: string; caseFile: string };

/** What is sealed comes as text: the client takes several times as long over bytes. */
function sealedOf(references: string[]): Promise<Sealed[]> {
  return db().$queryRaw<Sealed[]>`
    select reference, ${sealed} as sealed, encode("wrappedKey", 'base64') as "wrappedKey", encode("caseFile", 'base64') as "caseFile"
    from "SubjectRequest" request where reference = any(${references}::text[]) and "wrappedKey" is not null and "caseFile" is not null`;
}

async function nameIn(row: Sealed): Promise<string | null> {
  const key = await requestKey({ reference: row.reference, wrappedKey: Buffer.from(row.wrappedKey, "base64") });
  const name = key && (openCaseFile(key, row.reference, Buffer.from(row.caseFile, "base64")).requester.name ?? null);
  lately.set(placeOf(row), { name });
  return name;
}

function presenceOf({ id, name, ...away }: NonNullable<Found["assignee"]>, today: CalendarDate): QueueRow["assignee"] {
  const isHere = !isAwayOn(away, today);
  return { id, name, isHere, awayUntil: isHere ? null : away.until };
}
