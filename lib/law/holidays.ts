// The public holidays of a year. Code du travail L3133-1; Reg. 1182/71 art. 2(1).
// https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006072050/LEGISCTA000033008129
import Library from "date-holidays";
import type { CalendarDate, Holidays } from "./calendar";
import { holidayNames, nationalHolidays, territorialHolidays } from "./holiday-calendars";
import type { HolidayCalendar, HolidayKey } from "./holiday-calendars";

type Year = ReadonlyMap<string, HolidayKey>;

const known = new Map<HolidayCalendar, Holidays>();

/**
 * The public holidays of a calendar, as the law stands today, for every year; 8 May only from 1982 (loi 81-893).
 * `added`: further days a new law designates. Built once per calendar and year, then remembered.
 */
export function holidaysOf(calendar: HolidayCalendar, added: readonly CalendarDate[] = []): Holidays {
  const official = known.get(calendar) ?? build(calendar);
  known.set(calendar, official);
  return added.length === 0 ? official : withAdded(official, new Set(added));
}

function build(calendar: HolidayCalendar): Holidays {
  // The library's own territories differ from the law (Good Friday in Guadeloupe and Martinique, 27 May in Saint-Martin):
  // only the national rules are taken from it.
  const rules = [...nationalHolidays, ...territorialHolidays[calendar]];
  const library = new Library("FR");
  for (const [rule, key] of territorialHolidays[calendar]) library.setHoliday(rule, { name: key, type: "public" });
  const years = new Map<number, Year>();
  return lookUp(calendar, (date) => {
    const number = Number(date.slice(0, 4));
    const year = years.get(number) ?? holidaysOfYear(library, rules, number);
    years.set(number, year);
    return year.get(date) ?? null;
  });
}

function holidaysOfYear(library: Library, rules: (typeof nationalHolidays)[number][], number: number): Year {
  const days = library.getHolidays(number).filter((day) => day.type === "public");
  const year = new Map<string, HolidayKey>();
  for (const [rule, key] of rules) {
    const date = days.find((day) => day.rule === rule)?.date.slice(0, 10);
    if (date && !year.has(date) && !(key === "victory-1945" && number < 1982)) year.set(date, key);
  }
  return year;
}

function withAdded(official: Holidays, added: ReadonlySet<CalendarDate>): Holidays {
  return lookUp(official.calendar, (date) => official.key(date) ?? (added.has(date) ? "added" : null));
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
