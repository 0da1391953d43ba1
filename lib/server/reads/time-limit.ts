import "server-only";
import { type CalendarDate, localDate } from "@/lib/law/calendar";
import { type HolidayCalendar, timeZoneOf } from "@/lib/law/holiday-calendars";
import { holidaysOf } from "@/lib/law/holidays";
import { type TimeLimit, timeLimit } from "@/lib/law/time-limit";
import type { TimeLimitQuestion } from "@/lib/request/time-limit-question";
import { now } from "../clock";
import { clockFacts } from "../clock-facts";
import { env } from "../env";

/** The controller's own calendar: what is asked about unless another is named. */
export function ownCalendar(): HolidayCalendar {
  return env().holidayCalendar;
}

/** The civil date where a calendar is in force. */
export function todayIn(calendar: HolidayCalendar, at: Date = now()): CalendarDate {
  return localDate(at.toISOString(), timeZoneOf(calendar));
}

/**
 * When a company in France must answer, by the policy in force here and, on the controller's own calendar, with the days it
 * added or removed. About no case and no person, so no actor is asked and nothing is kept.
 */
export async function timeLimitFor({ calendar, receivedOn, events }: TimeLimitQuestion, at: Date = now()): Promise<TimeLimit> {
  const { policy, holidays } = await clockFacts(at);
  return timeLimit({ receivedOn, events, policy, today: todayIn(calendar, at), holidays: calendar === ownCalendar() ? holidays : holidaysOf(calendar) });
}
