import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDate } from "@/lib/law/calendar";
import { daysWithin, linesOf, percent } from "./lines";
import { daysOf, lastWholeYear, monthsOf, mostMonths, pastMonths, periodOf } from "./period";

const today = calendarDate("2026-11-26");
const usual = { from: "2025-12", until: "2026-11" };

describe("the period an address asks for", () => {
  test.each([
    [{}, usual],
    [{ from: "2026-03", until: "2026-05" }, { from: "2026-03", until: "2026-05" }],
    [{ from: "2026-05", until: "2026-03" }, { from: "2026-03", until: "2026-05" }],
    [{ from: "2026-03" }, { from: "2026-03", until: "2026-11" }],
    [{ until: "2026-03" }, { from: "2025-04", until: "2026-03" }],
    [{ until: "2024-01" }, { from: "2023-12", until: "2024-01" }],
    [{ from: "2027-01", until: "2031-02" }, usual],
    [{ from: "2026-13", until: "x" }, usual],
    [{ from: "1999-01", until: "' or 1=1" }, usual],
  ])("%j is %j", (asked, period) => {
    expect(periodOf(asked, today)).toEqual(period);
  });

  test("months and days of a period; February too", () => {
    expect(monthsOf({ from: "2023-12", until: "2024-02" })).toEqual(["2023-12", "2024-01", "2024-02"]);
    expect(daysOf({ from: "2023-12", until: "2024-02" })).toEqual({ firstOn: "2023-12-01", lastOn: "2024-02-29" });
    expect(lastWholeYear(calendarDate("2026-03-31"))).toEqual({ from: "2025-03", until: "2026-02" });
    expect(pastMonths(today)).toHaveLength(mostMonths);
  });

  test("whatever is asked, the months are some, in order, and none is to come", () => {
    fc.assert(
      fc.property(fc.option(fc.constantFrom(...pastMonths(today), "x", "")), fc.option(fc.constantFrom(...pastMonths(today), "y")), (from, until) => {
        const months = monthsOf(periodOf({ from: from ?? undefined, until: until ?? undefined }, today));
        expect(months.length).toBeGreaterThan(0);
        expect(months.length).toBeLessThanOrEqual(mostMonths);
        expect(months).toEqual(months.toSorted());
        expect(months.at(-1)! <= "2026-11").toBe(true);
      }),
    );
  });
});

test("median and ninth decile are days that occurred: by nearest rank over every single answer", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ days: fc.integer({ min: 0, max: 120 }), count: fc.integer({ min: 1, max: 6 }) }), { minLength: 1 }), fc.constantFrom(0.5, 0.9), (taken, share) => {
      const each = taken.flatMap(({ days, count }) => Array.from({ length: count }, () => days)).toSorted((one, other) => one - other);
      expect(daysWithin(taken, share)).toBe(each[Math.ceil(share * each.length) - 1]);
    }),
  );
  expect(daysWithin([], 0.5)).toBeNull();
  expect([percent(0, 0), percent(1, 3), percent(2, 2), percent(999, 1000), percent(1, 1000)]).toEqual([null, 33, 100, 99, 1]);
});

test("a line adds up what belongs to it; what nothing was counted of stays with zeros", () => {
  const answered = [
    { by: "right" as const, key: "access", days: 3, count: 2, onTime: 2, suspended: 1, extended: 0 },
    { by: "right" as const, key: "access", days: 40, count: 1, onTime: 0, suspended: 0, extended: 1 },
    { by: "month" as const, key: "access", days: 1, count: 9, onTime: 9, suspended: 9, extended: 9 },
  ];
  expect(linesOf({ received: [{ by: "right", key: "access", count: 4 }], answered }, "right", ["access", "erasure"])).toEqual([
    { key: "access", received: 4, answered: 3, onTime: 2, suspended: 1, extended: 1, medianDays: 3, p90Days: 40 },
    { key: "erasure", received: 0, answered: 0, onTime: 0, suspended: 0, extended: 0, medianDays: null, p90Days: null },
  ]);
});
