import "server-only";
import { type CalendarDate, type Holidays, localDate } from "@/lib/law/calendar";
import { holidaysOf } from "@/lib/law/holidays";
import { defaultPolicy, type TimeLimitPolicy } from "@/lib/law/time-limit";
import { now } from "./clock";
import { env } from "./env";

export type ClockFacts = { at: Date; today: CalendarDate; holidays: Holidays; policy: TimeLimitPolicy };

/** The controller's civil date, holidays and policy at an instant (default: this one). */
export function clockFacts(at: Date = now()): ClockFacts {
  return { at, today: civilDay(at), holidays: holidaysOf(env().holidayCalendar), policy: defaultPolicy };
}

/** The civil date of an instant where the controller is. */
export function civilDay(at: Date): CalendarDate {
  return localDate(at.toISOString(), env().controllerTimeZone);
}
