import { expect, test } from "vitest";
import { addDays, calendarDate, isWorkingDay } from "@/lib/law/calendar";
import { holidaysOf } from "@/lib/law/holidays";
import { farthestDays, taskReminderOn } from "./task-reminders";

const holidays = holidaysOf("FR");
/** The days of this period on which a department is reminded, each date once, as the memory of the database has it. */
function reminded(askedOn: string, dueOn: string, days: number): string[] {
  const told = new Set<string>();
  return Array.from({ length: days }, (_, index) => addDays(calendarDate(askedOn), index)).filter((today) => {
    const on = taskReminderOn({ askedOn: calendarDate(askedOn), dueOn: calendarDate(dueOn) }, today, holidays);
    if (on === null || told.has(on)) return false;
    told.add(on);
    return true;
  });
}

test("two working days before, on the day, then every third day, and never on a day nobody works", () => {
  expect(reminded("2026-12-01", "2026-12-14", 28)).toEqual(["2026-12-10", "2026-12-14", "2026-12-17", "2026-12-21", "2026-12-23", "2026-12-28"]);
});

test("asked shortly before: not of a date that was there already when it was asked", () => {
  expect(reminded("2026-12-09", "2026-12-10", 6)).toEqual(["2026-12-10", "2026-12-14"]);
  expect(reminded("2026-12-10", "2026-12-10", 5)).toEqual(["2026-12-14"]);
});

test("after days without a worker the latest date alone", () => {
  const task = { askedOn: calendarDate("2026-12-01"), dueOn: calendarDate("2026-12-14") };
  expect(taskReminderOn(task, calendarDate("2026-12-22"), holidays)).toBe("2026-12-20");
  expect(taskReminderOn(task, calendarDate("2026-12-09"), holidays)).toBeNull();
});

test("no task due later than the bound has anything to be said of", () => {
  for (let day = calendarDate("2026-01-01"); day < "2028-01-01"; day = addDays(day, 1)) {
    if (isWorkingDay(day, holidays)) expect(taskReminderOn({ askedOn: calendarDate("2025-12-01"), dueOn: addDays(day, farthestDays + 1) }, day, holidays), day).toBeNull();
  }
});
