import "server-only";
import { type CalendarDate, type Holidays, localDate } from "@/lib/law/calendar";
import { holidaysOf } from "@/lib/law/holidays";
import { defaultPolicy, type TimeLimitPolicy } from "@/lib/law/time-limit";
import { now } from "./clock";
import { env } from "./env";

export type ClockFacts = { at: Date; today: CalendarDate; holidays: Holidays; policy: TimeLimitPolicy };

/** The controller's civil date, holidays and policy at an instant (default: this one). */
export function clockFacts(at: Date = now()): ClockFacts {
  const { controllerTimeZone, holidayCalendar } = env();
  return { at, today: localDate(at.toISOString(), controllerTimeZone), holidays: holidaysOf(holidayCalendar), policy: defaultPolicy };
}
