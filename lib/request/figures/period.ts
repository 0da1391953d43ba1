import { addMonthsClamped, addDays, calendarDate, type CalendarDate } from "@/lib/law/calendar";

/** A calendar month, "YYYY-MM". */
export type Month = string;
/** Whole months, the first and the last of them. */
export type Period = { from: Month; until: Month };

export const mostMonths = 36;
const usual = 12;

/** The period an address asks for. The twelve months up to now where it asks for none that can be; never more than 36 months, nor one to come. */
export function periodOf(asked: { from?: string | undefined; until?: string | undefined }, today: CalendarDate): Period {
  const known = pastMonths(today);
  const [one, other] = [asked.from, asked.until].map((month) => (month !== undefined && known.includes(month) ? month : null));
  if (one && other) return one <= other ? { from: one, until: other } : { from: other, until: one };
  if (one) return { from: one, until: monthOf(today) };
  const until = other ?? monthOf(today);
  return { from: [...monthsBefore(until, usual - 1), known.at(-1) as Month].find((month) => known.includes(month)) as Month, until };
}

/** The months one may ask about, the newest first. */
export function pastMonths(today: CalendarDate): Month[] {
  return [monthOf(today), ...monthsBefore(monthOf(today), mostMonths - 1).toReversed()];
}

/** Every month of the period, in order. */
export function monthsOf({ from, until }: Period): Month[] {
  return monthsBetween(from, until);
}

/** Every month from the one to the other, in order. */
export function monthsBetween(from: Month, until: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= until; month = monthOf(addMonthsClamped(startOf(month), 1))) months.push(month);
  return months;
}

/** First and last day of the period. */
export function daysOf({ from, until }: Period): { firstOn: CalendarDate; lastOn: CalendarDate } {
  return { firstOn: startOf(from), lastOn: addDays(addMonthsClamped(startOf(until), 1), -1) };
}

/** The twelve months before this one: whole, so that what is published of them does not move from day to day. */
export function lastWholeYear(today: CalendarDate): Period {
  const until = monthOf(addMonthsClamped(startOf(monthOf(today)), -1));
  return { from: monthsBefore(until, usual - 1)[0] as Month, until };
}

/** The month a day falls in. */
export function monthOf(day: CalendarDate): Month {
  return day.slice(0, 7);
}

function startOf(month: Month): CalendarDate {
  return calendarDate(`${month}-01`);
}

/** So many months before this one, the oldest first. */
function monthsBefore(month: Month, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => monthOf(addMonthsClamped(startOf(month), index - count)));
}
