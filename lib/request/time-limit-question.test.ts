import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarDate } from "@/lib/law/calendar";
import examples from "@/lib/law/fixtures/time-limit.examples.json";
import { holidaysOf } from "@/lib/law/holidays";
import { defaultPolicy, timeLimit } from "@/lib/law/time-limit";
import { parseQuestion, type QuestionError } from "./time-limit-question";

type Example = (typeof examples)[number];
const shared = join(resolve(process.env.SHARED_DIR ?? join(import.meta.dirname, "../../../shared")), "vectors/time-limit.json");
const all: Example[] = [...examples, ...(existsSync(shared) ? (JSON.parse(readFileSync(shared, "utf8")) as Example[]) : [])];

function dueOf(body: unknown): string {
  const parsed = parseQuestion(body);
  if ("issues" in parsed) throw new Error(JSON.stringify(parsed.issues));
  const { calendar, ...question } = parsed.question;
  return timeLimit({ ...question, holidays: holidaysOf(calendar), policy: defaultPolicy, today: question.receivedOn }).dueOn;
}
const asked = (example: Example) => ({ receivedAt: example.receivedAt, calendar: example.calendar, events: example.events as unknown[] });

test("every worked example is due when its author says", () => {
  expect(all.length).toBeGreaterThan(15);
  for (const example of all) expect(dueOf(asked(example)), example.id).toBe(example.expectedDue);
});

test("the order of the events is irrelevant, even where all happen at the same instant", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...all.filter(({ events }) => events.length > 1)).chain((example) => fc.tuple(fc.constant(example), fc.shuffledSubarray(example.events as unknown[], { minLength: example.events.length }))),
      ([example, events]) => {
        expect(dueOf({ ...asked(example), events })).toBe(example.expectedDue);
      },
    ),
  );
  const at = "2026-09-02T10:00:00+02:00";
  const events = [{ type: "identity_received", at }, { type: "identity_requested", at }];
  expect(parseQuestion({ receivedAt: at, calendar: "FR", events })).toMatchObject({ question: { events: [{ type: "identity-requested" }, { type: "identity-received" }] } });
});

test("the day is that of the calendar's own zone", () => {
  const question = (calendar: string) => parseQuestion({ receivedAt: "2026-08-30T22:30:00Z", calendar, events: [] });
  expect(question("FR")).toMatchObject({ question: { receivedOn: calendarDate("2026-08-31") } });
  expect(question("FR-MQ")).toMatchObject({ question: { receivedOn: calendarDate("2026-08-30") } });
});

const at = "2026-09-01T10:00:00+02:00";
const whole = { receivedAt: at, calendar: "FR", events: [] };
const withEvent = (event: unknown) => ({ ...whole, events: [event] });
const parsed = (text: string): unknown => JSON.parse(text);

