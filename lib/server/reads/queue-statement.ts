import "server-only";
import { isCalendarDate } from "@/lib/law/calendar";
import { parseReference } from "@/lib/request/reference";
import { type Prisma, raw, sql } from "../db";
import type { QueueConditions, QueueDay } from "./queue-filter";

export const queuePageSize = 25;
/** Beyond, "1,000+" is told. */
const mostCounted = 1_001;
/** How many requests hold the words decides how these are looked for; measured at a million, the next way takes as long. Up to here all are taken from the index of words, and sorted. */
const few = 300;
/** Up to here by index too, but month by month from the latest on, until a page is full; beyond, every other day has some: one walks through the days. */
const many = 20_000;
/** From here on, where nothing else narrows, they are not counted: the statistics are not so wrong. */
const surelyBeyond = 2_500;

/** Written out: a limit it does not know, the database takes for a tenth of all, and plans every page anew. */
const [onOnePage, andOneMore, bound] = [queuePageSize, queuePageSize + 1, mostCounted].map((most) => raw(String(most)));

type Asked = QueueConditions & { after: string | undefined; hits: number | null; columns: Prisma.Sql; recording: (references: Prisma.Sql) => Prisma.Sql };

/**
 * One page of the queue by the date that matters or, of a search, the latest received first, with a bounded count of all: one row at least.
 * `hits`: how many requests hold the words, about; null without words. `after`: the day and reference that end the page before.
 * `recording`: what to do with the references shown, in the same statement.
 */
export function pageStatement({ columns, recording, ...asked }: Asked): Prisma.Sql {
  const { tokens, hits } = asked;
  const found = tokens === null ? byDate(asked) : wordsWay({ ...asked, tokens, hits: hits ?? Infinity });
  const order = tokens === null ? nextFirst(asked.day) : latestFirst;
  const shown = sql`(select request.reference, row_number() over (order by ${order}) as place from page request order by place limit ${onOnePage}) shown`;
  // `recorded` is read, or it would not be done.
  return sql`with ${found}, recorded as materialized (select ${recording(shown)}) select counted.open, (select count(*) from recorded)::int as recorded, ${columns}
    from counted left join (page join "SubjectRequest" request on request.reference = page.reference) on true left join "Staff" staff on staff.id = request."assigneeId" order by ${order}`;
}

/**
 * Several conditions at once, or common words beside one: which to begin with depends on their values. A plan kept for any would
 * begin with one that for some holds nearly all.
 */
export const isPlannedAnew = ({ tokens, hits, narrowedBy }: Pick<Asked, "tokens" | "hits" | "narrowedBy">) => narrowedBy > 2 || (tokens !== null && (hits ?? Infinity) > many && narrowedBy > 0);

const days = { actOn: sql`request."actOn"`, dueOn: sql`request."dueOn"` };
const receivedOn = sql`request."receivedOn"`;
const nextFirst = (day: QueueDay) => sql`${days[day]}, request.reference`;
const latestFirst = sql`${receivedOn} desc, request.reference desc`;

/** `page` and `counted`, as all the ways give them. */
function byDate({ where, after, empty, day }: Omit<Asked, "columns" | "recording">): Prisma.Sql {
  const order = empty ? sql`${empty}, ${nextFirst(day)}` : nextFirst(day);
  const from = sql`"SubjectRequest" request where ${where}`;
  // Counted in the order of an index that ends with what is counted: otherwise all would be sorted before the bound is seen.
  return sql`${page(sql`${from} and ${beyond(after, sql`>`, days[day])}`, days[day], order)}, ${counted(sql`${from} order by ${order}`)}`;
}

type Words = Omit<Asked, "columns" | "recording" | "tokens" | "hits"> & { tokens: string; hits: number };

