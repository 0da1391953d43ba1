import "server-only";
import { randomUUID } from "node:crypto";
import type { CaseScope } from "@/lib/access/case-scope";
import { permissionsOf, type Role } from "@/lib/access/permissions";
import type { StaffActor } from "./actor";
import { audit } from "./audit";
import { now } from "./clock";
import { db, type Tx } from "./db";
import { forgottenDevices } from "./device";
import { administrators } from "./first-administrator";
import { enqueue } from "./jobs/enqueue";
import { receiverOf } from "./receiver";
import { holdStaff, removeApp } from "./second-factor/app";
import { isFresh } from "./second-factor/fresh";
import { noticeTo } from "./security-notice";
import { setUpLinkIn } from "./set-up";
import { mayUsePassword } from "./sign-on/password-way";

export type ManageRefusal = { refused: "no-permission" | "proof-not-fresh" };
export type StaffRefusal = ManageRefusal | { refused: "email-taken" | "team-unknown" | "last-administrator" | "unknown" | "own" };

/** May this administrator, and did they give their second factor just now? Every change here asks. */
export function mayManage(actor: StaffActor): ManageRefusal | null {
  if (!actor.permissions.has("staff.manage")) return { refused: "no-permission" };
  return isFresh(actor) ? null : { refused: "proof-not-fresh" };
}

/**
 * Adds someone and gives the one-time link by which they choose a password; null where only the company account opens anything.
 * Refusals: those of `mayManage`, `email-taken`, `team-unknown`.
 */
export async function addStaff(actor: StaffActor, { teamId, caseScope, ...person }: { name: string; email: string; roles: Role[] } & Place): Promise<{ url: string | null } | StaffRefusal> {
  const no = mayManage(actor);
  if (no) return no;
  const email = person.email.toLowerCase();
  const id = randomUUID();
  return db().$transaction(async (tx) => {
    if (await tx.staff.findUnique({ where: { email } })) return { refused: "email-taken" as const };
    if (!(await isTeam(tx, teamId))) return { refused: "team-unknown" as const };
    await tx.staff.create({ data: { id, email, name: person.name, roles: person.roles, teamId, caseScope, locale: actor.locale, createdAt: now() } });
    await audit(tx, actor, "StaffAdded", { staffId: id, roles: person.roles, teamId, caseScope });
    return { url: mayUsePassword({ email, issuer: null }) ? (await linkBy(tx, actor, id)).url : null };
  });
}

/** Changes roles; all sessions of that person end, and what they may not handle any more goes back to the queue. Refusals: those of `mayManage`, `last-administrator`, `unknown`. */
export function changeRoles(actor: StaffActor, staffId: string, roles: Role[]): Promise<{ ok: true } | StaffRefusal> {
  return change(actor, staffId, { roles }, async (tx) => {
    await audit(tx, actor, "StaffRolesChanged", { staffId, roles });
    if (!permissionsOf(roles).has("case.handle")) await enqueue(tx, "release-cases", { staffId });
  });
}

/** Their team, and how far they see. */
export type Place = { teamId: string | null; caseScope: CaseScope };

/**
 * Changes somebody's team and scope; all sessions of that person end, so that it counts from their next request. Their open
 * cases follow them into another team. Refusals: those of `changeRoles`, `team-unknown`.
 */
export function changePlace(actor: StaffActor, staffId: string, place: Place): Promise<{ ok: true } | StaffRefusal> {
  return change(actor, staffId, place, async (tx) => {
    await audit(tx, actor, "StaffPlaceChanged", { staffId, ...place });
    await enqueue(tx, "move-cases", { staffId });
  });
}

/** Disables or enables an account, at once; their open cases go back to the queue. Same refusals. */
export function setDisabled(actor: StaffActor, staffId: string, isDisabled: boolean): Promise<{ ok: true } | StaffRefusal> {
  return change(actor, staffId, { disabledAt: isDisabled ? now() : null }, async (tx) => {
    await audit(tx, actor, isDisabled ? "StaffDisabled" : "StaffEnabled", { staffId });
    if (isDisabled) await enqueue(tx, "release-cases", { staffId });
  });
}

