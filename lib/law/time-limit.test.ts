import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonthsClamped, calendarDate, isWorkingDay, localDate } from "./calendar";
import examples from "./fixtures/time-limit.examples.json";
import { type HolidayCalendar, holidayCalendars, timeZoneOf } from "./holiday-calendars";
import { holidaysOf } from "./holidays";
import { isQuotable } from "./sources";
import { defaultPolicy, timeLimit, type TimeLimitEvent, type TimeLimitPolicy } from "./time-limit";

const d = calendarDate;
const FR = holidaysOf("FR");
const today = d("2026-09-20");
const limit = (receivedOn: string, events: TimeLimitEvent[] = [], policy: Partial<TimeLimitPolicy> = {}, more = {}) =>
  timeLimit({ receivedOn: d(receivedOn), events, holidays: FR, policy: { ...defaultPolicy, ...policy }, today, ...more });
const asked = (on: string, more = {}): TimeLimitEvent => ({ type: "identity-requested", on: d(on), ...more });
const got = (on: string): TimeLimitEvent => ({ type: "identity-received", on: d(on) });
const extended = (on: string, months: 1 | 2 = 2): TimeLimitEvent => ({ type: "extension-notified", on: d(on), months });
const rules = (steps: { rule: string }[]) => steps.map((step) => step.rule);

type Example = (typeof examples)[number];
function dueOf({ receivedAt, calendar, events }: Example) {
  const zone = timeZoneOf(calendar as HolidayCalendar);
  const facts = (events as { type: string; at: string; followUp?: boolean; months?: 1 | 2 }[]).map(({ type, at, ...rest }) => ({
    type: type.replaceAll("_", "-"),
    on: localDate(at, zone),
    ...rest,
  })) as TimeLimitEvent[];
  const receivedOn = localDate(receivedAt, zone);
  return timeLimit({ receivedOn, events: facts, holidays: holidaysOf(calendar as HolidayCalendar), policy: defaultPolicy, today: receivedOn }).dueOn;
}

test.each(examples)("$id: $rule", (example) => {
  expect(dueOf(example)).toBe(example.expectedDue);
});
const shared = new URL("../../../shared/vectors/time-limit.json", import.meta.url);
test.runIf(existsSync(shared))("the shared examples hold too", () => {
  for (const example of JSON.parse(readFileSync(shared, "utf8")) as Example[]) expect(dueOf(example), example.id).toBe(example.expectedDue);
});

