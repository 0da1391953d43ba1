import { expect, test } from "vitest";
import { dayFigures, dayWords, instantWords, shortDay, shortInstant } from "./dates";

test("a civil date in words, whatever the machine's time zone", () => {
  expect(dayWords("2026-12-07", "fr")).toBe("lundi 7 décembre 2026");
  expect(dayWords("2026-12-07", "en", false)).toBe("7 December 2026");
});

test("French says 1er for the first of a month, and for no other day", () => {
  expect(dayWords("2026-10-01", "fr")).toBe("jeudi 1er octobre 2026");
  expect(dayWords("2026-08-01", "fr", false)).toBe("1er août 2026");
  expect(dayWords("2026-10-21", "fr", false)).toBe("21 octobre 2026");
});

test("what is not a date is shown as it was typed", () => {
  expect(dayWords("bientôt", "fr")).toBe("bientôt");
});

test("an instant in the controller's time zone", () => {
  expect(instantWords("2026-11-23T23:30:00Z", "Europe/Paris", "fr")).toContain("24 novembre 2026");
  expect(instantWords("2026-11-23T23:30:00Z", "America/Martinique", "en")).toContain("23 November 2026");
});

test("a day in figures is that of the controller's time zone, day first in both languages", () => {
  expect([dayFigures("2026-11-03T23:30:00Z", "Europe/Paris", "fr"), dayFigures("2026-11-03T23:30:00Z", "UTC", "en")]).toEqual(["04/11/2026", "03/11/2026"]);
});

test("few words, for tables; the first of a month too", () => {
  expect(shortDay("2026-12-07", "en")).toBe("Mon 7 Dec");
  expect(shortDay("2026-12-07", "fr", true)).toBe("lun. 7 déc. 2026");
  expect(shortInstant("2026-10-01T09:05:00Z", "Europe/Paris", "fr")).toBe("1er oct. 2026, 11:05");
  expect(instantWords("2026-10-01T09:05:00Z", "Europe/Paris", "fr")).toMatch(/^jeudi 1er octobre 2026/);
});
