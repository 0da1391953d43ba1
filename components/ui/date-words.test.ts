import { expect, test } from "vitest";
import { dateWords, instantWords } from "./date-words";

test("a civil date in words, whatever the machine's time zone", () => {
  expect(dateWords("2026-12-07", "fr")).toBe("lundi 7 décembre 2026");
  expect(dateWords("2026-12-07", "en", false)).toBe("7 December 2026");
});

test("French says 1er for the first of a month, and for no other day", () => {
  expect(dateWords("2026-10-01", "fr")).toBe("jeudi 1er octobre 2026");
  expect(dateWords("2026-08-01", "fr", false)).toBe("1er août 2026");
  expect(dateWords("2026-10-21", "fr", false)).toBe("21 octobre 2026");
});

test("what is not a date is shown as it was typed", () => {
  expect(dateWords("bientôt", "fr")).toBe("bientôt");
});

test("an instant in the controller's time zone", () => {
  expect(instantWords("2026-11-23T23:30:00Z", "fr", "Europe/Paris")).toContain("24 novembre 2026");
  expect(instantWords("2026-11-23T23:30:00Z", "en", "America/Martinique")).toContain("23 November 2026");
});