test("EDPB: received 31 August, due 30 September", () => {
  expect(limit("2026-08-31")).toMatchObject({ dueOn: "2026-09-30", steps: [{ rule: "received" }, { rule: "one-month" }, { rule: "month-end-clamp" }] });
});
test("Klarna: 5 days, pause 11 to 24 June, 18 days: 13 days of pause are subtracted", () => {
  expect(limit("2021-06-06", [asked("2021-06-11"), got("2021-06-24")])).toMatchObject({ dueOn: "2021-07-19", strictDueOn: "2021-07-06" });
});
test("the internal target is a working day five days before the unrolled month; never moved by pause or extension", () => {
  expect(limit("2026-09-18").internalTargetOn).toBe("2026-10-13");
  expect(limit("2026-05-06", [extended("2026-05-20")]).internalTargetOn).toBe("2026-06-01");
  expect(limit("2026-04-13").internalTargetOn).toBe("2026-05-07");
});
test("what is due on receipt is aimed at within two days, week-ends and holidays before rather than after; no date of the law moves", () => {
  const atOnce = (receivedOn: string) => limit(receivedOn, [], {}, { isDueAtOnce: true });
  expect(atOnce("2026-11-25").internalTargetOn).toBe("2026-11-27");
  expect(atOnce("2026-11-27").internalTargetOn).toBe("2026-11-27");
  expect(atOnce("2027-03-27").internalTargetOn).toBe("2027-03-27");
  const { internalTargetOn, ...legal } = atOnce("2026-11-25");
  expect(limit("2026-11-25")).toMatchObject(legal);
});
test("the limit to refuse and to give notice stays at the first month; only the reply is extended. Art. 12(4)", () => {
  expect(limit("2026-01-15", [extended("2026-02-10")])).toMatchObject({ dueOn: "2026-04-15", refusalDueOn: "2026-02-16", extensionNoticeDueOn: "2026-02-16" });
});
test("a notice after the first month changes nothing and is said to be too late", () => {
  const late = limit("2026-01-15", [extended("2026-02-17")]);
  expect(late.dueOn).toBe("2026-02-16");
  expect(late.steps.at(-1)).toMatchObject({ rule: "extension-too-late", since: "2026-02-17", after: "2026-02-16" });
});
test("one month of extension; a second notice in time cannot pass three months in all", () => {
  expect(limit("2026-01-31", [extended("2026-02-10", 1)]).dueOn).toBe("2026-03-31");
  expect(limit("2026-01-31", [extended("2026-02-10", 1), extended("2026-02-12")]).dueOn).toBe("2026-04-30");
});
test("while identity is awaited the date is as if it came today, and the suspension lapses after 30 days", () => {
  const open = limit("2026-09-01", [asked("2026-09-03")]);
  expect(open).toMatchObject({ suspendedSince: "2026-09-03", suspensionLapsesOn: "2026-10-03", unrolledDueOn: "2026-10-18", dueOn: "2026-10-19", strictDueOn: "2026-10-01" });
  expect(rules(open.steps)).toEqual(["received", "one-month", "identity-pause-open", "rolled-weekend"]);
  expect(limit("2026-09-01", [asked("2026-09-03"), got("2026-09-10")]).suspendedSince).toBeNull();
  expect(open.startsAnew).toBe(false);
});
test("an open suspension starts the month anew once it ends, where the policy says so; one that is closed says nothing of it", () => {
  expect(limit("2026-09-01", [asked("2026-09-03")], { identityPause: "restart" }).startsAnew).toBe(true);
  expect(limit("2026-09-01", [asked("2026-09-03"), got("2026-09-10")], { identityPause: "restart" }).startsAnew).toBe(false);
});
test("a late request suspends nothing, even while open, unless the DPO credits it; its follow-up shares its fate", () => {
  const late = limit("2026-09-01", [asked("2026-09-09")]);
  expect(late).toMatchObject({ dueOn: "2026-10-01", suspendedSince: null });
  expect(rules(late.steps)).toContain("identity-pause-not-credited");
  expect(limit("2026-09-01", [asked("2026-09-08"), got("2026-09-10")]).dueOn).toBe("2026-10-05");
  expect(limit("2026-09-01", [asked("2026-09-09", { creditedLate: true }), got("2026-09-10")]).dueOn).toBe("2026-10-02");
  expect(limit("2026-09-01", [asked("2026-09-09"), got("2026-09-10"), asked("2026-09-11", { followUp: true }), got("2026-09-20")]).dueOn).toBe("2026-10-01");
});
test("a pause says how it was asked for: the doubt, the days, and why it counts all the same", () => {
  const doubted = { grounds: ["email-unknown" as const] };
  const step = (event: TimeLimitEvent, ...before: TimeLimitEvent[]) => limit("2026-09-01", [...before, event]).steps.findLast(({ asked: how }) => how)?.asked;
  expect(step(asked("2026-09-03", doubted))).toEqual({ grounds: ["email-unknown"], afterDays: 2, limitDays: 7 });
  expect(step(asked("2026-09-12", { ...doubted, creditedLate: true }))).toMatchObject({ afterDays: 11, why: "credited-late" });
  expect(step(asked("2026-09-12", { followUp: true }), asked("2026-09-03"), got("2026-09-10"))).toMatchObject({ why: "follow-up" });
});
test("asking again after the time is up revives nothing", () => {
  const facts = [asked("2026-09-03"), got("2026-09-04"), asked("2026-10-05", { followUp: true }), got("2026-10-20")];
  expect(limit("2026-09-01", facts).dueOn).toBe("2026-10-02");
  expect(rules(limit("2026-09-01", facts).steps)).toContain("identity-pause-after-limit");
  expect(limit("2026-09-01", [...facts, extended("2026-09-20")])).toMatchObject({ dueOn: "2026-12-17", refusalDueOn: "2026-10-02" });
});
test("overlapping pauses are counted once", () => {
  const clarified: TimeLimitEvent[] = [{ type: "clarification-requested", on: d("2026-09-03") }, { type: "clarification-received", on: d("2026-09-08") }];
  const facts = [asked("2026-09-02"), ...clarified, got("2026-09-06")];
  expect(limit("2026-09-01", facts, { clarificationPause: "access-only" }, { rights: ["access"] }).unrolledDueOn).toBe("2026-10-07");
  expect(limit("2026-09-01", facts, { clarificationPause: "access-only" }, { rights: ["access", "erasure"] }).unrolledDueOn).toBe("2026-10-05");
  expect(limit("2026-09-01", facts).unrolledDueOn).toBe("2026-10-05");
});

