import "server-only";
import { z } from "zod";
import { rolesWith } from "@/lib/access/permissions";
import type { CalendarDate } from "@/lib/law/calendar";
import type { StaffActor } from "../actor";
import { awayOf } from "../absence";
import { db } from "../db";

export type AbsenceView = { id: string; name: string; from: CalendarDate | null; until: CalendarDate | null; standIn: { id: string; name: string } | null; /** Who may stand in. */ others: { id: string; name: string }[] };

/** When somebody is away and who stands in: one's own, or with `absence.manage` another's; null for anybody else's. Two statements. */
export async function absenceOf(actor: StaffActor, staffId: string): Promise<AbsenceView | null> {
  if (!z.uuid().safeParse(staffId).success || (staffId !== actor.id && !actor.permissions.has("absence.manage"))) return null;
  const staff = await db().staff.findFirst({ where: { id: staffId, disabledAt: null, roles: { hasSome: rolesWith("case.handle") } }, select: { id: true, name: true, awayFrom: true, awayUntil: true, standIn: { select: { id: true, name: true } } } });
  if (!staff) return null;
  const others = await db().staff.findMany({ where: { id: { not: staffId }, disabledAt: null, roles: { hasSome: rolesWith("case.handle") } }, select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }] });
  return { id: staff.id, name: staff.name, ...awayOf(staff), standIn: staff.standIn, others };
}
