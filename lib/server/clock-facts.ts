import "server-only";
import { type CalendarDate, holidaysOf, type Holidays, localDate } from "@/lib/law/calendar";
import { defaultPolicy, type TimeLimitPolicy } from "@/lib/law/time-limit";
import { now } from "./clock";
import { env } from "./env";

export type ClockFacts = { at: Date; today: CalendarDate; holidays: Holidays; policy: TimeLimitPolicy };

/** The controller's civil date, holidays and policy at an instant (default: this one). */
export function clockFacts(at: Date = now()): ClockFacts {
  const { CONTROLLER_TIME_ZONE, HOLIDAY_CALENDAR } = env();
  return { at, today: localDate(at.toISOString(), CONTROLLER_TIME_ZONE), holidays: holidaysOf(HOLIDAY_CALENDAR), policy: defaultPolicy };
}
