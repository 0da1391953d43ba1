// One change of the controller's clock, and what two states of it differ in. Reg. 1182/71 art. 2(1)-(2).
// https://eur-lex.europa.eu/eli/reg/1971/1182/oj
import type { CalendarDate, Holidays } from "./calendar";
import type { ClockSettings, Closure, HolidayChange } from "./clock-settings";
import { policyPointNames } from "./policy-points";
import type { TimeLimitPolicy } from "./time-limit-policy";

/** What is to be so from now on; undoing a change is making the contrary so. */
export type ClockChange =
  | { what: "holiday"; on: CalendarDate; isHoliday: boolean }
  | { what: "closure"; from: CalendarDate; until: CalendarDate; isClosed: boolean }
  | { what: "policy"; policy: TimeLimitPolicy };

export type ClockChangeRefusal = "holiday-already" | "holiday-not" | "closure-overlaps" | "closure-unknown" | "nothing-changed";

/** The settings after a change, or why it changes nothing. `official`: the calendar without the controller's changes. */
export function changedSettings(settings: ClockSettings, change: ClockChange, official: Holidays): ClockSettings | { refused: ClockChangeRefusal } {
  switch (change.what) {
    case "holiday":
      return changedHolidays(settings, change, official);
    case "closure":
      return changedClosures(settings, change);
    case "policy":
      return policyPointNames.every((point) => settings.policy[point] === change.policy[point]) ? { refused: "nothing-changed" } : { ...settings, policy: change.policy };
  }
}

function changedHolidays(settings: ClockSettings, { on, isHoliday }: ClockChange & { what: "holiday" }, official: Holidays) {
  const before = settings.holidays.find((each) => each.on === on);
  const wasHoliday = before ? before.change === "added" : official.has(on);
  if (wasHoliday === isHoliday) return { refused: isHoliday ? "holiday-already" : "holiday-not" } as const;
  const others = settings.holidays.filter((each) => each.on !== on);
  const change: HolidayChange[] = official.has(on) === isHoliday ? [] : [{ on, change: isHoliday ? "added" : "removed" }];
  return { ...settings, holidays: [...others, ...change].sort((one, other) => (one.on < other.on ? -1 : 1)) };
}

function changedClosures(settings: ClockSettings, { from, until, isClosed }: ClockChange & { what: "closure" }) {
  const others = settings.closures.filter((each) => each.from !== from || each.until !== until);
  if (!isClosed) return others.length === settings.closures.length ? ({ refused: "closure-unknown" } as const) : { ...settings, closures: others };
  if (settings.closures.some((each) => from <= each.until && until >= each.from)) return { refused: "closure-overlaps" } as const;
  return { ...settings, closures: [...others, { from, until }].sort((one, other) => (one.from < other.from ? -1 : 1)) };
}

type PolicyDifference = { [Point in keyof TimeLimitPolicy]: { what: "policy"; point: Point; before: TimeLimitPolicy[Point]; after: TimeLimitPolicy[Point] } }[keyof TimeLimitPolicy];
/** One thing in which two settings differ. */
export type ClockDifference =
  | { what: "holiday"; on: CalendarDate; change: HolidayChange["change"] | "addition-undone" | "removal-undone" }
  | ({ what: "closure"; change: "added" | "removed" } & Closure)
  | PolicyDifference;

/** What changed from one state of the settings to the next, in order of date. */
export function clockDifferences(before: ClockSettings, after: ClockSettings): ClockDifference[] {
  return [
    ...holidayDifferences(before.holidays, after.holidays),
    ...after.closures.filter((closure) => !has(before.closures, closure)).map((closure) => ({ what: "closure" as const, change: "added" as const, ...closure })),
    ...before.closures.filter((closure) => !has(after.closures, closure)).map((closure) => ({ what: "closure" as const, change: "removed" as const, ...closure })),
    ...policyPointNames.filter((point) => before.policy[point] !== after.policy[point]).map((point) => ({ what: "policy", point, before: before.policy[point], after: after.policy[point] }) as PolicyDifference),
  ];
}

function holidayDifferences(before: readonly HolidayChange[], after: readonly HolidayChange[]): ClockDifference[] {
  const was = new Map(before.map(({ on, change }) => [on, change]));
  const is = new Map(after.map(({ on, change }) => [on, change]));
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((on): ClockDifference[] => {
    const [old, now] = [was.get(on), is.get(on)];
    if (old === now) return [];
    return [{ what: "holiday", on, change: now ?? (old === "added" ? "addition-undone" : "removal-undone") }];
  });
}

function has(closures: readonly Closure[], { from, until }: Closure): boolean {
  return closures.some((each) => each.from === from && each.until === until);
}