function wordsWay(asked: Words): Prisma.Sql {
  const { hits, tokens, where, after } = asked;
  if (hits > many) return byDay(asked);
  if (hits > few) return byMonth(asked);
  const rest = beyond(after, sql`<`, receivedOn);
  return sql`matched as materialized (select request.reference, ${receivedOn} from ${holding(tokens)} and ${where}), ${page(sql`matched request where ${rest}`, receivedOn, latestFirst)}, ${counted(sql`matched`)}`;
}

function byMonth({ where, tokens, narrowedBy, hits, after }: Words): Prisma.Sql {
  const inMonth = sql`${holding(sql`(${tokens}::bigint[] || month.token)`)} and ${where}`;
  const rest = beyond(after, sql`<`, receivedOn);
  // As month follows month, the first that fill a page are the latest; the rest of the months is never read.
  const latest = sql`page as (select request.* from ${months(startOf(after)?.day ?? null)} cross join lateral (
    select request.reference, ${receivedOn} from ${inMonth} and ${rest} order by ${latestFirst} limit ${andOneMore}) request limit ${andOneMore})`;
  if (narrowedBy > 0) return sql`${latest}, ${counted(sql`${months(null)} cross join lateral (select from ${inMonth}) request`)}`;
  return sql`${latest}, ${hits > surelyBeyond ? beyondCount : counted(sql`"SearchEntry" where tokens @> ${tokens}::bigint[]`)}`;
}

function byDay({ where, tokens, narrowedBy, after }: Words): Prisma.Sql {
  const isAll = narrowedBy === 0;
  const from = isAll
    ? sql`"SubjectRequest" request cross join lateral (select from "SearchEntry" one where one.reference = request.reference and one.tokens @> ${tokens}::bigint[] limit 1) entry where ${where}`
    : sql`"SearchEntry" entry join "SubjectRequest" request on request.reference = entry.reference and entry.tokens @> ${tokens}::bigint[] where ${where}`;
  return sql`${page(sql`${from} and ${beyond(after, sql`<`, receivedOn)}`, receivedOn, latestFirst)}, ${isAll ? beyondCount : counted(from)}`;
}

const page = (from: Prisma.Sql, day: Prisma.Sql, order: Prisma.Sql) => sql`page as (select request.reference, ${day} from ${from} order by ${order} limit ${andOneMore})`;
const counted = (from: Prisma.Sql) => sql`counted as (select count(*)::int as open from (select from ${from} limit ${bound}) held)`;
const beyondCount = sql`counted as (select ${mostCounted}::int as open)`;

/** Requests that hold the tokens, each looked up by its key: a table of middling size would be read whole instead. */
const holding = (tokens: string | Prisma.Sql) => sql`"SearchEntry" entry cross join lateral (select * from "SubjectRequest" one where one.reference = entry.reference limit 1) request where entry.tokens @> ${tokens}::bigint[]`;

/** From that day's month, or the latest, back to the first in which a request came, with the token it has in the index. */
const months = (from: string | null) => sql`(select to_char(month, 'YYYYMM')::bigint as token from generate_series(
  date_trunc('month', least(${from}::timestamp, (select max("receivedOn") from "SubjectRequest")::timestamp)), (select date_trunc('month', min("receivedOn")::timestamp) from "SubjectRequest"), interval '-1 month') month) month`;

/** Keyset paging: strictly past (day, reference) in the order of the page. */
function beyond(after: string | undefined, past: Prisma.Sql, day: Prisma.Sql): Prisma.Sql {
  const start = startOf(after);
  return start ? sql`(${day}, request.reference) ${past} (${start.day}::date, ${start.reference})` : sql`true`;
}

/** A cursor that is not ours means the first page. */
function startOf(cursor: string | undefined): { day: string; reference: string } | null {
  const [, day = "", last = ""] = /^(\d{4}-\d{2}-\d{2})_([A-Z0-9]{4}-[A-Z0-9]{4})$/.exec(cursor ?? "") ?? [];
  const reference = last && parseReference(last);
  return reference && isCalendarDate(day) ? { day, reference } : null;
}
