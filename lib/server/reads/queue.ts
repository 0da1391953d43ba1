import "server-only";
import { addDays } from "@/lib/law/calendar";
import { isRight } from "@/lib/law/rights";
import { parseReference } from "@/lib/request/reference";
import { askedWords } from "@/lib/request/search-words";
import type { QueueFilter } from "@/lib/request/queue-filter";
import { closedStates, owingStates, requestStates } from "@/lib/request/request";
import type { Prisma } from "../db";
import type { StaffActor } from "../actor";
import { recordAccess } from "../audit";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db } from "../db";
import { casesOf } from "../reach";
import { openSearch } from "../search-address";
import { searchTokens } from "../search-entry";
import { namesOf, openTasksOf, type QueueRow, rowOf, shown } from "./queue-rows";
import { dayOf } from "../date-column";

/** As the address says it; `after`: a cursor. */
export type QueueAsked = Partial<QueueFilter> & { after?: string };

/** `searched`: what was typed into the search box; null where nothing was, or where the address is not of this session. */
export type QueuePage = { rows: QueueRow[]; next: string | null; open: number; searched: string | null };

export const queuePageSize = 25;
/** Beyond, "1,000+" is told. */
const mostCounted = 1_001;

/**
 * One page of the queue, by due date. `state`: one of the states, `open` (default), `closed`, `all`, or `to-post` for those with
 * letters to hand to the post, open or not, `department` for those that wait for one. `search`: of all cases, closed ones too unless `state` says otherwise, those
 * that have all its words, the latest due first. Of the cases the reader sees. `after` is the cursor a page gave as `next`. Rows, their assignees and a
 * count bounded at 1,000, whatever the size; names are seen here, so nothing is handed out before the look is on record.
 */
export async function queue(actor: StaffActor, filter: QueueAsked): Promise<QueuePage> {
  const searched = filter.search ? await openSearch(actor, filter.search) : null;
  const asked = askedWords(searched ?? "");
  if (!actor.permissions.has("case.read") || (filter.search && asked.length === 0)) return { rows: [], next: null, open: 0, searched };
  const order = filter.search ? "desc" : "asc";
  const matching = await where(actor, filter, asked);
  const inOrder = [{ dueOn: order }, { reference: order }] as const;
  const reading = db().subjectRequest.findMany({ where: { AND: [matching, after(filter.after, order)] }, orderBy: [...inOrder], take: queuePageSize + 1, select: shown });
  // In the order of an index that ends with what is counted: otherwise all would be sorted before the bound is seen. Words are found by the other table, in the order of its key.
  const counting = db().subjectRequest.count({ where: matching, take: mostCounted, ...(filter.search ? {} : { orderBy: [...inOrder] }) });
  const [found, open] = await Promise.all([reading, counting]);
  const page = found.slice(0, queuePageSize);
  const last = page.at(-1);
  const today = civilDay(now());
  const references = page.map(({ reference }) => reference);
  const [named, tasks] = page.length > 0 ? await Promise.all([namesOf(references), openTasksOf(page, today), recordAccess(actor, "QueueViewed", { references })]) : [];
  return {
    rows: page.map((row) => rowOf(row, named?.get(row.reference), tasks ?? [], today)),
    next: found.length > queuePageSize && last ? `${dayOf(last.dueOn)}_${last.reference}` : null,
    open,
    searched,
  };
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
  // The day by itself is where the index is entered; a choice of two conditions alone would be read from its beginning.
  if (order === "desc") return { dueOn: { lte: dueOn }, OR: [{ dueOn: { lt: dueOn } }, { reference: { lt: reference } }] };
  return { dueOn: { gte: dueOn }, OR: [{ dueOn: { gt: dueOn } }, { reference: { gt: reference } }] };
}
