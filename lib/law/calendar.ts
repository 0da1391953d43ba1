// Civil dates and working days, as Regulation (EEC, Euratom) 1182/71 counts them.
// https://eur-lex.europa.eu/eli/reg/1971/1182/oj
import { Temporal } from "temporal-polyfill";
import type { HolidayCalendar, HolidayKey } from "./holiday-calendars";

declare const civil: unique symbol;

/** A civil date "YYYY-MM-DD", checked. Sorts and compares as text; survives JSON. Not an instant: it has no time zone. */
export type CalendarDate = string & { readonly [civil]: true };

/** The public holidays of one calendar. Every look-up is in constant time. Made by `holidaysOf`. */
export type Holidays = {
  calendar: HolidayCalendar;
  has(date: CalendarDate): boolean;
  /** Which holiday falls on the date, or null. */
  key(date: CalendarDate): HolidayKey | null;
  /** The holiday's name in French where `locale` is French, else in English; null on any other day. */
  name(date: CalendarDate, locale: string): string | null;
};

/** Checks a text "YYYY-MM-DD", years 0001 to 9999. Throws RangeError on any other shape and on days that do not exist. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError("not a calendar date");
  return text;
}

/** Is the text a civil date "YYYY-MM-DD" that exists, years 0001 to 9999? For input schemas. */
export function isCalendarDate(text: string): text is CalendarDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

/**
 * The civil date on which an instant falls in a time zone, e.g. 22:30 UTC on 31 March is 1 April in Paris.
 * `instantISO` must carry Z or an offset; throws RangeError otherwise or on an unknown zone.
 */
export function localDate(instantISO: string, timeZone: string): CalendarDate {
  return calendarDate(Temporal.Instant.from(instantISO).toZonedDateTimeISO(timeZone).toPlainDate().toString());
}

/** The hour of the day, 0 to 23, at which an instant falls in a time zone. Throws as `localDate` does. */
export function localHour(instantISO: string, timeZone: string): number {
  return Temporal.Instant.from(instantISO).toZonedDateTimeISO(timeZone).hour;
}

/** Same day number `months` later, else the last day of that month. Never chain: 31 January + 3 is 30 April. Reg. 1182/71 art. 3(2)(c). */
export function addMonthsClamped(date: CalendarDate, months: number): CalendarDate {
  return calendarDate(plain(date).add({ months }).toString());
}

/** `days` calendar days later; earlier if negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return days === 0 ? date : calendarDate(plain(date).add({ days }).toString());
}

/** Calendar days from one date to another; 0 on the same day, negative if `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return plain(from).until(plain(to), { largestUnit: "days" }).days;
}

/** The later of two dates. */
export function laterOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other;
}

/** Saturday or Sunday. Reg. 1182/71 art. 2(2): all other days than public holidays, Sundays and Saturdays are working days. */
export function isWeekend(date: CalendarDate): boolean {
  return plain(date).dayOfWeek >= 6;
}

/** Is the date a public holiday of the calendar? Week-ends are not, unless a holiday falls on them. */
export function isHoliday(date: CalendarDate, holidays: Holidays): boolean {
  return holidays.has(date);
}

/** The name of the public holiday on the date, or null. */
export function holidayName(date: CalendarDate, holidays: Holidays, locale: string): string | null {
  return holidays.name(date, locale);
}

/** Neither Saturday, nor Sunday, nor a public holiday. Reg. 1182/71 art. 2(2). */
export function isWorkingDay(date: CalendarDate, holidays: Holidays): boolean {
  return !isWeekend(date) && !holidays.has(date);
}

/** The date itself if it is a working day, else the nearest one before it. */
export function lastWorkingDay(date: CalendarDate, holidays: Holidays): CalendarDate {
  let day = date;
  while (!isWorkingDay(day, holidays)) day = addDays(day, -1);
  return day;
}

/** The date `days` working days before a date; the date itself is not counted. */
export function workingDaysBefore(date: CalendarDate, days: number, holidays: Holidays): CalendarDate {
  let day = date;
  for (let left = days; left > 0; left -= 1) day = lastWorkingDay(addDays(day, -1), holidays);
  return day;
}

function plain(date: CalendarDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(date);
}
