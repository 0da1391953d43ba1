import "server-only";
import { randomUUID } from "node:crypto";
import { type DatesAround, datesAround } from "@/lib/request/dates-around";
import { isFresh, refreshDates } from "../cached-dates";
import { now } from "../clock";
import { clocksAround } from "../clock-settings";
import { db } from "../db";
import type { Fact } from "../events";
import { log } from "../log";
import { type OpenCase, openCases } from "../open-cases";
import type { Handler } from "./job";

/**
 * After a change of the clock's settings: every open case it moves gets an event that says from which date to which, by who
 * made the change, and its row the new dates, in one transaction per batch. Run again, it finds what is left to do.
 */
export const recompute: Handler<"recompute"> = async ({ version, staffId }) => {
  const { changedAt, before, after } = await clocksAround(version, now());
  const change: Change = { version, changedAt, staffId, datesOf: datesAround(before, after) };
  let moved = 0;
  for await (const cases of openCases()) {
    const stale = cases.filter((found) => isStale(found, change)).map(({ reference }) => reference);
    if (stale.length === 0) continue;
    const facts = await db().$transaction((tx) => refreshDates(tx, stale, (found) => moveFact(found, change)));
    moved += facts.length;
  }
  log.info({ code: "due_dates_moved", count: moved });
};

type Change = { version: number; changedAt: Date; staffId: string; datesOf: DatesAround };

function isStale(found: OpenCase, change: Change): boolean {
  const { old, fresh } = change.datesOf(found.request);
  return !isFresh(found, fresh) || (old.dueOn !== fresh.dueOn && isUntold(found, change));
}

/** Has the case still to be told of this change? One filed after it never had another date. */
function isUntold({ events }: OpenCase, { changedAt, version }: Change): boolean {
  const filedAt = Date.parse(events[0]?.at ?? "");
  return filedAt < changedAt.getTime() && !events.some((event) => event.type === "DueDateMoved" && event.data.settingsVersion === version);
}

function moveFact(found: OpenCase, change: Change): Fact | null {
  const { request } = found;
  const { old, fresh } = change.datesOf(request);
  if (old.dueOn === fresh.dueOn || !isUntold(found, change)) return null;
  const data = { settingsVersion: change.version, before: old.dueOn, after: fresh.dueOn };
  return { id: randomUUID(), reference: request.reference, sequence: request.version + 1, type: "DueDateMoved", actor: `staff:${change.staffId}`, data };
}
