import "server-only";
import { type CalendarDate, addDays } from "@/lib/law/calendar";
import type { RefusalGround } from "@/lib/law/grounds";
import { rights } from "@/lib/law/rights";
import { rolesWith } from "@/lib/access/permissions";
import { recordedChannels } from "@/lib/request/arrival";
import { type AnsweredCount, type Line, linesOf, type ReceivedCount } from "@/lib/request/figures/lines";
import { monthsOf, type Period, periodOf } from "@/lib/request/figures/period";
import { owingStates } from "@/lib/request/request";
import type { StaffActor } from "../actor";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db } from "../db";

/** How far ahead what falls due is told. */
export const aheadDays = 30;
const soonDays = 7;

export type Load = { id: string | null; name: string | null; open: number; overdue: number; soon: number };
export type Figures = {
  period: Period;
  today: CalendarDate;
  all: Line;
  byMonth: Line[];
  byRight: Line[];
  byChannel: Line[];
  byLanguage: Line[];
  refusals: { ground: RefusalGround; count: number }[];
  /** Of now, whatever the period. */
  due: { on: CalendarDate; count: number }[];
  overdue: number;
  load: Load[];
};

/**
 * The figures of a period, and what is open now. Received: by day of receipt; answered, with how long it took, by day of the
 * answer. Whoever reads figures sees all cases (lib/access/case-scope.ts): a part would be wrong figures. A request with two rights counts under each of them, once in all. Three statements whatever the size, of which none
 * reads a row of the table of requests.
 */
export async function figures(actor: StaffActor, asked: { from?: string | undefined; until?: string | undefined }): Promise<Figures | null> {
  if (!actor.permissions.has("figures.read")) return null;
  const today = civilDay(now());
  const period = periodOf(asked, today);
  const { counts, refusals } = await counted(period);
  const due = await dueAhead(today);
  return {
    period,
    today,
    all: linesOf(counts, "all", [""])[0] as Line,
    byMonth: linesOf(counts, "month", monthsOf(period)),
    byRight: linesOf(counts, "right", rights),
    byChannel: linesOf(counts, "channel", ["portal", ...recordedChannels]),
    byLanguage: linesOf(counts, "locale", ["fr", "en"]),
    refusals,
    due: due.days,
    overdue: due.overdue,
    load: await loadOf(today),
  };
}

export type Counted = { counts: { received: ReceivedCount[]; answered: AnsweredCount[] }; refusals: { ground: RefusalGround; count: number }[] };
type Sum = Omit<AnsweredCount, "by"> & { kind: "received" | "answered"; by: AnsweredCount["by"] | "ground" };

/** What was counted over a period: one statement, over some hundred cells a month. */
export async function counted({ from, until }: Period): Promise<Counted> {
  const sums = await db().$queryRaw<Sum[]>`
    select kind, by, key, days, sum(count)::int as count, sum("onTime")::int as "onTime", sum(suspended)::int as suspended, sum(extended)::int as extended
    from "FigureCell" where month between ${from} and ${until} group by kind, by, key, days
    union all
    select kind, 'month', month, days, count, "onTime", suspended, extended
    from "FigureCell" where month between ${from} and ${until} and by = 'all'`;
  const answered = sums.filter(({ kind }) => kind === "answered");
  const refusals = new Map<RefusalGround, number>();
  for (const { by, key, count } of answered) if (by === "ground") refusals.set(key as RefusalGround, (refusals.get(key as RefusalGround) ?? 0) + count);
  return {
    counts: { received: sums.filter((sum): sum is Sum & ReceivedCount => sum.kind === "received" && sum.by !== "ground"), answered: answered.filter((sum): sum is Sum & AnsweredCount => sum.by !== "ground") },
    refusals: [...refusals].map(([ground, count]) => ({ ground, count })).filter(({ count }) => count > 0).sort((one, other) => other.count - one.count || (one.ground < other.ground ? -1 : 1)),
  };
}

/** What falls due on each of the coming days, and what already has. A suspended case counts on the day it would be due were it taken up again today. */
async function dueAhead(today: CalendarDate): Promise<{ days: Figures["due"]; overdue: number }> {
  const lastOn = addDays(today, aheadDays);
  const rows = await db().$queryRaw<{ on: string; count: number }[]>`
    select to_char(greatest("dueOn", ${addDays(today, -1)}::date), 'YYYY-MM-DD') as on, count(*)::int as count
    from "SubjectRequest" where state = any(${owingStates}::text[]) and "dueOn" <= ${lastOn}::date group by 1`;
  const countOn = (on: string) => rows.find((row) => row.on === on)?.count ?? 0;
  const days = Array.from({ length: aheadDays + 1 }, (_, index) => addDays(today, index));
  return { days: days.map((on) => ({ on, count: countOn(on) })), overdue: countOn(addDays(today, -1)) };
}

/** What each of those who handle cases has open, and what nobody has. */
async function loadOf(today: CalendarDate): Promise<Load[]> {
  return db().$queryRaw<Load[]>`
    with held as materialized (
      select "assigneeId", count(*)::int as open, count(*) filter (where "dueOn" < ${today}::date)::int as overdue,
        count(*) filter (where "dueOn" between ${today}::date and ${addDays(today, soonDays)}::date)::int as soon
      from "SubjectRequest" where state = any(${owingStates}::text[]) group by "assigneeId")
    select staff.id::text as id, staff.name, coalesce(held.open, 0) as open, coalesce(held.overdue, 0) as overdue, coalesce(held.soon, 0) as soon
    from held full join (select id, name from "Staff" where "disabledAt" is null and roles && ${rolesWith("case.handle")}::text[] or id in (select "assigneeId" from held)) as staff
      on staff.id = held."assigneeId"
    order by open desc, name nulls first`;
}
