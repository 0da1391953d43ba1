import "server-only";
import { isWithin, mayGiveTo, reachOf, scopeOf } from "@/lib/access/case-scope";
import { rolesWith } from "@/lib/access/permissions";
import type { CalendarDate } from "@/lib/law/calendar";
import type { StaffActor } from "../actor";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db, sql } from "../db";
import { casesOf } from "../reach";
import type { Asked } from "./asked";

/** `awayUntil`: null where they are here, or away without an end. */
export type Colleague = { id: string; name: string; teamId: string | null; isHere: boolean; awayUntil: CalendarDate | null };

/** Whom this member of staff may give a case: everybody who works here and handles cases, or those of their team where they see no further. By name. */
export function colleagues(actor: StaffActor): Asked<Colleague, Colleague[]> {
  const today = civilDay(now());
  const statement = sql`
    select staff.id, staff.name, staff."teamId", not away.now as "isHere", case when away.now then staff."awayUntil" end as "awayUntil"
    from "Staff" staff
      cross join lateral (select coalesce(staff."awayFrom" <= ${today}::date and (staff."awayUntil" is null or staff."awayUntil" >= ${today}::date), false) as now) away
    where staff."disabledAt" is null and staff.roles && ${rolesWith("case.handle")}::text[]
    order by staff.name, staff.id`;
  return { statement: actor.permissions.has("case.read") ? statement : null, read: (found) => found.filter(({ teamId }) => mayGiveTo(actor, teamId)) };
}

/** Whom a note on a case may be told to: everybody else who works here and may read it, by name. Nobody where the case is not one's own to see. */
export async function readersOf(actor: StaffActor, reference: string): Promise<Pick<Colleague, "id" | "name">[]> {
  if (!actor.permissions.has("case.handle")) return [];
  const placed = await db().subjectRequest.findFirst({ where: { reference, AND: [casesOf(actor)] }, select: { assigneeId: true, teamId: true } });
  if (!placed) return [];
  const found = await db().staff.findMany({ where: { disabledAt: null, id: { not: actor.id }, roles: { hasSome: rolesWith("case.read") } }, select: { id: true, name: true, roles: true, teamId: true, caseScope: true }, orderBy: [{ name: "asc" }, { id: "asc" }] });
  const sees = ({ roles, caseScope, ...rest }: (typeof found)[number]) => isWithin(reachOf({ ...rest, caseScope: scopeOf(roles, caseScope) }), placed);
  return found.filter(sees).map(({ id, name }) => ({ id, name }));
}
