import "server-only";
import type { CalendarDate } from "@/lib/law/calendar";
import { monthOf, monthsBetween } from "@/lib/request/figures/period";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db } from "../db";
import { recountMonth } from "../figure-cells";
import { log } from "../log";
import type { Handler } from "./job";
import { dayOf } from "../date-column";

/** Every month counted anew from the rows, each in a short transaction of its own. What was wrong is repaired and reported; after `tally-cases` some is expected to be. */
export const countFigures: Handler<"count-figures"> = async ({ isExpected }) => {
  let wrong = 0;
  for (const month of monthsBetween(monthOf(await firstDay()), monthOf(civilDay(now())))) wrong += await db().$transaction((tx) => recountMonth(tx, month));
  if (wrong > 0 && !isExpected) log.error({ code: "figures_repaired", count: wrong });
  else log.info({ code: "figures_counted", count: wrong });
};

async function firstDay(): Promise<CalendarDate> {
  const { _min } = await db().subjectRequest.aggregate({ _min: { receivedOn: true } });
  return _min.receivedOn ? dayOf(_min.receivedOn) : civilDay(now());
}
