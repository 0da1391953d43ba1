import "server-only";
import { type Cell, cellChanges, cellsOf, sumsOf } from "@/lib/request/figures/cells";
import { daysOf, type Month } from "@/lib/request/figures/period";
import type { Tx } from "./db";
import { locks } from "./locks";
import { dayOf } from "./date-column";

/** A queue row as far as it is counted; one of before its tally (`tallyVersion` 0) counts nowhere yet. */
type Row = { tallyVersion: number; receivedOn: Date; reopenedOn: Date | null; answeredOn: Date | null; isOnTime: boolean | null; extensionMonths: number; wasSuspended: boolean; rights: string[]; outcomes: string[]; channel: string; locale: string; refusalGrounds: string[] };

/** Counts a row that was just written, in the same transaction. Only after `append`: the chain's lock keeps those who count in a row. */
export async function countRow(tx: Tx, before: Row | null, after: Row): Promise<void> {
  await writeChanges(tx, cellChanges(before && before.tallyVersion > 0 ? countable(before) : null, countable(after)));
}

/** The same for many that have just begun, in one statement. */
export async function countNewRows(tx: Tx, rows: readonly Row[]): Promise<void> {
  await writeChanges(tx, sumsOf(rows.flatMap((row) => cellsOf(countable(row)))));
}

async function writeChanges(tx: Tx, changes: readonly Cell[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.$executeRaw`
    insert into "FigureCell" as cell (month, kind, by, key, days, count, "onTime", suspended, extended)
    select month, kind, by, key, days, count, "onTime", suspended, extended
    from json_to_recordset(${JSON.stringify(changes)}::json)
      as change (month text, kind text, by text, key text, days int, count int, "onTime" int, suspended int, extended int)
    on conflict (month, kind, by, key, days) do update set count = cell.count + excluded.count, "onTime" = cell."onTime" + excluded."onTime",
      suspended = cell.suspended + excluded.suspended, extended = cell.extended + excluded.extended`;
}

function countable({ receivedOn, reopenedOn, answeredOn, ...row }: Row) {
  return { ...row, receivedOn: dayOf(receivedOn), reopenedOn: reopenedOn && dayOf(reopenedOn), answeredOn: answeredOn && dayOf(answeredOn) };
}

/**
 * Counts a month anew from its rows, while nobody else counts, and says how many cells were wrong. An empty cell is as good as none.
 * The caller's transaction should do nothing else: every writer waits for it.
 */
export async function recountMonth(tx: Tx, month: Month): Promise<number> {
  const { firstOn, lastOn } = daysOf({ from: month, until: month });
  await tx.$executeRaw`select pg_advisory_xact_lock(${locks.chain})`;
  const found = await tx.$queryRaw<{ wrong: number }[]>`
    with row as materialized (
      select 'received' as kind, 0 as days, rights, channel, locale, array[]::text[] as grounds, false as "isOnTime", false as "wasSuspended", false as extended
      from "SubjectRequest" where "receivedOn" between ${firstOn}::date and ${lastOn}::date and "tallyVersion" > 0
      union all
      select 'answered', "answeredOn" - coalesce("reopenedOn", "receivedOn"), array(select name from unnest(rights, outcomes) as asked (name, outcome) where outcome is distinct from 'merged'), channel, locale, "refusalGrounds", "isOnTime", "wasSuspended", "extensionMonths" > 0
      from "SubjectRequest" where "answeredOn" between ${firstOn}::date and ${lastOn}::date and "tallyVersion" > 0),
    fresh as (
      select kind, place.by, place.key, days, count(*)::int as count, count(*) filter (where "isOnTime")::int as "onTime",
        count(*) filter (where "wasSuspended")::int as suspended, count(*) filter (where extended)::int as extended
      from row, lateral (
        select 'all' as by, '' as key union all select 'channel', channel union all select 'locale', locale
        union select 'right', unnest(rights) union select 'ground', unnest(grounds)) as place
      group by 1, 2, 3, 4),
    gone as (
      delete from "FigureCell" as cell where month = ${month} and not exists (
        select 1 from fresh where fresh.kind = cell.kind and fresh.by = cell.by and fresh.key = cell.key and fresh.days = cell.days)
      returning count <> 0 as wrong),
    put as (
      insert into "FigureCell" as cell (month, kind, by, key, days, count, "onTime", suspended, extended)
      select ${month}, kind, by, key, days, count, "onTime", suspended, extended from fresh
      on conflict (month, kind, by, key, days) do update set count = excluded.count, "onTime" = excluded."onTime", suspended = excluded.suspended, extended = excluded.extended
      where (cell.count, cell."onTime", cell.suspended, cell.extended) is distinct from (excluded.count, excluded."onTime", excluded.suspended, excluded.extended)
      returning true as wrong)
    select ((select count(*) from gone where wrong) + (select count(*) from put))::int as wrong`;
  return found[0]?.wrong ?? 0;
}
