import "server-only";
import type { CaseScope } from "@/lib/access/case-scope";
import type { Role } from "@/lib/access/permissions";
import type { StaffActor } from "../actor";
import { db } from "../db";
import { isFactorForAll } from "../second-factor/settings";
import { isBound } from "../sign-on/password-way";

export type StaffRow = { id: string; name: string; email: string; roles: Role[]; teamId: string | null; team: string | null; caseScope: CaseScope; isDisabled: boolean; hasPassword: boolean; hasFactor: boolean; isByCompany: boolean };

/** Everyone who works here, for those who manage staff; nobody else learns more than names. */
export async function staffList(actor: StaffActor): Promise<StaffRow[]> {
  if (!actor.permissions.has("staff.manage")) return [];
  const all = await db().staff.findMany({ orderBy: { name: "asc" }, include: { team: { select: { name: true } }, secondFactors: { where: { confirmed: true }, select: { id: true } } } });
  return all.map(({ id, name, email, roles, teamId, team, caseScope, disabledAt, passwordHash, issuer, secondFactors }) => ({
    id,
    name,
    email,
    roles: roles as Role[],
    teamId,
    team: team?.name ?? null,
    caseScope: caseScope as CaseScope,
    isDisabled: disabledAt !== null,
    hasPassword: passwordHash !== null,
    hasFactor: secondFactors.length > 0,
    isByCompany: isBound({ issuer }),
  }));
}

/** Has it been set that all of the staff need a second factor? For those who manage staff. */
export async function factorForAll(actor: StaffActor): Promise<boolean> {
  return actor.permissions.has("staff.manage") && isFactorForAll();
}

/** `staff:<id>` as events say it → the name shown to colleagues. One query. */
export async function staffNames(actors: readonly (string | null)[]): Promise<Record<string, string>> {
  const ids = [...new Set(actors.filter((actor) => actor?.startsWith("staff:")).map((actor) => (actor as string).slice(6)))];
  if (ids.length === 0) return {};
  const found = await db().staff.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return Object.fromEntries(found.map(({ id, name }) => [`staff:${id}`, name]));
}

/** Names of those who may send a refusal, to tell an agent whom to ask. */
export async function refusalSenders(actor: StaffActor): Promise<string[]> {
  if (!actor.permissions.has("case.read")) return [];
  const found = await db().staff.findMany({ where: { roles: { has: "dpo" }, disabledAt: null }, select: { name: true }, orderBy: { name: "asc" }, take: 5 });
  return found.map(({ name }) => name);
}
