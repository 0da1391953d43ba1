import { expect, test } from "vitest";
import { calendarDate } from "./calendar";
import { type ClockChange, changedSettings, clockDifferences } from "./clock-change";
import { type ClockSettings, defaultSettings } from "./clock-settings";
import { holidaysOf } from "./holidays";
import { policyPointNames } from "./policy-points";
import { defaultPolicy } from "./time-limit-policy";

const d = calendarDate;
const FR = holidaysOf("FR");
const holiday = (on: string, isHoliday: boolean): ClockChange => ({ what: "holiday", on: d(on), isHoliday });
const closure = (from: string, until: string, isClosed = true): ClockChange => ({ what: "closure", from: d(from), until: d(until), isClosed });
const after = (...changes: ClockChange[]) => changes.reduce<ClockSettings>((settings, change) => changedSettings(settings, change, FR) as ClockSettings, defaultSettings);

test("a day is added or removed, and the contrary undoes it without leaving a trace", () => {
  const changed = after(holiday("2026-12-28", true), holiday("2026-12-25", false));
  expect(changed.holidays).toEqual([{ on: "2026-12-25", change: "removed" }, { on: "2026-12-28", change: "added" }]);
  expect(after(holiday("2026-12-28", true), holiday("2026-12-25", false), holiday("2026-12-28", false), holiday("2026-12-25", true))).toEqual(defaultSettings);
});

test.each<[string, ClockChange, ClockChange[], string]>([
  ["Christmas is one already", holiday("2026-12-25", true), [], "holiday-already"],
  ["added before", holiday("2026-12-28", true), [holiday("2026-12-28", true)], "holiday-already"],
  ["an ordinary Tuesday is none", holiday("2026-12-29", false), [], "holiday-not"],
  ["removed before", holiday("2026-12-25", false), [holiday("2026-12-25", false)], "holiday-not"],
  ["shares a day with another closure", closure("2026-12-31", "2027-01-08"), [closure("2026-12-24", "2026-12-31")], "closure-overlaps"],
  ["no such closure", closure("2026-12-24", "2026-12-30", false), [closure("2026-12-24", "2026-12-31")], "closure-unknown"],
  ["the same policy", { what: "policy", policy: { ...defaultPolicy } }, [], "nothing-changed"],
])("refused: %s", (_, change, before, refused) => {
  expect(changedSettings(after(...before), change, FR)).toEqual({ refused });
});

test("what changed is told in order, and nothing where nothing did", () => {
  const [old, now] = [after(holiday("2026-12-28", true), closure("2026-08-01", "2026-08-15")), after(closure("2026-12-24", "2026-12-31"), { what: "policy", policy: { ...defaultPolicy, lapseAlarmDays: 45 } })];
  expect(clockDifferences(old, now)).toEqual([
    { what: "holiday", on: "2026-12-28", change: "addition-undone" },
    { what: "closure", change: "added", from: "2026-12-24", until: "2026-12-31" },
    { what: "closure", change: "removed", from: "2026-08-01", until: "2026-08-15" },
    { what: "policy", point: "lapseAlarmDays", before: 30, after: 45 },
  ]);
  expect(clockDifferences(now, now)).toEqual([]);
  expect(policyPointNames.sort()).toEqual(Object.keys(defaultPolicy).sort());
});
