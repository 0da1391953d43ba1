import "server-only";
import { permissionsOf } from "@/lib/access/permissions";
import type { StaffActor } from "../actor";
import { db } from "../db";

export type Colleague = { id: string; name: string };

/** Who may be given a case: everybody who works here and handles cases, by name. */
export async function colleagues(actor: StaffActor): Promise<Colleague[]> {
  if (!actor.permissions.has("case.read")) return [];
  const staff = await db().staff.findMany({ where: { disabledAt: null }, select: { id: true, name: true, roles: true }, orderBy: [{ name: "asc" }, { id: "asc" }] });
  return staff.filter(({ roles }) => permissionsOf(roles).has("case.handle")).map(({ id, name }) => ({ id, name }));
}
