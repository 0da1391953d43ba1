import "server-only";
import { isCalendarDate } from "@/lib/law/calendar";
import { parseReference } from "@/lib/request/reference";
import type { QueueFilter } from "@/lib/request/queue-filter";
import type { StaffActor } from "../actor";
import { recordAccess } from "../audit";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db, type Prisma, sql } from "../db";
import { estimatedHits } from "../search-entry";
import { type QueueConditions, queueConditions } from "./queue-filter";
import { type Found, foundColumns, type QueueRow, rowOf } from "./queue-rows";

/** As the address says it; `after`: a cursor. */
export type QueueAsked = Partial<QueueFilter> & { after?: string };

/** `searched`: what was typed into the search box; null where nothing was, or where the address is not of this session. */
export type QueuePage = { rows: QueueRow[]; next: string | null; open: number; searched: string | null };

export const queuePageSize = 25;
/** Beyond, "1,000+" is told. */
const mostCounted = 1_001;
/** Words that so many requests hold are found by walking through the dates; rarer ones by their index, and sorted. Measured at a million: both take the same time here. */
const fewHits = 4_500;

/**
 * One page of the queue, by due date. `state`: one of the states, `open` (default), `closed`, `all`, or `to-post` for those with
 * letters to hand to the post, open or not, `department` for those that wait for one. `search`: of all cases, closed ones too unless `state` says otherwise, those
 * that have all its words, the latest due first. Of the cases the reader sees. `after` is the cursor a page gave as `next`. Rows, who asks, who handles them and a
 * count bounded at 1,000 in one statement, whatever the size; names are seen here, so nothing is handed out before the look is on record.
 */
export async function queue(actor: StaffActor, filter: QueueAsked): Promise<QueuePage> {
  const asked = await queueConditions(actor, filter);
  if (asked.where === null) return { rows: [], next: null, open: 0, searched: asked.searched };
  const hits = asked.tokens === null ? null : await estimatedHits(asked.tokens);
  const today = civilDay(now());
  const found = await db().$queryRaw<(Found & { open: number })[]>(pageOf(asked, filter.after, hits, foundColumns(today)));
  // Where the page is empty, the count stands alone.
  const all = found.filter(({ reference }) => reference !== null);
  const page = all.slice(0, queuePageSize);
  const last = page.at(-1);
  const look = page.length > 0 && recordAccess(actor, "QueueViewed", { references: page.map(({ reference }) => reference) });
  const [rows] = await Promise.all([Promise.all(page.map(({ open, ...row }) => rowOf(row, today))), look]);
  return {
    rows,
    next: all.length > queuePageSize && last ? `${last.dueOn}_${last.reference}` : null,
    // What is on one page is counted by it; statistics may have promised more.
    open: !filter.after && all.length <= queuePageSize ? all.length : (found[0]?.open ?? 0),
    searched: asked.searched,
  };
}

/** `hits`: how many requests hold the words, about; null without words. One row at least, with the count. */
function pageOf({ where, tokens, isAll }: QueueConditions, after: string | undefined, hits: number | null, columns: Prisma.Sql): Prisma.Sql {
  const isSearch = tokens !== null;
  const order = isSearch ? sql`request."dueOn" desc, request.reference desc` : sql`request."dueOn", request.reference`;
  const rest = beyond(after, isSearch);
  const from = isSearch ? sql`"SearchEntry" entry join "SubjectRequest" request on request.reference = entry.reference and entry.tokens @> ${tokens}::bigint[]` : sql`"SubjectRequest" request`;
  const page = (source: Prisma.Sql) => sql`page as (select request.reference from ${source} and ${rest} order by ${order} limit ${queuePageSize + 1})`;
  // In the order of an index that ends with what is counted: otherwise all would be sorted before the bound is seen. Words are found by the other table, in the order of its key.
  const counted = sql`counted as (select count(*)::int as open from (select 1 from ${from} where ${where} ${isSearch ? sql`` : sql`order by ${order}`} limit ${mostCounted}) held)`;
  // Each looked up by its key: a table of middling size would be read whole instead.
  const each = sql`"SearchEntry" entry cross join lateral (select * from "SubjectRequest" one where one.reference = entry.reference limit 1) request`;
  const found = hits !== null && hits <= fewHits
    ? sql`matched as materialized (select request.reference, request."dueOn" from ${each} where entry.tokens @> ${tokens}::bigint[] and ${where}), ${page(sql`matched request where true`)}, counted as (select least(count(*), ${mostCounted})::int as open from matched)`
    : sql`${page(sql`${from} where ${where}`)}, ${isSearch && isAll ? sql`counted as (select ${mostCounted}::int as open)` : counted}`;
  return sql`with ${found} select counted.open, ${columns} from counted left join (page join "SubjectRequest" request on request.reference = page.reference) on true left join "Staff" staff on staff.id = request."assigneeId" order by ${order}`;
}

/** Keyset paging: strictly after (due date, reference) in the order of the page. A cursor that is not ours means the first page. */
function beyond(cursor: string | undefined, isDescending: boolean): Prisma.Sql {
  const parts = /^(\d{4}-\d{2}-\d{2})_([A-Z0-9]{4}-[A-Z0-9]{4})$/.exec(cursor ?? "");
  const [day, reference] = [parts?.[1] ?? "", parts ? parseReference(parts[2] as string) : null];
  if (!reference || !isCalendarDate(day)) return sql`true`;
  return isDescending ? sql`(request."dueOn", request.reference) < (${day}::date, ${reference})` : sql`(request."dueOn", request.reference) > (${day}::date, ${reference})`;
}