test.each<[string, Partial<TimeLimitPolicy>, string]>([
  ["no pause", { identityPause: "none" }, "2026-10-01"],
  ["restart", { identityPause: "restart" }, "2026-10-12"],
  ["two days to ask", { identityRequestMaxDays: 1 }, "2026-10-01"],
])("switch: %s", (_, policy, due) => {
  expect(limit("2026-09-01", [asked("2026-09-03"), got("2026-09-10")], policy).dueOn).toBe(due);
});
test("switch: proof of mandate gives no pause, no roll, first-date anchor, notice not rolled", () => {
  expect(limit("2026-09-01", [asked("2026-09-03", { about: "mandate" }), got("2026-09-10")], { qualityProofPauses: false }).dueOn).toBe("2026-10-01");
  expect(limit("2026-09-18", [], { rollsToWorkingDay: false }).dueOn).toBe("2026-10-18");
  const anchored = limit("2028-01-31", [extended("2028-02-10")], { extensionAnchor: "earlier-of-receipt-and-first-date" });
  expect(anchored).toMatchObject({ dueOn: "2028-05-02", unrolledDueOn: "2028-04-29" });
  expect(rules(anchored.steps)).toContain("extension-from-first-date");
  expect(limit("2026-01-15", [extended("2026-02-16")], { extensionNoticeRolls: false }).dueOn).toBe("2026-02-16");
});
test("a reply by post is handed over five working days before", () => {
  expect(limit("2026-03-15").handToPostOn).toBe("2026-04-08");
});
test("what is not a pause is told as such", () => {
  const told = limit("2026-09-05", [
    { type: "posted", on: d("2026-09-02") },
    { type: "forwarded-internally", on: d("2026-09-09") },
    { type: "clarification-requested", on: d("2026-09-10") },
  ]);
  expect(told).toMatchObject({ dueOn: "2026-10-05", suspendedSince: null });
  expect(rules(told.steps)).toEqual(["received", "posting-not-counted", "forwarding-not-a-pause", "one-month", "clarification-not-a-pause"]);
});
test("a holiday before a week-end gives two steps, the holiday by name", () => {
  expect(limit("2026-04-01").steps.slice(-2)).toMatchObject([
    { rule: "rolled-holiday", holiday: "labour-day", before: "2026-05-01", after: "2026-05-02" },
    { rule: "rolled-weekend", before: "2026-05-02", after: "2026-05-04" },
  ]);
});

const day = fc.integer({ min: 0, max: 109_572 }).map((n) => addDays(d("1900-01-01"), n));
const calendar = fc.constantFrom(...holidayCalendars);
const gaps = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 9 }), lasts: fc.integer({ min: 0, max: 40 }) }), { maxLength: 4 });
const pauses = (receivedOn: string, list: { wait: number; lasts: number }[]) => {
  let cursor = d(receivedOn);
  return list.flatMap(({ wait, lasts }, index) => {
    const from = addDays(cursor, wait);
    cursor = addDays(from, lasts);
    return [asked(from, { followUp: index > 0 }), got(cursor)];
  });
};
const policies = fc.record({
  identityPause: fc.constantFrom("pause" as const, "none" as const, "restart" as const),
  extensionAnchor: fc.constantFrom("receipt" as const, "earlier-of-receipt-and-first-date" as const),
  extensionNoticeRolls: fc.boolean(),
});
const extensions = fc.option(fc.record({ after: fc.integer({ min: 0, max: 60 }), months: fc.constantFrom(1 as const, 2 as const) }), { nil: null });

