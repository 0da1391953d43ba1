import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarDate } from "@/lib/law/calendar";
import { type FieldErrors, type Filled, formFields, questionOf } from "./time-limit-form";

const today = calendarDate("2026-11-26");
const empty: Filled = { filedOn: "", askedOn: "", sentOn: "", announcedOn: "", months: "", place: "FR" };
const ask = (filled: Partial<Filled>) => questionOf({ ...empty, filedOn: "2026-09-15", ...filled }, today);

test("one day is enough; what happened since becomes events", () => {
  expect(ask({})).toEqual({ question: { calendar: "FR", receivedOn: "2026-09-15", events: [] } });
  expect(ask({ askedOn: "2026-09-16", sentOn: "2026-09-16", announcedOn: "2026-10-01", months: "2", place: "FR-RE" })).toEqual({
    question: {
      calendar: "FR-RE",
      receivedOn: "2026-09-15",
      events: [
        { type: "identity-requested", on: "2026-09-16" },
        { type: "identity-received", on: "2026-09-16" },
        { type: "extension-notified", on: "2026-10-01", months: 2 },
      ],
    },
  });
});

test("days may be typed as people write them", () => {
  for (const filedOn of ["15/09/2026", "15/9/2026", "15.09.2026", "15-09-2026", "15 9 2026", " 2026-09-15 "]) expect(ask({ filedOn })).toMatchObject({ question: { receivedOn: "2026-09-15" } });
});

test.each<[string, Partial<Filled>, FieldErrors]>([
  ["nothing", { filedOn: "" }, { filedOn: "missing" }],
  ["no date", { filedOn: "hier" }, { filedOn: "date" }],
  ["30 February", { filedOn: "30/02/2026" }, { filedOn: "date" }],
  ["the American way", { filedOn: "09/15/2026" }, { filedOn: "date" }],
  ["tomorrow", { filedOn: "2026-11-27" }, { filedOn: "future" }],
  ["before the GDPR", { filedOn: "2018-05-24" }, { filedOn: "too-early" }],
  ["asked before the request", { askedOn: "2026-09-14" }, { askedOn: "before-filing" }],
  ["sent before it was asked", { askedOn: "2026-09-20", sentOn: "2026-09-19" }, { sentOn: "before-asked" }],
  ["sent, never asked", { sentOn: "2026-09-20" }, { askedOn: "asked-missing" }],
  ["announced, by how much?", { announcedOn: "2026-10-01" }, { months: "months-missing" }],
  ["by two months, when?", { months: "2" }, { announcedOn: "announced-missing" }],
  ["by three months", { months: "3" }, { months: "choice" }],
  ["announced in the future", { announcedOn: "2026-12-01", months: "1" }, { announcedOn: "future" }],
  ["elsewhere", { place: "DE" }, { place: "choice" }],
  ["everything", { filedOn: "x", askedOn: "x", sentOn: "x", announcedOn: "x", months: "x", place: "x" }, { filedOn: "date", askedOn: "date", sentOn: "date", announcedOn: "date", months: "choice", place: "choice" }],
])("%s: the field says so", (_, filled, errors) => {
  expect(ask(filled)).toEqual({ errors });
});

test("whatever is typed, the answer is a question or errors at fields of the form", () => {
  const filled = fc.record(Object.fromEntries(formFields.map((field) => [field, fc.oneof(fc.string(), fc.constantFrom("", "2026-09-15", "1", "FR"))])) as Record<keyof Filled, fc.Arbitrary<string>>);
  fc.assert(
    fc.property(filled, (typed) => {
      const answer = questionOf(typed, today);
      if ("errors" in answer) expect(Object.keys(answer.errors).length).toBeGreaterThan(0);
    }),
  );
});
