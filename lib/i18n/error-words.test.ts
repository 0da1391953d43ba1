import { expect, test } from "vitest";
import { errorsOfPage } from "@/lib/request/ask/steps";
import { calendarDate } from "@/lib/law/calendar";
import { errorWords } from "./error-words";

const codesOf = (text: string) => errorsOfPage("access", ["details"], { scope: "specific", details: text }, calendarDate("2026-11-23"));

test("what is too long says how long it may be and how long it is, trimmed", () => {
  const codes = codesOf(` ${"x".repeat(5012)}\n`);
  expect(errorWords(codes, "en")).toEqual({ details: "Shorten this text: 4,000 characters at most; there are 5,012" });
  expect(errorWords(codes, "fr")["details"]).toMatch(/^Raccourcissez ce texte\u00a0: 4\s000 caractères au plus\u00a0; il y en a 5\s012$/);
  expect(errorWords(codesOf("x".repeat(16_500)), "en")["details"]).toContain("4,000 characters at most; there are 16,500");
  expect(codesOf("x".repeat(4000))).toEqual({});
});

test("a field keeps its own words; a code without lengths has the plain ones; an unknown one is no blank", () => {
  expect(errorWords({ viewName: "too-long:60:70", bornOn: "date-order", body: "too-long", x: "made-up" }, "en")).toEqual({
    viewName: "Choose a shorter name, of 60 characters at most",
    bornOn: "This date of birth is after the date of death; check both",
    body: "This text is too long, please shorten it a little",
    x: "Choose one of the answers offered",
  });
});
