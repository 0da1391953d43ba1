import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, calendarDate, type CalendarDate, daysBetween } from "@/lib/law/calendar";
import { type Reminder, reminderDue, type ReminderKind, toldTo, type Watched } from "./reminders";
import { type RequestState, requestStates } from "./request";

const policy = { lapseAlarmDays: 30 };
const dueOn = calendarDate("2026-12-23");
const open: Watched = { state: "in-progress", dueOn, targetOn: calendarDate("2026-12-18"), suspended: false, suspendedOn: null, hasLettersToPost: false, effectAtOnce: false, taskDueOn: null };
const at = (days: number) => addDays(dueOn, days);
const due = (row: Partial<Watched>, today: CalendarDate) => reminderDue({ ...open, ...row }, today, policy);

describe("the latest date reached is the one spoken of", () => {
  test.each<[number, ReminderKind | null]>([
    [-8, null], [-7, "week"], [-6, "week"], [-5, "target"], [-4, "target"], [-3, "three-days"], [-2, "three-days"], [-1, "tomorrow"], [0, "today"], [1, "overdue"], [40, "overdue"],
  ])("%i days from the due date: %s", (days, kind) => {
    expect(due({}, at(days))?.kind ?? null).toBe(kind);
  });

  test("each is about its own date; overdue about the day itself", () => {
    expect(due({}, at(-6))).toEqual({ kind: "week", on: dueOn });
    expect(due({}, at(-4))).toEqual({ kind: "target", on: open.targetOn });
    expect(due({}, at(2))).toEqual({ kind: "overdue", on: at(2) });
  });

  test("a target long before (an extended case) is still told; on the same day the law's date wins; without one nothing is missed", () => {
    expect(due({ targetOn: at(-50) }, at(-20))).toEqual({ kind: "target", on: at(-50) });
    expect(due({ targetOn: at(-3) }, at(-3))?.kind).toBe("three-days");
    expect(due({ targetOn: null }, at(-5))?.kind).toBe("week");
    expect(due({ targetOn: null }, at(-20))).toBeNull();
  });
});

test.each(["answered", "withdrawn", "message-after-reply"] as const)("a case that is %s owes no answer: nothing, however late", (state) => {
  for (const days of [-7, 0, 100]) expect(due({ state }, at(days))).toBeNull();
  expect(due({ state, suspended: true, suspendedOn: at(-200) }, at(0))).toBeNull();
});

test("letters nobody has posted are spoken of every day, even once the case is closed; a date of the law comes first", () => {
  for (const state of ["answered", "withdrawn"] as const) expect(due({ state, hasLettersToPost: true }, at(3))).toEqual({ kind: "to-post", on: at(3) });
  expect(due({ hasLettersToPost: true }, at(-20))).toEqual({ kind: "to-post", on: at(-20) });
  expect(due({ hasLettersToPost: true }, at(-7))?.kind).toBe("week");
  expect(due({ hasLettersToPost: true }, at(1))?.kind).toBe("overdue");
});

test("a suspended case is silent until its suspension lasts as long as the policy says, however near or past the due date", () => {
  const since = calendarDate("2026-11-20");
  const suspended = { suspended: true, suspendedOn: since };
  for (const days of [-7, -1, 0, 5]) expect(due({ ...suspended, dueOn: addDays(since, days + 20) }, addDays(since, 20))).toBeNull();
  expect(due(suspended, addDays(since, 29))).toBeNull();
  expect(due(suspended, addDays(since, 30))).toEqual({ kind: "suspension", on: since });
  expect(due(suspended, addDays(since, 90))).toEqual({ kind: "suspension", on: since });
  expect(due({ ...suspended, suspendedOn: null }, addDays(since, 90))).toBeNull();
});

test("what is due at once is not silent while the clock stands still; once done it is", () => {
  const since = calendarDate("2026-11-26");
  const suspended = { suspended: true, suspendedOn: since, effectAtOnce: true, targetOn: calendarDate("2026-11-27") };
  expect(due(suspended, since)).toBeNull();
  expect(due(suspended, addDays(since, 1))).toEqual({ kind: "target", on: "2026-11-27" });
  expect(due(suspended, addDays(since, 20))).toEqual({ kind: "target", on: "2026-11-27" });
  expect(due({ ...suspended, taskDueOn: addDays(since, 5) }, addDays(since, 8))?.kind).toBe("task");
  expect(due(suspended, addDays(since, 30))?.kind).toBe("suspension");
  expect(due({ ...suspended, effectAtOnce: false }, addDays(since, 20))).toBeNull();
});

