import "server-only";
import { addDays, type CalendarDate, calendarDate } from "@/lib/law/calendar";
import { type ClockDifference, clockDifferences } from "@/lib/law/clock-change";
import type { ClockSettings, HolidayChange } from "@/lib/law/clock-settings";
import type { HolidayCalendar } from "@/lib/law/holiday-calendars";
import { holidaysOf } from "@/lib/law/holidays";
import type { StaffActor } from "../actor";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { isRecomputing, newestSettings, settingsHistory } from "../clock-settings";
import { db } from "../db";
import { env } from "../env";
import { staffNames } from "./staff";

export type HolidayItem = { on: CalendarDate; name: string; change: HolidayChange["change"] | null };
export type ClockSettingsView = {
  calendar: HolidayCalendar;
  timeZone: string;
  settings: ClockSettings;
  /** This year and the next. */
  years: { year: string; days: HolidayItem[] }[];
  changedDays: HolidayItem[];
  /** Newest first. `by`: a name; null for someone no longer known. */
  history: { version: number; at: string; by: string | null; differences: ClockDifference[] }[];
  hasOlder: boolean;
  /** The last nightly comparison of cached and computed dates. */
  compared: { at: string; checked: number; repaired: number } | null;
  isRecomputing: boolean;
};

const versionsShown = 20;

/** What decides due dates, who changed it, and whether the cached dates are right; null for whoever may not change it. */
export async function clockSettingsView(actor: StaffActor): Promise<ClockSettingsView | null> {
  if (!actor.permissions.has("clock.manage")) return null;
  const { holidayCalendar: calendar, controllerTimeZone: timeZone } = env();
  const { settings } = await newestSettings();
  const item = holidayItem(settings, calendar, actor.locale);
  const thisYear = Number(civilDay(now()).slice(0, 4));
  const versions = await settingsHistory(versionsShown + 1);
  const names = await staffNames(versions.map(({ staffId }) => staffId && `staff:${staffId}`));
  return {
    calendar,
    timeZone,
    settings,
    years: [thisYear, thisYear + 1].map((year) => ({ year: String(year), days: daysOf(year).flatMap((on) => item(on) ?? []) })),
    changedDays: settings.holidays.flatMap(({ on }) => item(on) ?? []),
    history: versions.slice(0, -1).map(({ version, at, staffId, settings: after }, index) => ({
      version,
      at: at.toISOString(),
      by: names[`staff:${staffId}`] ?? null,
      differences: clockDifferences(versions[index + 1]?.settings ?? after, after),
    })),
    hasOlder: versions.at(-1)?.version !== 0,
    compared: await lastComparison(),
    isRecomputing: await isRecomputing(),
  };
}

/** A holiday, or a day that was one: with the name the law gives it. */
function holidayItem(settings: ClockSettings, calendar: HolidayCalendar, locale: string) {
  const [official, now] = [holidaysOf(calendar), holidaysOf(calendar, settings.holidays)];
  const changes = new Map(settings.holidays.map(({ on, change }) => [on, change]));
  return (on: CalendarDate): HolidayItem | null => {
    const name = now.name(on, locale) ?? official.name(on, locale);
    return name === null ? null : { on, name, change: changes.get(on) ?? null };
  };
}

function daysOf(year: number): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = calendarDate(`${year}-01-01`); day.startsWith(String(year)); day = addDays(day, 1)) days.push(day);
  return days;
}

async function lastComparison(): Promise<ClockSettingsView["compared"]> {
  const last = await db().event.findFirst({ where: { type: "DueDatesCompared" }, orderBy: { at: "desc" }, select: { at: true, data: true } });
  return last && { at: last.at.toISOString(), ...(last.data as { checked: number; repaired: number }) };
}