/**
 * A new one-time link for someone who lost their password or their first link. Whoever holds it can choose their password: it is on
 * record who made it, and they are told. security.md AU13. Refusals: those of `mayManage`, `unknown`.
 */
export async function renewLink(actor: StaffActor, staffId: string): Promise<{ url: string } | StaffRefusal> {
  const no = mayManage(actor);
  if (no) return no;
  return db().$transaction(async (tx) => {
    await holdStaff(tx, staffId);
    const staff = await tx.staff.findUnique({ where: { id: staffId } });
    if (!staff || staff.disabledAt || !mayUsePassword(staff)) return { refused: "unknown" as const };
    const { url, eventId } = await linkBy(tx, actor, staffId);
    await noticeTo(tx, { staffId, eventId, notice: "link-made" });
    return { url };
  });
}

async function linkBy(tx: Tx, actor: StaffActor, staffId: string): Promise<{ url: string; eventId: string }> {
  return { url: await setUpLinkIn(tx, staffId), eventId: await audit(tx, actor, "SetUpLinkMade", { staffId }) };
}

/**
 * Takes away the second factor somebody has lost; they are told. At their next sign-in they set one up where they need one.
 * One's own is changed on the account page. Refusals: those of `mayManage`, `own`, `unknown`.
 */
export async function resetFactor(actor: StaffActor, staffId: string): Promise<{ ok: true } | StaffRefusal> {
  const no = mayManage(actor) ?? (staffId === actor.id ? ({ refused: "own" } as const) : null);
  if (no) return no;
  return db().$transaction(async (tx) => {
    if (!(await removeApp(tx, staffId))) return { refused: "unknown" as const };
    const eventId = await audit(tx, actor, "SecondFactorReset", { staffId });
    await noticeTo(tx, { staffId, eventId, notice: "factor-reset" });
    return { ok: true as const };
  });
}

/**
 * Lets go of somebody's account at the company's own sign-in: the next one to bring their verified address is bound instead. All
 * their sessions end. Refusals: those of `mayManage`, `unknown`.
 */
export async function releaseSignOn(actor: StaffActor, staffId: string): Promise<{ ok: true } | StaffRefusal> {
  const no = mayManage(actor);
  if (no) return no;
  return db().$transaction(async (tx) => {
    const { count } = await tx.staff.updateMany({ where: { id: staffId, subject: { not: null } }, data: { issuer: null, subject: null, sessionVersion: { increment: 1 }, ...forgottenDevices } });
    if (count === 0) return { refused: "unknown" as const };
    await audit(tx, actor, "SignOnReleased", { staffId });
    return { ok: true as const };
  });
}

/** The language one's own office speaks. */
export async function setLocale(actor: StaffActor, locale: "fr" | "en"): Promise<void> {
  await db().staff.update({ where: { id: actor.id }, data: { locale } });
}

type Change = Place | { roles: Role[] } | { disabledAt: Date | null };

async function change(actor: StaffActor, staffId: string, data: Change, note: (tx: Tx) => Promise<unknown>): Promise<{ ok: true } | StaffRefusal> {
  const no = mayManage(actor);
  if (no) return no;
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`select 1 from "Staff" where roles @> array['administrator'] for update`;
    const staff = await tx.staff.findUnique({ where: { id: staffId } });
    if (!staff) return { refused: "unknown" as const };
    if ("teamId" in data && !(await isTeam(tx, data.teamId))) return { refused: "team-unknown" as const };
    const isOne = (await tx.staff.count({ where: { ...administrators(), id: staffId } })) > 0;
    await tx.staff.update({ where: { id: staffId }, data: { ...data, sessionVersion: { increment: 1 } } });
    if (isOne && (await tx.staff.count({ where: administrators() })) === 0) throw new LastAdministrator();
    await note(tx);
    return { ok: true as const };
  }).catch((fault: unknown) => {
    if (fault instanceof LastAdministrator) return { refused: "last-administrator" as const };
    throw fault;
  });
}

/** No team is one too; one that is chosen is not removed meanwhile. */
async function isTeam(tx: Tx, teamId: string | null): Promise<boolean> {
  return teamId === null || (await receiverOf(tx, { teamId })) !== null;
}

class LastAdministrator extends Error {}