test("a department that is late is a reason from the day after its date, until a later date of the case is reached; letters to post stay daily", () => {
  const taskDueOn = at(-7);
  expect([-8, -7, -6, -5, -3, 1].map((days) => due({ taskDueOn }, at(days))?.kind ?? null)).toEqual([null, "week", "task", "target", "three-days", "overdue"]);
  expect(due({ taskDueOn: at(-20) }, at(-15))).toEqual({ kind: "task", on: at(-20) });
  expect(due({ taskDueOn: at(-20), hasLettersToPost: true }, at(-15))?.kind).toBe("to-post");
  expect(due({ taskDueOn: at(-20), suspended: true, suspendedOn: at(-21) }, at(-15))?.kind).toBe("task");
  expect(due({ taskDueOn, state: "answered" }, at(1))).toBeNull();
});

test("who is told: whoever has it; the DPOs when nobody has it; both when it is overdue, nobody twice", () => {
  expect(toldTo("week", "a", ["d", "e"])).toEqual(["a"]);
  expect(toldTo("suspension", "a", ["d"])).toEqual(["a"]);
  expect(toldTo("week", null, ["d", "e"])).toEqual(["d", "e"]);
  expect(toldTo("overdue", "a", ["d", "e"])).toEqual(["a", "d", "e"]);
  expect(toldTo("overdue", "d", ["d", "e"])).toEqual(["d", "e"]);
  expect(toldTo("today", null, [])).toEqual([]);
  expect(toldTo("week", "a", ["d"], ["b"])).toEqual(["a", "b"]);
  expect(toldTo("overdue", "a", ["d"], ["d"])).toEqual(["a", "d"]);
});

/** One day of a case: does the job run, and what happens to the case before it. */
const day = fc.record({ runs: fc.boolean(), happens: fc.oneof({ weight: 12, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom("suspend", "resume", "extend", "close") }) });
const tightness: ReminderKind[] = ["week", "three-days", "tomorrow", "today"];

test("day by day with any downtime: one reminder a day at most, tighter and tighter, never none when overdue, never of what is suspended or closed", () => {
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 120 }), fc.integer({ min: -5, max: 40 }), fc.integer({ min: -20, max: 10 }), (days, dueIn, targetIn) => {
      let today = calendarDate("2026-11-23");
      let row: Watched = { ...open, dueOn: addDays(today, dueIn), targetOn: addDays(today, dueIn + targetIn) };
      const said = new Set<string>();
      const told: (Reminder & { today: CalendarDate; dueOn: CalendarDate })[] = [];
      for (const { runs, happens } of days) {
        today = addDays(today, 1);
        row = after(row, happens, today);
        if (!runs) continue;
        const reminder = reminderDue(row, today, policy);
        const isSaid = reminder && said.has(`${reminder.kind} ${reminder.on}`);
        if (row.state === "answered") expect(reminder).toBeNull();
        else if (row.suspended) expect(reminder?.kind ?? null).toBe(daysBetween(row.suspendedOn as CalendarDate, today) >= 30 ? "suspension" : null);
        else if (row.dueOn < today) expect([reminder?.kind, isSaid]).toEqual(["overdue", false]);
        else if (daysBetween(today, row.dueOn) <= 7) expect(reminder).not.toBeNull();
        if (!reminder || isSaid) continue;
        said.add(`${reminder.kind} ${reminder.on}`);
        told.push({ ...reminder, today, dueOn: row.dueOn });
      }
      for (const date of new Set(told.map((one) => one.dueOn))) {
        const order = told.filter((one) => one.on === date && one.dueOn === date && tightness.includes(one.kind)).map(({ kind }) => tightness.indexOf(kind));
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
      }
    }),
  );
});

function after(row: Watched, happens: string | null, today: CalendarDate): Watched {
  if (row.state === "answered") return row;
  if (happens === "suspend" && !row.suspended) return { ...row, suspended: true, suspendedOn: today };
  if (happens === "resume" && row.suspended) return { ...row, suspended: false, suspendedOn: null, dueOn: addDays(row.dueOn, daysBetween(row.suspendedOn as CalendarDate, today)) };
  if (happens === "extend") return { ...row, dueOn: addDays(row.dueOn, 61) };
  return happens === "close" ? { ...row, state: "answered" } : row;
}

test("every state is either open or closed here", () => {
  const silent = requestStates.filter((state: RequestState) => due({ state }, at(1)) === null);
  expect(silent).toEqual(["answered", "message-after-reply", "merged", "withdrawn"]);
});