test.each<[string, unknown, string, QuestionError]>([
  ["no object", null, "#", "object"],
  ["a list", [], "#", "object"],
  ["a text", "x", "#", "object"],
  ["no receipt", { calendar: "FR", events: [] }, "#/receivedAt", "missing"],
  ["a number", { ...whole, receivedAt: 5 }, "#/receivedAt", "instant"],
  ["a day", { ...whole, receivedAt: "2026-09-01" }, "#/receivedAt", "instant"],
  ["no zone", { ...whole, receivedAt: "2026-09-01T10:00:00" }, "#/receivedAt", "instant"],
  ["30 February", { ...whole, receivedAt: "2026-02-30T10:00:00Z" }, "#/receivedAt", "instant"],
  ["year zero", { ...whole, receivedAt: "0000-01-01T10:00:00Z" }, "#/receivedAt", "instant"],
  ["a long text", { ...whole, receivedAt: `${at}${" ".repeat(9000)}` }, "#/receivedAt", "instant"],
  ["NUL", { ...whole, receivedAt: `${at}\u0000` }, "#/receivedAt", "instant"],
  ["1899 in Paris, 1900 in Greenwich", { ...whole, receivedAt: "1899-12-31T23:00:00Z" }, "#/receivedAt", "year"],
  ["2201 in Paris", { ...whole, receivedAt: "2200-12-31T23:30:00Z" }, "#/receivedAt", "year"],
  ["no calendar", { receivedAt: at, events: [] }, "#/calendar", "missing"],
  ["another country", { ...whole, calendar: "DE" }, "#/calendar", "calendar"],
  ["a calendar from the prototype", { ...whole, calendar: "constructor" }, "#/calendar", "calendar"],
  ["no events", { receivedAt: at, calendar: "FR" }, "#/events", "missing"],
  ["events as an object", { ...whole, events: {} }, "#/events", "list"],
  ["51 events", { ...whole, events: Array.from({ length: 51 }, () => ({ type: "posted", at })) }, "#/events", "too-many"],
  ["an event that is none", withEvent(1), "#/events/0", "object"],
  ["an unknown type", withEvent({ type: "paid", at }), "#/events/0/type", "type"],
  ["no type", withEvent({ at }), "#/events/0/type", "type"],
  ["no instant", withEvent({ type: "posted" }), "#/events/0/at", "missing"],
  ["a wrong instant", withEvent({ type: "posted", at: "yesterday" }), "#/events/0/at", "instant"],
  ["no months", withEvent({ type: "extension_notified", at }), "#/events/0/months", "missing"],
  ["three months", withEvent({ type: "extension_notified", at, months: 3 }), "#/events/0/months", "months"],
  ["months as text", withEvent({ type: "extension_notified", at, months: "2" }), "#/events/0/months", "months"],
  ["months of something else", withEvent({ type: "posted", at, months: 2 }), "#/events/0/months", "unknown"],
  ["a follow-up in words", withEvent({ type: "identity_requested", at, followUp: "yes" }), "#/events/0/followUp", "boolean"],
  ["asked before the receipt", withEvent({ type: "identity_requested", at: "2026-08-31T10:00:00+02:00" }), "#/events/0/at", "before-receipt"],
  ["posted after the receipt", withEvent({ type: "posted", at: "2026-09-02T10:00:00+02:00" }), "#/events/0/at", "after-receipt"],
  ["an event of 2300", withEvent({ type: "identity_received", at: "2300-01-01T00:00:00Z" }), "#/events/0/at", "year"],
  ["an unknown name", { ...whole, today: at }, "#/today", "unknown"],
  ["a name with a slash and a tilde", { ...whole, "a/b~c d": 1 }, "#/a~1b~0c%20d", "unknown"],
  ["half a letter", parsed(`{"receivedAt":"${at}","calendar":"FR","events":[],"\\ud800":1}`), "#/%EF%BF%BD", "unknown"],
  ["a name too long", { ...whole, ["x".repeat(41)]: 1 }, "#", "unknown"],
  ["__proto__", parsed(`{"receivedAt":"${at}","calendar":"FR","events":[],"__proto__":{"x":1}}`), "#/__proto__", "unknown"],
  ["constructor", parsed(`{"receivedAt":"${at}","calendar":"FR","events":[],"constructor":{"prototype":{"x":1}}}`), "#/constructor", "unknown"],
])("%s: the field is named", (_, body, pointer, code) => {
  expect(parseQuestion(body)).toEqual({ issues: [{ pointer, code }] });
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
});

test("every wrong field is named, but no more than twenty", () => {
  expect(parseQuestion({ receivedAt: 1, calendar: 2, events: 3 })).toMatchObject({ issues: [{ pointer: "#/receivedAt" }, { pointer: "#/calendar" }, { pointer: "#/events" }] });
  expect(parseQuestion(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, 1])))).toSatisfy((answer: { issues: unknown[] }) => answer.issues.length === 20);
});

test("whatever JSON is sent, the answer is a question or issues, never an error thrown", () => {
  const nearly = fc.record({ receivedAt: fc.oneof(fc.constant(at), fc.string()), calendar: fc.oneof(fc.constant("FR"), fc.string()), events: fc.array(fc.oneof(fc.jsonValue(), fc.record({ type: fc.constantFrom("posted", "extension_notified", "identity_requested"), at: fc.oneof(fc.constant(at), fc.string()), months: fc.jsonValue() }))) });
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), nearly), (json) => {
      const answer = parseQuestion(json);
      if ("issues" in answer) for (const { pointer, code } of answer.issues) expect(`${pointer} ${code}`).toMatch(/^#[!-~]* [a-z-]+$/);
    }),
    { numRuns: 1000 },
  );
});
