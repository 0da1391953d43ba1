import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { addDays, addMonthsClamped, calendarDate, daysBetween, isCalendarDate, isWeekend, localDate, localHour, workingDaysBefore } from "./calendar";
import { timeZoneOf } from "./holiday-calendars";
import { holidaysOf } from "./holidays";

const d = calendarDate;
const someDate = fc.integer({ min: 0, max: 109_572 }).map((n) => addDays(d("1900-01-01"), n));

test.each(["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-1", "0000-01-01", "2026-01-01T00:00Z", " 2026-01-01", "2026-01-00", ""])(
  "%j is not a calendar date",
  (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => calendarDate(text)).toThrow(RangeError);
  },
);
test("leap days that exist are accepted", () => {
  expect(["2000-02-29", "2028-02-29", "2400-02-29"].every(isCalendarDate)).toBe(true);
});

test.each([
  ["2026-08-31", 1, "2026-09-30"],
  ["2026-01-31", 3, "2026-04-30"],
  ["2026-02-28", 1, "2026-03-28"],
  ["2027-12-31", 2, "2028-02-29"],
  ["1900-01-31", 1, "1900-02-28"],
])("%s plus %i months is %s", (date, months, expected) => {
  expect(addMonthsClamped(d(date), months)).toBe(expected);
});

test.each([
  ["2026-03-31T22:30:00Z", "Europe/Paris", "2026-04-01"],
  ["2026-10-25T00:30:00Z", "Europe/Paris", "2026-10-25"],
  ["2026-10-25T01:30:00Z", "Europe/Paris", "2026-10-25"],
  ["2026-03-29T00:59:59.999Z", "Europe/Paris", "2026-03-29"],
  ["2026-01-01T03:59:59Z", "America/Martinique", "2025-12-31"],
  ["2026-01-01T03:59:59+04:00", "Indian/Reunion", "2026-01-01"],
  ["2026-12-31T23:30:00-10:00", "Pacific/Kiritimati", "2027-01-01"],
])("%s in %s is %s, wherever the process runs", (instant, zone, expected) => {
  const before = process.env["TZ"];
  for (const processZone of ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Paris"]) {
    process.env["TZ"] = processZone;
    expect(localDate(instant, zone)).toBe(expected);
  }
  if (before === undefined) delete process.env["TZ"];
  else process.env["TZ"] = before;
});
test("an instant without offset, or a zone nobody knows, is refused", () => {
  expect(() => localDate("2026-03-31T22:30:00", "Europe/Paris")).toThrow(RangeError);
  expect(() => localDate("2026-03-31T22:30:00Z", "Europe/Nowhere")).toThrow(RangeError);
});

test("the hour of an instant is that of its zone, before and after the clocks change", () => {
  expect(localHour("2026-10-25T00:59:59Z", "Europe/Paris")).toBe(2);
  expect(localHour("2026-10-25T06:00:00Z", "Europe/Paris")).toBe(7);
  expect(localHour("2026-07-01T05:00:00Z", "Europe/Paris")).toBe(7);
  expect(localHour("2026-07-01T23:30:00Z", "Asia/Kolkata")).toBe(5);
  expect(() => localHour("2026-07-01T05:00:00", "Europe/Paris")).toThrow(RangeError);
});

test("adding days and counting them are inverse; seven days keep the weekday", () => {
  fc.assert(
    fc.property(someDate, fc.integer({ min: -500, max: 500 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
      expect(isWeekend(addDays(date, 7))).toBe(isWeekend(date));
    }),
  );
});

test("working days are counted back over the week-end and Easter Monday 2026", () => {
  expect(workingDaysBefore(d("2026-04-15"), 6, holidaysOf("FR"))).toBe("2026-04-07");
  expect(workingDaysBefore(d("2026-04-15"), 7, holidaysOf("FR"))).toBe("2026-04-03");
  expect(timeZoneOf("FR-YT")).toBe("Indian/Mayotte");
});

test("the reckoning agrees with Temporal, the language's own calendar, on every day and for every length", () => {
  fc.assert(
    fc.property(someDate, fc.integer({ min: -40, max: 40 }), fc.integer({ min: -500, max: 500 }), (date, months, days) => {
      const plain = Temporal.PlainDate.from(date);
      expect(addMonthsClamped(date, months)).toBe(plain.add({ months }).toString());
      expect(addDays(date, days)).toBe(plain.add({ days }).toString());
      expect(isWeekend(date)).toBe(plain.dayOfWeek >= 6);
    }),
    { numRuns: 5000 },
  );
});
test("a date before the first year or after the last one is refused", () => {
  expect(() => addDays(d("9999-12-31"), 1)).toThrow(RangeError);
  expect(() => addMonthsClamped(d("0001-01-15"), -1)).toThrow(RangeError);
  expect(() => addMonthsClamped(d("9999-12-15"), 1)).toThrow(RangeError);
});
