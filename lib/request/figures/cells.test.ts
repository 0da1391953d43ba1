import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, calendarDate } from "@/lib/law/calendar";
import { refusalGrounds } from "@/lib/law/grounds";
import { rights } from "@/lib/law/rights";
import { type Cell, cellChanges, cellsOf, type Countable } from "./cells";

const open: Countable = { receivedOn: calendarDate("2026-01-31"), reopenedOn: null, answeredOn: null, isOnTime: null, extensionMonths: 0, wasSuspended: false, rights: ["access", "access"], outcomes: ["undecided", "undecided"], channel: "post", locale: "fr", refusalGrounds: [] };
const told = (cells: Cell[]) => cells.map(({ kind, month, by, key, days, count, onTime, suspended, extended }) => `${kind} ${month} ${by} ${key} ${days}: ${count} ${onTime} ${suspended} ${extended}`);

test("a filing counts in its month: in all, under its right once, its channel and its language", () => {
  expect(told(cellChanges(null, open))).toEqual(["received 2026-01 all  0: 1 0 0 0", "received 2026-01 right access 0: 1 0 0 0", "received 2026-01 channel post 0: 1 0 0 0", "received 2026-01 locale fr 0: 1 0 0 0"]);
});

test("an answer counts in the month it is given, with its days and its grounds; what was received stays", () => {
  const answered: Countable = { ...open, answeredOn: calendarDate("2026-03-02"), isOnTime: true, extensionMonths: 1, refusalGrounds: ["excessive"] };
  expect(told(cellChanges(open, answered))).toEqual([
    "answered 2026-03 all  30: 1 1 0 1",
    "answered 2026-03 right access 30: 1 1 0 1",
    "answered 2026-03 channel post 30: 1 1 0 1",
    "answered 2026-03 locale fr 30: 1 1 0 1",
    "answered 2026-03 ground excessive 30: 1 1 0 1",
  ]);
  expect(told(cellChanges(answered, { ...answered, extensionMonths: 0 }))).toContain("answered 2026-03 all  30: 0 0 0 -1");
});

test("what was taken up again counts its days from then; it was received when it came", () => {
  const again: Countable = { ...open, reopenedOn: calendarDate("2026-05-04"), answeredOn: calendarDate("2026-05-20"), isOnTime: true };
  expect(told(cellsOf(again)).filter((cell) => cell.includes(" all "))).toEqual(["received 2026-01 all  0: 1 0 0 0", "answered 2026-05 all  16: 1 1 0 0"]);
});

test("a right merged into another request was asked for here and is answered there", () => {
  const merged: Countable = { ...open, rights: ["access", "erasure", "erasure"], outcomes: ["merged", "fulfilled", "merged"], answeredOn: calendarDate("2026-02-10"), isOnTime: true };
  expect(told(cellsOf(merged)).filter((cell) => cell.includes(" right "))).toEqual(["received 2026-01 right access 0: 1 0 0 0", "received 2026-01 right erasure 0: 1 0 0 0", "answered 2026-02 right erasure 10: 1 1 0 0"]);
});

const countable: fc.Arbitrary<Countable> = fc.record({
  receivedOn: fc.integer({ min: 0, max: 60 }).map((days) => addDays(calendarDate("2026-01-01"), days)),
  reopenedOn: fc.option(fc.constant(calendarDate("2026-03-01"))),
  answeredOn: fc.option(fc.integer({ min: 61, max: 90 }).map((days) => addDays(calendarDate("2026-01-01"), days))),
  isOnTime: fc.option(fc.boolean()),
  extensionMonths: fc.integer({ min: 0, max: 2 }),
  wasSuspended: fc.boolean(),
  rights: fc.array(fc.constantFrom(...rights), { minLength: 1, maxLength: 3 }),
  outcomes: fc.array(fc.constantFrom("fulfilled", "merged"), { maxLength: 3 }),
  channel: fc.constantFrom("portal", "post"),
  locale: fc.constantFrom("fr", "en"),
  refusalGrounds: fc.array(fc.constantFrom(...refusalGrounds), { maxLength: 2 }),
});

test("whatever a request was and became, what is added is its cells after less its cells before; nothing for no change", () => {
  fc.assert(
    fc.property(countable, countable, (before, after) => {
      const total = (cells: Cell[]) => Object.fromEntries(cells.map((cell) => [`${cell.kind}${cell.month}${cell.by}${cell.key}.${cell.days}`, [cell.count, cell.onTime, cell.suspended, cell.extended]]));
      const [was, is, change] = [total(cellsOf(before)), total(cellsOf(after)), total(cellChanges(before, after))];
      for (const place of new Set([...Object.keys(was), ...Object.keys(is)])) {
        const less = [0, 1, 2, 3].map((index) => (is[place]?.[index] ?? 0) - (was[place]?.[index] ?? 0));
        expect(change[place] ?? [0, 0, 0, 0]).toEqual(less);
      }
      expect(cellChanges(after, after)).toEqual([]);
    }),
  );
});
