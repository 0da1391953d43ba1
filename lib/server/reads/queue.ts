import "server-only";
import type { Locale } from "@/lib/i18n/locale";
import { addDays, type CalendarDate, calendarDate, daysBetween } from "@/lib/law/calendar";
import { isRight, type Right } from "@/lib/law/rights";
import type { Channel } from "@/lib/request/arrival";
import { isAwayOn } from "@/lib/request/absence";
import { parseReference } from "@/lib/request/reference";
import { askedWords } from "@/lib/request/search-words";
import type { QueueFilter } from "@/lib/request/queue-filter";
import { closedStates, owingStates, type RequestState, requestStates, type Stage } from "@/lib/request/request";
import type { Prisma } from "../db";
import { awayOf } from "../absence";
import type { StaffActor } from "../actor";
import { recordAccess } from "../audit";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db } from "../db";
import { casesOf } from "../reach";
import { openSearch } from "../search-address";
import { searchTokens } from "../search-entry";
import { openCaseFile, requestKey } from "../store";

/** As the address says it; `after`: a cursor. */
export type QueueAsked = Partial<QueueFilter> & { after?: string };
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

/** `searched`: what was typed into the search box; null where nothing was, or where the address is not of this session. */
export type QueuePage = { rows: QueueRow[]; next: string | null; open: number; searched: string | null };

export const queuePageSize = 25;

/**
 * One page of the queue, by due date. `state`: one of the states, `open` (default), `closed`, `all`, or `to-post` for those with
 * letters to hand to the post, open or not, `department` for those that wait for one. `search`: of all cases, closed ones too unless `state` says otherwise, those
 * that have all its words, the latest due first. Of the cases the reader sees. `after` is the cursor a page gave as `next`. Rows, their assignees and a
 * count bounded at 1,000, whatever the size; names are seen here, so the look is on record.
 */
export async function queue(actor: StaffActor, filter: QueueAsked): Promise<QueuePage> {
  const searched = filter.search ? await openSearch(actor, filter.search) : null;
  const asked = askedWords(searched ?? "");
  if (!actor.permissions.has("case.read") || (filter.search && asked.length === 0)) return { rows: [], next: null, open: 0, searched };
  const order = filter.search ? "desc" : "asc";
  const matching = await where(actor, filter, asked);
  const found = await db().subjectRequest.findMany({
    where: { AND: [matching, after(filter.after, order)] },
    orderBy: [{ dueOn: order }, { reference: order }],
    take: queuePageSize + 1,
    include: { assignee: { select: { id: true, name: true, awayFrom: true, awayUntil: true } } },
  });
  // In the order of the page: the client would else ask for that of the references, and the database walk through old ones.
  const counted = await db().subjectRequest.findMany({ where: matching, orderBy: [{ dueOn: order }, { reference: order }], select: { reference: true }, take: 1001 });
  const page = found.slice(0, queuePageSize);
  const last = page.at(-1);
  if (page.length > 0) await recordAccess(actor, "QueueViewed", { references: page.map(({ reference }) => reference) });
  const today = civilDay(now());
  const tasks = await openTasksOf(page, today);
  return {
    rows: await Promise.all(page.map((row) => rowOf(row, today, tasks))),
    next: found.length > queuePageSize && last ? `${civil(last.dueOn)}_${last.reference}` : null,
    open: counted.length,
    searched,
  };
}

/** How many of the cases they see have letters to hand to the post, up to 1,001. A closed case may be one of them: its reply has not left yet. */
export async function casesToPost(actor: StaffActor): Promise<number> {
  if (!actor.permissions.has("case.read")) return 0;
  return (await db().subjectRequest.findMany({ where: { hasLettersToPost: true, AND: [casesOf(actor)] }, select: { reference: true }, take: 1001 })).length;
}

/** The same for those who read all of it: what a filter of the queue matches. Null: a search that is not of this session, or of nothing. */
export async function queueFilter(actor: StaffActor, filter: QueueAsked): Promise<Prisma.SubjectRequestWhereInput | null> {
  const asked = filter.search ? askedWords((await openSearch(actor, filter.search)) ?? "") : [];
  if (filter.search && asked.length === 0) return null;
  return where(actor, filter, asked);
}

async function where(actor: StaffActor, { right, state, who, team, due, locale, incident }: QueueAsked, asked: string[]): Promise<Prisma.SubjectRequestWhereInput> {
  const tokens = asked.length > 0 ? await searchTokens(asked) : [];
  const holder = who === "nobody" ? null : who === "mine" ? actor.id : who;
  return {
    AND: [casesOf(actor), inState(state, tokens.length > 0), dueBy(due), inTeam(team)],
    ...(tokens.length > 0 ? { search: { is: { tokens: { hasEvery: tokens } } } } : {}),
    ...(isRight(right) ? { rights: { has: right } } : {}),
    ...(who === "mentioned" ? { reference: { in: await mentionsOf(actor) } } : who ? { assigneeId: holder } : {}),
    ...(locale ? { locale } : {}),
    ...(incident ? { incidentId: incident } : {}),
  };
}

