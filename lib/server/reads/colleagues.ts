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

/**
 * Whom a note on a case may be told to: everybody else who works here and may read it, by name. Whatever narrows who sees a case
 * belongs here as well as in the reads.
 */
export async function readersOf(actor: StaffActor, _reference: string): Promise<Colleague[]> {
  if (!actor.permissions.has("case.handle")) return [];
  return db().staff.findMany({ where: { disabledAt: null, id: { not: actor.id }, roles: { hasSome: rolesWith("case.read") } }, select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }] });
}
