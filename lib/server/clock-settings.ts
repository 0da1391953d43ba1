import "server-only";
import { type ClockChange, type ClockChangeRefusal, changedSettings, clockDifferences } from "@/lib/law/clock-change";
import { type ClockSettings, defaultSettings } from "@/lib/law/clock-settings";
import { holidaysOf } from "@/lib/law/holidays";
import type { StaffActor } from "./actor";
import { audit } from "./audit";
import { now } from "./clock";
import { type ClockFacts, clockFactsOf } from "./clock-facts";
import { db, type Tx } from "./db";
import { env } from "./env";
import { enqueue } from "./jobs/enqueue";
import { settleClock } from "./store";

export type SettingsVersion = { version: number; at: Date; staffId: string | null; settings: ClockSettings };

const never: SettingsVersion = { version: 0, at: new Date(0), staffId: null, settings: defaultSettings };

/** The newest settings, or those the product came with. */
export async function newestSettings(tx: Tx = db()): Promise<SettingsVersion> {
  const row = await tx.clockSettings.findFirst({ orderBy: { version: "desc" } });
  return row ? versionOf(row) : never;
}

/** The last versions, newest first, down to the one the product came with. */
export async function settingsHistory(most: number): Promise<SettingsVersion[]> {
  const rows = await db().clockSettings.findMany({ orderBy: { version: "desc" }, take: most });
  return rows.length < most ? [...rows.map(versionOf), never] : rows.map(versionOf);
}

/** The clock at an instant under the settings of a version and those before it, and when that was made. @throws when there is no such change. */
export async function clocksAround(version: number, at: Date): Promise<{ changedAt: Date; before: ClockFacts; after: ClockFacts }> {
  const rows = await db().clockSettings.findMany({ where: { version: { in: [version - 1, version] } }, orderBy: { version: "asc" } });
  const after = rows.at(-1);
  if (after?.version !== version) throw new Error("no-such-settings");
  const before = rows.length === 2 && rows[0] ? versionOf(rows[0]) : never;
  return { changedAt: after.at, before: clockFactsOf(before.settings, at, before.version), after: clockFactsOf(versionOf(after).settings, at, version) };
}

/** The settings with one change made, or why it changes nothing. */
export function withChange(settings: ClockSettings, change: ClockChange): ClockSettings | { refused: ClockChangeRefusal } {
  return changedSettings(settings, change, holidaysOf(env().holidayCalendar));
}

/**
 * Makes a change as of now, and has the open cases computed anew after the commit. `seen`: the version whose effect was
 * shown; another one meanwhile is refused. Writers of cases under way end first: none of them writes by the old settings later.
 * Refusals: those of `changedSettings`, `no-permission`, `changed-meanwhile`.
 */
export async function changeClock(actor: StaffActor, change: ClockChange, seen: number): Promise<{ version: number } | { refused: ClockChangeRefusal | "no-permission" | "changed-meanwhile" }> {
  if (!actor.permissions.has("clock.manage")) return { refused: "no-permission" };
  return db().$transaction(async (tx) => {
    await settleClock(tx);
    const newest = await newestSettings(tx);
    if (newest.version !== seen) return { refused: "changed-meanwhile" as const };
    const settings = withChange(newest.settings, change);
    if ("refused" in settings) return settings;
    const version = newest.version + 1;
    await tx.clockSettings.create({ data: { version, at: now(), staffId: actor.id, content: settings } });
    const changes = clockDifferences(newest.settings, settings).map((each) => (each.what === "policy" ? each.point : `${each.what}-${each.change}`));
    await audit(tx, actor, "ClockSettingsChanged", { settingsVersion: version, changes });
    await enqueue(tx, "recompute", { version, staffId: actor.id });
    return { version };
  });
}

/** Is a change still to be carried to the open cases? One that failed for good is not waited for. */
export async function isRecomputing(): Promise<boolean> {
  const waiting = await db().$queryRaw<unknown[]>`
    select 1 from graphile_worker.jobs where task_identifier = 'recompute' and (attempts < max_attempts or locked_at is not null) limit 1`;
  return waiting.length > 0;
}

type Row = { version: number; at: Date; staffId: string; content: unknown };

/** A setting that came later than the row has its default. */
function versionOf({ content, ...row }: Row): SettingsVersion {
  const { policy, holidays, closures } = content as ClockSettings;
  return { ...row, settings: { policy: { ...defaultSettings.policy, ...policy }, holidays, closures } };
}
