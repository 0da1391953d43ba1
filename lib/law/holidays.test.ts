import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { addDays, calendarDate, isHoliday, holidayName, type CalendarDate } from "./calendar";
import fixture from "./fixtures/public-holidays.json";
import { holidayCalendars, type HolidayCalendar } from "./holiday-calendars";
import { holidaysOf } from "./holidays";

const d = calendarDate;

function daysOf(calendar: HolidayCalendar, from: number, to: number): CalendarDate[] {
  const holidays = holidaysOf(calendar);
  const found: CalendarDate[] = [];
  for (let day = d(`${from}-01-01`); day <= `${to}-12-31`; day = addDays(day, 1)) if (holidays.has(day)) found.push(day);
  return found;
}

test.each(["FR", "FR-AM"] as const)("%s agrees with the official list, 2024 to 2030", (calendar) => {
  expect(daysOf(calendar, 2024, 2030)).toEqual(fixture[calendar]);
});

const shared = new URL("../../../shared/data/holidays/", import.meta.url);
test.runIf(existsSync(shared)).each([["FR", "metropole"], ["FR-AM", "alsace-moselle"]] as const)(
  "%s agrees with the whole official list, 2006 to 2031",
  (calendar, file) => {
    const official = Object.keys(JSON.parse(readFileSync(new URL(`${file}.json`, shared), "utf8"))).sort();
    expect(daysOf(calendar, 2006, 2031)).toEqual(official.filter((day) => day >= "2006" && day < "2032"));
  },
);

test.each([
  ["FR-GP", "05-27"],
  ["FR-MQ", "05-22"],
  ["FR-GF", "06-10"],
  ["FR-RE", "12-20"],
  ["FR-YT", "04-27"],
  ["FR-MF", "05-28"],
  ["FR-BL", "10-09"],
] as const)("%s has the national days and %s, nothing else; Good Friday is a working day there", (calendar, abolition) => {
  for (const year of [2026, 2027, 2034]) {
    expect(daysOf(calendar, year, year)).toEqual([...new Set([...daysOf("FR", year, year), d(`${year}-${abolition}`)])].sort());
  }
});

test("every year from 1900 to 2200 has its days: eleven, less one where two meet; ten before 8 May came back in 1982", () => {
  for (let year = 1900; year <= 2200; year += 1) {
    const days = daysOf("FR", year, year).length;
    const full = year < 1982 ? 10 : 11;
    expect([full, full - 1], `${year}`).toContain(days);
  }
  expect(isHoliday(d("1981-05-08"), holidaysOf("FR"))).toBe(false);
  expect(isHoliday(d("1982-05-08"), holidaysOf("FR"))).toBe(true);
});

test("no year throws, in any calendar", () => {
  for (const calendar of holidayCalendars) {
    for (const year of ["1583", "1899", "2201", "9999"]) expect(holidaysOf(calendar).has(d(`${year}-12-25`))).toBe(true);
    expect(() => holidaysOf(calendar).has(d("0001-12-25"))).not.toThrow();
  }
});

test("where two holidays meet, the fixed one gives the name (1 May 2008 is also Ascension)", () => {
  expect(holidaysOf("FR").key(d("2008-05-01"))).toBe("labour-day");
  expect(holidayName(d("2026-05-14"), holidaysOf("FR"), "fr-FR")).toBe("Ascension");
  expect(holidayName(d("2026-05-25"), holidaysOf("FR"), "en")).toBe("Whit Monday");
  expect(holidayName(d("2026-05-26"), holidaysOf("FR"), "fr")).toBeNull();
});

test("a calendar is built once; days a text added or removed leave the official one as it is", () => {
  expect(holidaysOf("FR")).toBe(holidaysOf("FR"));
  const changed = holidaysOf("FR", [{ on: d("2027-03-08"), change: "added" }, { on: d("2027-03-29"), change: "removed" }]);
  expect(changed.key(d("2027-03-08"))).toBe("added");
  expect(changed.has(d("2027-03-29"))).toBe(false);
  expect(changed.key(d("2027-05-01"))).toBe("labour-day");
  expect(holidaysOf("FR").has(d("2027-03-08"))).toBe(false);
  expect(holidaysOf("FR").key(d("2027-03-29"))).toBe("easter-monday");
});
