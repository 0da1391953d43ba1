import "server-only";
import { addDays, type CalendarDate, calendarDate, daysBetween } from "@/lib/law/calendar";
import { isRight, type Right } from "@/lib/law/rights";
import type { Channel } from "@/lib/request/arrival";
import { parseReference } from "@/lib/request/reference";
import { askedWords } from "@/lib/request/search-words";
import type { QueueFilter } from "@/lib/request/queue-filter";
import { closedStates, owingStates, type RequestState, requestStates, type Stage } from "@/lib/request/request";
import type { Prisma } from "../db";
import type { StaffActor } from "../actor";
import { recordAccess } from "../audit";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db } from "../db";
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
  dueOn: CalendarDate;
  receivedOn: CalendarDate;
  daysLeft: number;
  suspended: boolean;
  effectAtOnce: boolean;
  channel: Channel;
  hasLettersToPost: boolean;
  lacksReceiptProof: boolean;
  locale: string;
  assignee: { id: string; name: string } | null;
};

/** `searched`: what was typed into the search box; null where nothing was, or where the address is not of this session. */
export type QueuePage = { rows: QueueRow[]; next: string | null; open: number; searched: string | null };

export const queuePageSize = 25;
/** Beyond, "1,000+" is told. */
const mostCounted = 1_001;
/** What of a row is read; the sealed part is read once the look is being recorded. */
const shown = {
  reference: true, rights: true, state: true, stage: true, waitingFor: true, dueOn: true, receivedOn: true, suspended: true, effectAtOnce: true,
  channel: true, hasLettersToPost: true, lacksReceiptProof: true, locale: true, assigneeId: true,
} as const;

/**
 * One page of the queue, by due date. `state`: one of the states, `open` (default), `closed`, `all`, or `to-post` for those with
 * letters to hand to the post, open or not. `search`: of all cases, closed ones too unless `state` says otherwise, those
 * that have all its words, the latest due first. `after` is the cursor a page gave as `next`. Rows, their assignees and a
 * count bounded at 1,000, whatever the size; names are seen here, so nothing is handed out before the look is on record.
 */
export async function queue(actor: StaffActor, filter: QueueAsked): Promise<QueuePage> {
  const searched = filter.search ? await openSearch(actor, filter.search) : null;
  const asked = askedWords(searched ?? "");
  if (!actor.permissions.has("case.read") || (filter.search && asked.length === 0)) return { rows: [], next: null, open: 0, searched };
  const order = filter.search ? "desc" : "asc";
  const matching = where(actor, filter, asked.length > 0 ? await searchTokens(asked) : []);
  const reading = db().subjectRequest.findMany({
    where: { AND: [matching, after(filter.after, order)] },
    orderBy: [{ dueOn: order }, { reference: order }],
    take: queuePageSize + 1,
    select: shown,
  });
  const [found, open] = await Promise.all([reading, db().subjectRequest.count({ where: matching, take: mostCounted })]);
  const page = found.slice(0, queuePageSize);
  const last = page.at(-1);
  const today = civilDay(now());
  const references = page.map(({ reference }) => reference);
  const [named] = page.length > 0 ? await Promise.all([namesOf(references), recordAccess(actor, "QueueViewed", { references })]) : [];
  return {
    rows: page.map((row) => rowOf(row, named?.get(row.reference), today)),
    next: found.length > queuePageSize && last ? `${civil(last.dueOn)}_${last.reference}` : null,
    open,
    searched,
  };
}

/** How many cases have letters to hand to the post, up to 1,001. A closed case may be one of them: its reply has not left yet. */
export async function casesToPost(actor: StaffActor): Promise<number> {
  if (!actor.permissions.has("case.read")) return 0;
  return db().subjectRequest.count({ where: { hasLettersToPost: true }, take: mostCounted });
}

/** The same for those who read all of it: what a filter of the queue matches. Null: a search that is not of this session, or of nothing. */
export async function queueFilter(actor: StaffActor, filter: QueueAsked): Promise<Prisma.SubjectRequestWhereInput | null> {
  const asked = filter.search ? askedWords((await openSearch(actor, filter.search)) ?? "") : [];
  if (filter.search && asked.length === 0) return null;
  return where(actor, filter, asked.length > 0 ? await searchTokens(asked) : []);
}

function where(actor: StaffActor, { right, state, who, due, locale }: QueueAsked, tokens: bigint[]): Prisma.SubjectRequestWhereInput {
  return {
    AND: [inState(state, tokens.length > 0), dueBy(due)],
    ...(tokens.length > 0 ? { search: { is: { tokens: { hasEvery: tokens } } } } : {}),
    ...(isRight(right) ? { rights: { has: right } } : {}),
    ...(who ? { assigneeId: who === "nobody" ? null : who === "mine" ? actor.id : who } : {}),
    ...(locale ? { locale } : {}),
  };
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

type Named = { requesterName: string | null; assigneeName: string | null };

/** Who asks, out of the case files, and who handles it. Written out: the client takes several times as long over sealed columns. */
async function namesOf(references: readonly string[]): Promise<Map<string, Named>> {
  const rows = await db().$queryRaw<{ reference: string; wrappedKey: Uint8Array | null; caseFile: Uint8Array | null; assigneeName: string | null }[]>`
    select request.reference, request."wrappedKey", request."caseFile", staff.name as "assigneeName"
    from "SubjectRequest" request left join "Staff" staff on staff.id = request."assigneeId" where request.reference = any(${[...references]}::text[])`;
  const named = rows.map(async ({ assigneeName, ...row }) => {
    const key = await requestKey(row);
    const caseFile = key && row.caseFile ? openCaseFile(key, row.reference, row.caseFile) : null;
    return [row.reference, { requesterName: caseFile?.requester.name ?? null, assigneeName }] as const;
  });
  return new Map(await Promise.all(named));
}

type Found = Prisma.SubjectRequestGetPayload<{ select: typeof shown }>;

function rowOf(row: Found, named: Named | undefined, today: CalendarDate): QueueRow {
  const dueOn = civil(row.dueOn);
  return {
    reference: row.reference,
    requesterName: named?.requesterName ?? null,
    rights: row.rights as Right[],
    state: row.state as RequestState,
    stage: row.stage as Stage,
    waitingFor: row.waitingFor,
    dueOn,
    receivedOn: civil(row.receivedOn),
    daysLeft: daysBetween(today, dueOn),
    suspended: row.suspended,
    effectAtOnce: row.effectAtOnce,
    channel: row.channel as Channel,
    hasLettersToPost: row.hasLettersToPost,
    lacksReceiptProof: row.lacksReceiptProof,
    locale: row.locale,
    assignee: row.assigneeId === null ? null : { id: row.assigneeId, name: named?.assigneeName ?? "" },
  };
}

function civil(date: Date): CalendarDate {
  return calendarDate(date.toISOString().slice(0, 10));
}
