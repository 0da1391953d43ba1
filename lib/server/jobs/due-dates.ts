import "server-only";
import { datesOf } from "@/lib/request/summary";
import { isFresh, refreshDates } from "../cached-dates";
import { clockFacts } from "../clock-facts";
import { db } from "../db";
import { log } from "../log";
import { openCases } from "../open-cases";
import type { Handler } from "./job";

/**
 * While a suspension is open the due date is the one it would have if it ended today: it moves with every day. The queue
 * sorts by a cached date, so the cache follows. The events are not touched.
 */
export const dueDates: Handler<"due-dates"> = async () => {
  const clock = await clockFacts();
  let changed = 0;
  for await (const cases of openCases({ suspended: true })) {
    const stale = cases.filter((found) => !isFresh(found, datesOf(found.request, clock))).map(({ reference }) => reference);
    if (stale.length > 0) await db().$transaction((tx) => refreshDates(tx, stale));
    changed += stale.length;
  }
  log.info({ code: "due_dates", count: changed });
};
