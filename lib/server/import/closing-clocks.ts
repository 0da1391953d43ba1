import "server-only";
import { type CalendarDate, instantOf } from "@/lib/law/calendar";
import { type ClockSettings, defaultSettings } from "@/lib/law/clock-settings";
import { type ClockFacts, clockFactsOf } from "../clock-facts";
import { db, type Tx } from "../db";
import { env } from "../env";

/** The clock of any past day, by the settings in force then: those under which a case counts that was closed that day. One statement for all. */
export async function closingClocks(tx: Tx = db()): Promise<(on: CalendarDate) => ClockFacts> {
  const rows = await tx.clockSettings.findMany({ orderBy: { version: "desc" } });
  const { controllerTimeZone } = env();
  const known = new Map<number, ClockFacts>();
  return (on) => {
    // At noon: the hour is not known, and no zone makes it another day.
    const at = new Date(instantOf(on, controllerTimeZone, "12:00"));
    const row = rows.find((each) => each.at <= at);
    const version = row?.version ?? 0;
    const facts = known.get(version) ?? clockFactsOf(row ? (row.content as ClockSettings) : defaultSettings, at, version);
    known.set(version, facts);
    return { ...facts, at, today: on };
  };
}
