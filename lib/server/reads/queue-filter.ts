import "server-only";
import { reachOf } from "@/lib/access/case-scope";
import { addDays } from "@/lib/law/calendar";
import { isRight, type Right } from "@/lib/law/rights";
import type { QueueFilter } from "@/lib/request/queue-filter";
import { closedStates, owingStates, type RequestState, requestStates } from "@/lib/request/request";
import { askedWords } from "@/lib/request/search-words";
import type { StaffActor } from "../actor";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { allOf, type Prisma, raw, sql } from "../db";
import { seenBy } from "../reach";
import { openSearch } from "../search-address";
import { tokensOf } from "../search-entry";

/** `where`: a condition on the row called `request`, without the words; `tokens`: of the words, as an array of the database, where there are any. `narrowedBy`: how many conditions besides the words, what the reader sees being one. `empty`: a column that is so in all of them; ordered by it first, they come out of its index by date. `day`: the column whose date orders them. */
export type QueueConditions = { where: Prisma.Sql; tokens: string | null; narrowedBy: number; empty: Prisma.Sql | null; day: QueueDay; searched: string | null };
/** `actOn`: the date that matters (act_on). Of what is asked for by when an answer is due, that date. */
export type QueueDay = "actOn" | "dueOn";

/** What a filter of the queue matches, of the cases the reader sees. `searched`: what was typed; nothing matches where its address is not of this session, or is of nothing: null. */
export async function queueConditions(actor: StaffActor, filter: Partial<QueueFilter>): Promise<QueueConditions | { searched: string | null; where: null }> {
  const searched = filter.search ? await openSearch(actor, filter.search) : null;
  const words = askedWords(searched ?? "");
  if (!actor.permissions.has("case.read") || (filter.search && words.length === 0)) return { searched, where: null };
  const { right, who, team, due, locale, incident } = filter;
  const isDue = dueBy(due);
  const narrowing = [
    isDue,
    // A date is of what is on the desk: said twice, it would be taken for twice as rare.
    inState(filter.state, words.length > 0 || isDue !== null),
    team && (team === "none" ? sql`request."teamId" is null` : sql`request."teamId" = ${team}::uuid`),
    isRight(right) && sql`request.rights @> ${known([right])}`,
    who && heldBy(actor, who),
    locale && sql`request.locale = ${locale}`,
    incident && sql`request."incidentId" = ${incident}::uuid`,
  ].filter((condition) => condition !== null && typeof condition === "object");
  return { where: allOf([seenBy(actor), ...narrowing]), tokens: words.length > 0 ? await tokensOf(words) : null, narrowedBy: narrowing.length + (reachOf(actor) === null ? 0 : 1), empty: emptyIn(filter), day: due === "overdue" || due === "week" ? "dueOn" : "actOn", searched };
}

/** Names of ours, written out: behind a parameter the database does not see that an index holds just these. */
function known(names: Iterable<Right | RequestState>): Prisma.Sql {
  return raw(`array[${[...names].map((name) => `'${name}'`).join(", ")}]::text[]`);
}

function emptyIn({ who, team }: Partial<QueueFilter>): Prisma.Sql | null {
  if (who === "nobody") return sql`request."assigneeId"`;
  return team === "none" ? sql`request."teamId"` : null;
}

/** The same as one condition, for those who read all of it. */
export async function queueFilter(actor: StaffActor, filter: Partial<QueueFilter>): Promise<Prisma.Sql | null> {
  const asked = await queueConditions(actor, filter);
  if (asked.where === null || asked.tokens === null) return asked.where;
  return allOf([asked.where, sql`request.reference in (select reference from "SearchEntry" where tokens @> ${asked.tokens}::bigint[])`]);
}

/** As far back as a page finds the cases whose notes name somebody: so few that they are fetched one by one, never by reading them all. */
const mostMentions = 200;

function heldBy({ id }: StaffActor, who: string): Prisma.Sql {
  if (who === "nobody") return sql`request."assigneeId" is null`;
  if (who === "mentioned") return sql`request.reference = any(array(select reference from "Mention" where "staffId" = ${id}::uuid order by at desc limit ${mostMentions}))`;
  return sql`request."assigneeId" = ${who === "mine" ? id : who}::uuid`;
}

/** Only of what an answer is owed to. What is suspended is neither late nor soon due: its date moves with the days. */
function dueBy(due: string | undefined): Prisma.Sql | null {
  const today = civilDay(now());
  const running = sql`request."isOnDesk" and request.state = any(${known(owingStates)}) and not request.suspended`;
  if (due === "overdue") return sql`${running} and request."dueOn" < ${today}::date`;
  if (due === "week") return sql`${running} and request."dueOn" between ${today}::date and ${addDays(today, 7)}::date`;
  if (due === "at-once") return sql`request."isOnDesk" and request."effectAtOnce"`;
  return due === "suspended" ? sql`request."isOnDesk" and request.suspended` : null;
}

function inState(state: string | undefined, isAnyElse: boolean): Prisma.Sql | null {
  if (state === "all") return null;
  if (state === "to-post") return sql`request."hasLettersToPost"`;
  if (state === "department") return sql`request."hasOpenTasks"`;
  if (state === "closed") return sql`request.state = any(${known(closedStates)})`;
  const one = requestStates.find((name) => name === state);
  if (one) return sql`request.state = ${raw(`'${one}'`)}`;
  return isAnyElse && state !== "open" ? null : sql`request."isOnDesk"`;
}
