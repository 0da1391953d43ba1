// The public holidays of a year. Code du travail L3133-1; Reg. 1182/71 art. 2(1).
// https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006072050/LEGISCTA000033008129
import Library from "date-holidays";
import type { CalendarDate, Holidays } from "./calendar";
import type { HolidayChange } from "./clock-settings";
import { holidayNames, nationalHolidays, territorialHolidays } from "./holiday-calendars";
import type { HolidayCalendar, HolidayKey, HolidayRule } from "./holiday-calendars";

type Year = ReadonlyMap<string, HolidayKey>;

const known = new Map<HolidayCalendar, Holidays>();

/**
 * The public holidays of a calendar, as the law stands today, for every year; 8 May only from 1982 (loi 81-893).
 * `changes`: days a newer law designates, or no longer does. Built once per calendar and year, then remembered.
 */
export function holidaysOf(calendar: HolidayCalendar, changes: readonly HolidayChange[] = []): Holidays {
  const official = known.get(calendar) ?? build(calendar);
  known.set(calendar, official);
  return changes.length === 0 ? official : changed(official, changes);
}

function build(calendar: HolidayCalendar): Holidays {
  const rules = [...nationalHolidays, ...territorialHolidays[calendar]];
  const years = new Map<string, Year>();
  return lookUp(calendar, (date) => {
    const year = date.slice(0, 4);
    const days = years.get(year) ?? daysOfYear(rules, year);
    years.set(year, days);
    return days.get(date) ?? null;
  });
}

function daysOfYear(rules: readonly HolidayRule[], year: string): Year {
  const computed = datesOfYear(year);
  const days = new Map<string, HolidayKey>();
  for (const [rule, key] of rules) {
    const date = rule.startsWith("easter") ? computed.get(rule) : `${year}-${rule}`;
    if (date && !days.has(date) && !(key === "victory-1945" && year < "1982")) days.set(date, key);
  }
  return days;
}

/**
 * The library's own territories differ from the law (Good Friday in Guadeloupe and Martinique, 27 May in Saint-Martin):
 * only France's public days are taken from it, and Good Friday asked of it.
 */
const library = new Library("FR");
library.setHoliday("easter -2", { name: "good-friday", type: "public" });
const computedYears = new Map<string, ReadonlyMap<string, string>>();

/** Date by rule. The library is slow: once per year for all calendars. */
function datesOfYear(year: string): ReadonlyMap<string, string> {
  const dates =
    computedYears.get(year) ??
    new Map(library.getHolidays(Number(year)).flatMap((day) => (day.type === "public" ? [[day.rule, day.date.slice(0, 10)] as const] : [])));
  computedYears.set(year, dates);
  return dates;
}

function changed(official: Holidays, changes: readonly HolidayChange[]): Holidays {
  const change = new Map<CalendarDate, HolidayChange["change"]>(changes.map(({ on, change }) => [on, change]));
  return lookUp(official.calendar, (date) => (change.get(date) === "removed" ? null : official.key(date) ?? (change.has(date) ? "added" : null)));
}

function lookUp(calendar: HolidayCalendar, key: (date: CalendarDate) => HolidayKey | null): Holidays {
  return {
    calendar,
    key,
    has: (date) => key(date) !== null,
    name: (date, locale) => {
      const found = key(date);
      return found && holidayNames[found][locale.startsWith("fr") ? "fr" : "en"];
    },
  };
}