test("1900 to 2200: a working day, not before the unrolled date nor the strict one, reached by unbroken steps", () => {
  fc.assert(
    fc.property(day, calendar, gaps, extensions, policies, (receivedOn, id, list, extension, policy) => {
      const holidays = holidaysOf(id);
      const events = [...pauses(receivedOn, list), ...(extension ? [extended(addDays(receivedOn, extension.after), extension.months)] : [])];
      const result = timeLimit({ receivedOn, events, holidays, policy: { ...defaultPolicy, ...policy }, today: receivedOn });
      expect(isWorkingDay(result.dueOn, holidays)).toBe(true);
      expect(isWorkingDay(result.internalTargetOn, holidays)).toBe(true);
      expect(result.dueOn >= result.unrolledDueOn && result.unrolledDueOn >= addMonthsClamped(receivedOn, 1)).toBe(true);
      expect(result.dueOn >= result.strictDueOn && result.dueOn >= result.refusalDueOn).toBe(true);
      expect(result.internalTargetOn < addMonthsClamped(receivedOn, 1)).toBe(true);
      result.steps.forEach((step, index) => expect(step.before).toBe(result.steps[index - 1]?.after ?? receivedOn));
      expect(result.steps.at(-1)?.after).toBe(result.dueOn);
    }),
    { numRuns: 2000 },
  );
});
test("the internal target falls before a closure rather than in it, and is left alone where the closure began before the request", () => {
  const closed = (from: string, until: string) => ({ closures: [{ from: d(from), until: d(until) }] });
  expect(limit("2026-09-18", [], {}, closed("2026-10-12", "2026-10-20")).internalTargetOn).toBe("2026-10-09");
  expect(limit("2026-09-18", [], {}, { closures: [{ from: d("2026-10-05"), until: d("2026-10-09") }, { from: d("2026-10-12"), until: d("2026-10-13") }] }).internalTargetOn).toBe("2026-10-02");
  expect(limit("2026-09-18", [], {}, closed("2026-09-15", "2026-10-20")).internalTargetOn).toBe("2026-10-13");
  expect(limit("2026-09-18", [], {}, closed("2026-10-14", "2026-10-31")).internalTargetOn).toBe("2026-10-13");
});
test("1900 to 2200: closures change the internal target alone, never to a later day", () => {
  const closures = fc.array(fc.record({ after: fc.integer({ min: -10, max: 70 }), lasts: fc.integer({ min: 0, max: 40 }) }), { maxLength: 3 });
  fc.assert(
    fc.property(day, calendar, gaps, extensions, policies, closures, (receivedOn, id, list, extension, policy, chosen) => {
      const events = [...pauses(receivedOn, list), ...(extension ? [extended(addDays(receivedOn, extension.after), extension.months)] : [])];
      const facts = { receivedOn, events, holidays: holidaysOf(id), policy: { ...defaultPolicy, ...policy }, today: receivedOn };
      const { internalTargetOn: target, ...legal } = timeLimit(facts);
      const closed = timeLimit({ ...facts, closures: chosen.map(({ after, lasts }) => ({ from: addDays(receivedOn, after), until: addDays(receivedOn, after + lasts) })) });
      expect(closed).toMatchObject(legal);
      expect(closed.internalTargetOn <= target && isWorkingDay(closed.internalTargetOn, facts.holidays)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
test("1900 to 2200: a later receipt is never due earlier", () => {
  fc.assert(
    fc.property(day, calendar, fc.integer({ min: 0, max: 40 }), (receivedOn, id, later) => {
      const due = (on: typeof receivedOn) => timeLimit({ receivedOn: on, events: [], holidays: holidaysOf(id), policy: defaultPolicy, today: on }).dueOn;
      expect(due(addDays(receivedOn, later)) >= due(receivedOn)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
test("1900 to 2200: one more pause, longer waiting, or a notice never moves the date earlier", () => {
  fc.assert(
    fc.property(day, calendar, gaps, fc.integer({ min: 0, max: 60 }), policies, (receivedOn, id, list, notice, policy) => {
      const due = (events: TimeLimitEvent[], now = receivedOn) =>
        timeLimit({ receivedOn, events, holidays: holidaysOf(id), policy: { ...defaultPolicy, ...policy }, today: now }).dueOn;
      const events = pauses(receivedOn, list);
      expect(due(events) >= due(events.slice(0, -2))).toBe(true);
      expect(due([...events, extended(addDays(receivedOn, notice))]) >= due(events)).toBe(true);
      const open = events.slice(0, -1);
      expect(due(open, addDays(receivedOn, 50)) >= due(open, addDays(receivedOn, 20))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
test("whatever the machine's time zone, and across clock changes: the same instant is due on the same day", () => {
  const instant = fc.date({ min: new Date("1970-01-01T00:00:00Z"), max: new Date("2200-01-01T00:00:00Z"), noInvalidDate: true });
  const clockChange = fc.constantFrom("2026-10-25T00:59:59Z", "2026-10-25T01:00:00Z", "2027-03-28T00:59:59Z", "2027-03-28T01:00:00Z").map((text) => new Date(text));
  const before = process.env["TZ"];
  const due = (at: Date, id: HolidayCalendar, zone: string) => {
    process.env["TZ"] = zone;
    const receivedOn = localDate(at.toISOString(), timeZoneOf(id));
    return timeLimit({ receivedOn, events: [asked(addDays(receivedOn, 2)), got(addDays(receivedOn, 9))], holidays: holidaysOf(id), policy: defaultPolicy, today: receivedOn }).dueOn;
  };
  try {
    fc.assert(
      fc.property(fc.oneof(instant, clockChange), calendar, (at, id) => {
        const [first, ...others] = ["UTC", "Pacific/Kiritimati", "America/St_Johns", "Europe/Paris"].map((zone) => due(at, id, zone));
        for (const other of others) expect(other).toBe(first);
      }),
      { numRuns: 300 },
    );
  } finally {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  }
});
test("each rule that moves a date names a source that may be quoted", () => {
  for (const step of limit("2026-04-01", [asked("2026-04-02"), got("2026-04-08"), extended("2026-04-20")]).steps) expect(isQuotable(step.source)).toBe(true);
});
