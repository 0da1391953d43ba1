// What the controller sets about its clock: the disputed points, days the law gained or lost, its own closures.
// Reg. 1182/71 art. 2(1)-(2) and 3(4): https://eur-lex.europa.eu/eli/reg/1971/1182/oj
import type { CalendarDate } from "./calendar";
import { defaultPolicy, type TimeLimitPolicy } from "./time-limit-policy";

/** A public holiday that a text has added to the official calendar, or taken away from it. */
export type HolidayChange = { on: CalendarDate; change: "added" | "removed" };
/** Days on which the controller does not work: no holiday of the law, so they move no time limit. First and last day. */
export type Closure = { from: CalendarDate; until: CalendarDate };

export type ClockSettings = { policy: TimeLimitPolicy; holidays: HolidayChange[]; closures: Closure[] };

/** The settings of a controller that never changed any. */
export const defaultSettings: ClockSettings = { policy: defaultPolicy, holidays: [], closures: [] };
