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
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith("0000")) return false;
  const at = Date.parse(text);
  // A day past the end of its month would be read as one of the next.
  return !Number.isNaN(at) && isoOf(at) === text;
}

/**
 * The civil date on which an instant falls in a time zone, e.g. 22:30 UTC on 31 March is 1 April in Paris.
 * `instantISO` must carry Z or an offset; throws RangeError otherwise or on an unknown zone.
 */
export function localDate(instantISO: string, timeZone: string): CalendarDate {
  return calendarDate(Temporal.Instant.from(instantISO).toZonedDateTimeISO(timeZone).toPlainDate().toString());
}

/** The instant at which a civil day begins in a time zone, or its hour "HH:MM" there; UTC, ISO. An hour the clocks skip is the next that exists. */
export function instantOf(date: CalendarDate, timeZone: string, hour?: string): string {
  const at = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, ...(hour ? { plainTime: Temporal.PlainTime.from(hour) } : {}) });
  return at.toInstant().toString({ smallestUnit: "millisecond" });
}

/** The hour of the day, 0 to 23, at which an instant falls in a time zone. Throws as `localDate` does. */
export function localHour(instantISO: string, timeZone: string): number {
  return Temporal.Instant.from(instantISO).toZonedDateTimeISO(timeZone).hour;
}

/** Same day number `months` later, else the last day of that month. Never chain: 31 January + 3 is 30 April. Reg. 1182/71 art. 3(2)(c). */
export function addMonthsClamped(date: CalendarDate, months: number): CalendarDate {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const first = `${padded(Math.floor(month / 12), 4)}-${padded((month % 12) + 1, 2)}-`;
  for (let day = Number(date.slice(8)); ; day -= 1) {
    const same = first + padded(day, 2);
    if (isCalendarDate(same)) return same;
    if (day <= 28) throw new RangeError("not a calendar date");
  }
}

/** `days` calendar days later; earlier if negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return days === 0 ? date : calendarDate(isoOf(Date.parse(date) + days * dayMs));
}

/** Calendar days from one date to another; 0 on the same day, negative if `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

/** The later of two dates. */
export function laterOf(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one > other ? one : other;
}

/** Saturday or Sunday. Reg. 1182/71 art. 2(2): all other days than public holidays, Sundays and Saturdays are working days. */
export function isWeekend(date: CalendarDate): boolean {
  return [0, 6].includes(new Date(date).getUTCDay());
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

/** A civil date is counted as its midnight in UTC, where every day has the same length: no time zone, no clock change. */
const dayMs = 86_400_000;

function isoOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, "0");
}
