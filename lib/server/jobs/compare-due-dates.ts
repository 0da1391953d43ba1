import "server-only";
import { addDays } from "@/lib/law/calendar";
import { datesOf } from "@/lib/request/summary";
import { systemActor } from "../actor";
import { audit, auditFact } from "../audit";
import { type FreshCase, isFresh, refreshDates } from "../cached-dates";
import { now } from "../clock";
import { type ClockFacts, clockFacts } from "../clock-facts";
import { isRecomputing } from "../clock-settings";
import { db } from "../db";
import type { Fact } from "../events";
import { log } from "../log";
import { openCases } from "../open-cases";
import { enqueue } from "./enqueue";
import type { Handler } from "./job";

const waitMs = 600_000;

/**
 * The cached dates of every open case against what its events say. A difference is repaired under the case's lock, recorded
 * and reported: something other than the product wrote, or the product is wrong. How many were compared and repaired is
 * recorded too, for the DPO. While a change of the settings is still under way it waits: those differences are expected.
 */
export const compareDueDates: Handler<"compare-due-dates"> = async () => {
  if (await isRecomputing()) return db().$transaction((tx) => enqueue(tx, "compare-due-dates", {}, { key: "compare-due-dates", runAt: new Date(now().getTime() + waitMs) }));
  const clock = await clockFacts();
  let checked = 0;
  for await (const cases of openCases()) {
    checked += cases.length;
    const stale = cases.filter((found) => !isFresh(found, datesOf(found.request, clock))).map(({ reference }) => reference);
    const facts = stale.length > 0 ? await db().$transaction((tx) => refreshDates(tx, stale, damage)) : [];
    for (const { reference } of facts) log.error({ code: "due_date_repaired", reference: reference ?? "" });
  }
  const repaired = await record(checked);
  if (repaired > 0) log.error({ code: "due_dates_repaired", count: repaired });
  log.info({ code: "due_dates_compared", count: checked });
};

/** What was repaired since the last comparison, also by a run that broke off. */
async function record(checked: number): Promise<number> {
  return db().$transaction(async (tx) => {
    const last = await tx.event.findFirst({ where: { type: "DueDatesCompared" }, orderBy: { position: "desc" }, select: { position: true } });
    const repaired = await tx.event.count({ where: { type: "DueDateRepaired", position: { gt: last?.position ?? 0n } } });
    await audit(tx, systemActor(), "DueDatesCompared", { checked, repaired });
    return repaired;
  });
}

/** The columns that say what no day of this case ever said, with what they say now; null where the row is only old. */
function damage(found: FreshCase, clock: ClockFacts): Fact | null {
  const { reference, cached, dates } = found;
  const wrong = [
    ...(cached.dueOn !== dates.dueOn && !isOfAnEarlierDay(found, clock) ? (["dueOn"] as const) : []),
    // A row of before the column says nothing yet.
    ...(cached.targetOn !== null && cached.targetOn !== dates.targetOn ? (["targetOn"] as const) : []),
    ...(cached.suspended !== dates.suspended ? (["suspended"] as const) : []),
    ...(cached.suspendedOn !== dates.suspendedOn && !(cached.suspended && cached.suspendedOn === null) ? (["suspendedOn"] as const) : []),
  ];
  if (wrong.length === 0) return null;
  const of = (from: typeof cached) => Object.fromEntries(wrong.map((column) => [column, from[column]]));
  return auditFact(systemActor(), "DueDateRepaired", { reference, before: of(cached), after: of(dates) });
}

/** A suspended case's date moves with the days: is the cached one that of a day since its last event, not yet refreshed? */
function isOfAnEarlierDay({ request, events, cached, dates }: FreshCase, clock: ClockFacts): boolean {
  if (!dates.suspended) return false;
  for (let day = events.at(-1)?.on ?? clock.today; day < clock.today; day = addDays(day, 1)) {
    if (datesOf(request, { ...clock, today: day }).dueOn === cached.dueOn) return true;
  }
  return false;
}