function inTeam(team: string | undefined): Prisma.SubjectRequestWhereInput {
  return team ? { teamId: team === "none" ? null : team } : {};
}

/** As far back as a page finds the cases whose notes name somebody: so few that they are fetched one by one, never by reading them all. */
const mostMentions = 200;

async function mentionsOf({ id: staffId }: StaffActor): Promise<string[]> {
  const found = await db().mention.findMany({ where: { staffId }, orderBy: { at: "desc" }, take: mostMentions, select: { reference: true } });
  return [...new Set(found.map(({ reference }) => reference))];
}

/** Only of what an answer is owed to. What is suspended is neither late nor soon due: its date moves with the days. */
function dueBy(due: string | undefined): Prisma.SubjectRequestWhereInput {
  const today = civilDay(now());
  const running = { isOnDesk: true, state: { in: [...owingStates] }, suspended: false };
  if (due === "overdue") return { ...running, dueOn: { lt: new Date(today) } };
  if (due === "week") return { ...running, dueOn: { gte: new Date(today), lte: new Date(addDays(today, 7)) } };
  return due === "suspended" ? { isOnDesk: true, suspended: true } : {};
}

function inState(state: string | undefined, isSearch: boolean): Prisma.SubjectRequestWhereInput {
  if (state === "all") return {};
  if (state === "to-post") return { hasLettersToPost: true };
  if (state === "department") return { hasOpenTasks: true };
  if (state === "closed") return { state: { in: [...closedStates] } };
  const one = requestStates.find((known) => known === state);
  return one ? { state: { in: [one] } } : isSearch && state !== "open" ? {} : { isOnDesk: true };
}

/** Keyset paging: strictly after (due date, reference) in the order of the page. A cursor that is not ours means the first page. */
function after(cursor: string | undefined, order: "asc" | "desc"): Prisma.SubjectRequestWhereInput {
  const parts = /^(\d{4}-\d{2}-\d{2})_([A-Z0-9]{4}-[A-Z0-9]{4})$/.exec(cursor ?? "");
  const reference = parts ? parseReference(parts[2] as string) : null;
  if (!parts || !reference) return {};
  const dueOn = new Date(`${parts[1]}T00:00:00Z`);
  if (Number.isNaN(dueOn.getTime())) return {};
  if (order === "desc") return { OR: [{ dueOn: { lt: dueOn } }, { dueOn, reference: { lt: reference } }] };
  return { OR: [{ dueOn: { gt: dueOn } }, { dueOn, reference: { gt: reference } }] };
}

type Found = Prisma.SubjectRequestGetPayload<{ include: { assignee: { select: { id: true; name: true; awayFrom: true; awayUntil: true } } } }>;

type OpenTask = QueueRow["tasks"][number] & { reference: string };

/** One statement, where any row of the page waits for a department. */
async function openTasksOf(page: readonly Found[], today: CalendarDate): Promise<OpenTask[]> {
  const references = page.filter(({ hasOpenTasks }) => hasOpenTasks).map(({ reference }) => reference);
  if (references.length === 0) return [];
  const found = await db().$queryRaw<{ reference: string; isLate: boolean; fr: string; en: string }[]>`
    select task.reference, task."dueOn" < ${today}::date as "isLate", department."nameFr" as fr, department."nameEn" as en
    from "DepartmentTask" task join "Department" department on department.id = task."departmentId" where task.reference = any(${references}::text[]) and task.state = 'open'`;
  return found.map(({ reference, isLate, fr, en }) => ({ reference, is: "open", isLate, department: { fr, en } }));
}

async function rowOf(row: Found, today: CalendarDate, tasks: readonly OpenTask[]): Promise<QueueRow> {
  const key = await requestKey(row);
  const caseFile = key && row.caseFile ? openCaseFile(key, row.reference, row.caseFile) : null;
  const dueOn = civil(row.dueOn);
  return {
    reference: row.reference,
    requesterName: caseFile?.requester.name ?? null,
    rights: row.rights as Right[],
    state: row.state as RequestState,
    stage: row.stage as Stage,
    waitingFor: row.waitingFor,
    tasks: tasks.filter(({ reference }) => reference === row.reference),
    dueOn,
    receivedOn: civil(row.receivedOn),
    daysLeft: daysBetween(today, dueOn),
    suspended: row.suspended,
    effectAtOnce: row.effectAtOnce,
    channel: row.channel as Channel,
    hasLettersToPost: row.hasLettersToPost,
    lacksReceiptProof: row.lacksReceiptProof,
    locale: row.locale,
    assignee: row.assignee && presenceOf(row.assignee, today),
    teamId: row.teamId,
  };
}

function presenceOf({ id, name, ...away }: NonNullable<Found["assignee"]>, today: CalendarDate): QueueRow["assignee"] {
  const isHere = !isAwayOn(awayOf(away), today);
  return { id, name, isHere, awayUntil: isHere ? null : awayOf(away).until };
}

function civil(date: Date): CalendarDate {
  return calendarDate(date.toISOString().slice(0, 10));
}
