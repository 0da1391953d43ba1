import "server-only";
import type { CalendarDate } from "@/lib/law/calendar";
import { type Absence, isAwayOn } from "@/lib/request/absence";
import type { StaffActor } from "./actor";
import { audit } from "./audit";
import { now } from "./clock";
import { civilDay } from "./clock-facts";
import { db } from "./db";
import { receiverOf } from "./receiver";
import { dayOf } from "./date-column";

export type AbsenceRefusal = { refused: "no-permission" | "unknown" | "stand-in-unknown" };

/**
 * Notes when somebody is away (null: no longer): one's own absence, or with `absence.manage` another's. What they have stays theirs.
 * Refusals: `no-permission`, `unknown` (works here no more), `stand-in-unknown` (handles no cases, or is the same person).
 */
export async function setAbsence(actor: StaffActor, staffId: string, absence: Absence | null): Promise<{ ok: true } | AbsenceRefusal> {
  if (staffId !== actor.id && !actor.permissions.has("absence.manage")) return { refused: "no-permission" };
  const { from = null, until = null, standIn = null } = absence ?? {};
  return db().$transaction(async (tx) => {
    if (standIn !== null && (standIn === staffId || !(await receiverOf(tx, { staffId: standIn })))) return { refused: "stand-in-unknown" as const };
    const { count } = await tx.staff.updateMany({ where: { id: staffId, disabledAt: null }, data: { awayFrom: from && new Date(from), awayUntil: until && new Date(until), standInId: standIn } });
    if (count === 0) return { refused: "unknown" as const };
    await audit(tx, actor, "AbsenceChanged", { staffId, after: { from, until, standInId: standIn } });
    return { ok: true as const };
  });
}

/** Is this member of staff out of office today? */
export async function isAway({ id }: StaffActor): Promise<boolean> {
  const staff = await db().staff.findUnique({ where: { id }, select: { awayFrom: true, awayUntil: true } });
  return staff !== null && isAwayOn(awayOf(staff), civilDay(now()));
}

/** The columns as civil days. */
export function awayOf({ awayFrom, awayUntil }: { awayFrom: Date | null; awayUntil: Date | null }): { from: CalendarDate | null; until: CalendarDate | null } {
  const civil = (date: Date | null) => date && dayOf(date);
  return { from: civil(awayFrom), until: civil(awayUntil) };
}
