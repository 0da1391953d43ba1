import "server-only";
import { type CalendarDate, type Holidays, localDate } from "@/lib/law/calendar";
import { type ClockSettings, type Closure, defaultSettings } from "@/lib/law/clock-settings";
import { holidaysOf } from "@/lib/law/holidays";
import type { TimeLimitPolicy } from "@/lib/law/time-limit";
import { now } from "./clock";
import { db, type Tx } from "./db";
import { env } from "./env";

/** `version`: of the settings in force then; 0 before the first change. */
export type ClockFacts = { at: Date; today: CalendarDate; holidays: Holidays; policy: TimeLimitPolicy; closures: readonly Closure[]; version: number };

/**
 * The controller's civil date at an instant, with the holidays and the policy in force then. One statement. Now, where none is
 * given: then the newest settings count, whatever the clocks of two machines say. A case that is closed keeps those of its
 * closing: ask with `closedAt`.
 */
export async function clockFacts(at?: Date | null, tx: Tx = db()): Promise<ClockFacts> {
  const row = await tx.clockSettings.findFirst({ ...(at ? { where: { at: { lte: at } } } : {}), orderBy: { version: "desc" } });
  return clockFactsOf(row ? (row.content as ClockSettings) : defaultSettings, at ?? now(), row?.version ?? 0);
}

/** The same with settings already at hand. */
export function clockFactsOf(settings: ClockSettings, at: Date, version: number): ClockFacts {
  const { policy, holidays, closures } = settings;
  // A setting that came later than the row has its default.
  return { at, today: civilDay(at), holidays: holidaysOf(env().holidayCalendar, holidays), policy: { ...defaultSettings.policy, ...policy }, closures, version };
}

const quarterMs = 900_000;
const days = new Map<string, CalendarDate>();

/** The civil date of an instant where the controller is. Remembered by quarter of an hour: since 1930 no zone changes its day or its clock within one. */
export function civilDay(at: Date): CalendarDate {
  const zone = env().controllerTimeZone;
  const quarter = `${zone} ${Math.floor(at.getTime() / quarterMs)}`;
  const day = days.get(quarter) ?? localDate(at.toISOString(), zone);
  if (days.size >= 20_000) days.clear();
  days.set(quarter, day);
  return day;
}
