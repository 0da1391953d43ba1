import "server-only";
import { randomUUID } from "node:crypto";
import { permissionsOf } from "@/lib/access/permissions";
import type { SignOnRefusal } from "@/lib/access/sign-on";
import { systemActor } from "../actor";
import { audit } from "../audit";
import { now } from "../clock";
import type { Tx } from "../db";
import { env } from "../env";
import { enqueue } from "../jobs/enqueue";
import { holdStaff } from "../second-factor/app";
import { noticeTo } from "../security-notice";
import { isBreakGlass } from "./password-way";
import type { Vouched } from "./vouched";

/** `staffId`: whose sign-in failed, where that is known. */
export type Account = { staffId: string } | { refused: SignOnRefusal; staffId?: string };

/**
 * Whose account that is, with the roles of the claim. By (issuer, subject); the first time by verified address, if nobody else is
 * bound to it; somebody unknown only where OIDC_CREATE says so. In the transaction of the session it opens.
 */
export async function accountOf(tx: Tx, vouched: Vouched, locale: "fr" | "en"): Promise<Account> {
  const { issuer, subject, roles } = vouched;
  const bound = await tx.staff.findUnique({ where: { issuer_subject: { issuer, subject } }, select: { id: true } });
  if (bound) return boundAccount(tx, bound.id, vouched);
  if (roles.length === 0) return { refused: "no-role" };
  if (vouched.email === null) return { refused: "unverified" };
  const member = await tx.staff.findUnique({ where: { email: vouched.email }, select: { id: true } });
  if (member) return bind(tx, member.id, vouched);
  return env().oidc?.isCreating ? create(tx, { ...vouched, email: vouched.email }, locale) : { refused: "unknown" };
}

async function boundAccount(tx: Tx, staffId: string, { roles, issuer, subject }: Vouched): Promise<Account> {
  const staff = await held(tx, staffId);
  if (staff.issuer !== issuer || staff.subject !== subject) return { refused: "failed", staffId };
  if (staff.disabledAt) return { refused: "disabled", staffId };
  await takeRoles(tx, staff, roles);
  return roles.length === 0 ? { refused: "no-role", staffId } : { staffId };
}

/** A member meets their account at the provider for the first time; they are told. */
async function bind(tx: Tx, staffId: string, vouched: Vouched): Promise<Account> {
  const { issuer, subject, roles } = vouched;
  const staff = await held(tx, staffId);
  // They came twice at the same moment, and the other visit was first.
  if (staff.issuer === issuer && staff.subject === subject) return boundAccount(tx, staffId, vouched);
  if (staff.disabledAt) return { refused: "disabled", staffId };
  if (isBreakGlass(staff.email)) return { refused: "break-glass", staffId };
  if (staff.subject !== null) return { refused: "other-account", staffId };
  await tx.staff.update({ where: { id: staffId }, data: { issuer, subject, sessionVersion: { increment: 1 } } });
  await tx.setUpLink.deleteMany({ where: { staffId, usedAt: null } });
  const eventId = await audit(tx, systemActor(), "SignOnBound", { staffId });
  await noticeTo(tx, { staffId, eventId, notice: "sign-on-bound" });
  await takeRoles(tx, staff, roles);
  return { staffId };
}

async function create(tx: Tx, { issuer, subject, roles, email, name }: Vouched & { email: string }, locale: "fr" | "en"): Promise<Account> {
  const staffId = randomUUID();
  await tx.staff.create({ data: { id: staffId, issuer, subject, email, name: name ?? email, roles, locale, createdAt: now() } });
  await audit(tx, systemActor(), "StaffAdded", { staffId, roles });
  return { staffId };
}

/** The roles of the claim, and no other; a change ends every session and lets go of cases, as it does by an administrator's hand. */
async function takeRoles(tx: Tx, staff: { id: string; roles: string[] }, roles: string[]): Promise<void> {
  if (roles.length === staff.roles.length && roles.every((role) => staff.roles.includes(role))) return;
  await tx.staff.update({ where: { id: staff.id }, data: { roles, sessionVersion: { increment: 1 } } });
  await audit(tx, systemActor(), "StaffRolesChanged", { staffId: staff.id, roles, changes: ["sign-on"] });
  if (!permissionsOf(roles).has("case.handle")) await enqueue(tx, "release-cases", { staffId: staff.id });
}

async function held(tx: Tx, staffId: string) {
  await holdStaff(tx, staffId);
  return tx.staff.findUniqueOrThrow({ where: { id: staffId }, select: { id: true, email: true, roles: true, issuer: true, subject: true, disabledAt: true } });
}
