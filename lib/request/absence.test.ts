import { expect, test } from "vitest";
import type { CalendarDate } from "@/lib/law/calendar";
import { absenceSchema, isAwayOn } from "./absence";

const on = (day: string) => day as CalendarDate;

test.each([
  ["2026-12-01", "2026-12-05", { "2026-11-30": false, "2026-12-01": true, "2026-12-05": true, "2026-12-06": false }],
  ["2026-12-01", null, { "2026-11-30": false, "2026-12-01": true, "2099-01-01": true }],
  [null, null, { "2026-12-01": false }],
])("away from %s to %s", (from, until, days) => {
  for (const [day, isAway] of Object.entries(days)) expect(isAwayOn({ from: from === null ? null : on(from), until: until === null ? null : on(until) }, on(day)), day).toBe(isAway);
});

test("an end before the beginning is told at the end; no end and nobody to stand in are fine", () => {
  expect(absenceSchema.safeParse({ from: "2026-12-05", until: "2026-12-01", standIn: "" }).error?.issues.map(({ path, message }) => [path, message])).toEqual([[["until"], "date-order"]]);
  expect(absenceSchema.parse({ from: "2026-12-05", until: "", standIn: "" })).toEqual({ from: "2026-12-05", until: null, standIn: null });
});
