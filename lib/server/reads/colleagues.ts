import "server-only";
import { rolesWith } from "@/lib/access/permissions";
import type { StaffActor } from "../actor";
import { db } from "../db";

export type Colleague = { id: string; name: string };

/** Who may be given a case: everybody who works here and handles cases, by name. */
export async function colleagues(actor: StaffActor): Promise<Colleague[]> {
  if (!actor.permissions.has("case.read")) return [];
  return db().staff.findMany({ where: { disabledAt: null, roles: { hasSome: rolesWith("case.handle") } }, select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }] });
}
