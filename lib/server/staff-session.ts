import "server-only";
import { randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";
import { decode, encode, type JWT } from "next-auth/jwt";
import { z } from "zod";
import { scopeOf } from "@/lib/access/case-scope";
import { permissionsOf, type Role } from "@/lib/access/permissions";
import { mustHaveFactor } from "@/lib/access/second-factor";
import { mint, type StaffActor } from "./actor";
import { audit } from "./audit";
import { now } from "./clock";
import { db, type Tx } from "./db";
import { deviceProof, forgottenDevices } from "./device";
import { env } from "./env";
import { holdStaff } from "./second-factor/app";
import { noticeTo } from "./security-notice";
import { hashToken } from "./tokens";

export const sessionLimits = { idleMs: 30 * 60_000, absoluteMs: 12 * 3_600_000 } as const;

export const sessionCookie = {
  name: "__Host-office",
  options: { httpOnly: true, secure: true, sameSite: "lax" as const, path: "/" },
};

/** `sid`, since next-auth draws a `jti` of its own for every token. */
const claims = z.object({ sub: z.uuid(), sid: z.uuid() });

/** `deviceProof`: by which the browser it is opened in is known the next time. */
export type Started = { staffId: string; sid: string; deviceProof: string };
/** `provenAt`: when they last proved who they are, if that is known. `device`: from `deviceWords`. */
type Beginning = { twoFactors: boolean; provenAt: Date | null; device: string | null; isKnownDevice: boolean };

/** Opens a session of a member of staff; its id goes into the token. They are told of a device they never used. security.md AU13. */
export async function startSession(tx: Tx, staffId: string, { twoFactors, provenAt, device, isKnownDevice }: Beginning): Promise<Started> {
  const sid = randomUUID();
  const staff = await tx.staff.findUniqueOrThrow({ where: { id: staffId } });
  await tx.staffSession.create({ data: { id: sid, staffId, version: staff.sessionVersion, createdAt: now(), lastSeenAt: now(), twoFactors, provenAt, device } });
  const eventId = await audit(tx, actorOf(staff, { id: sid, provenAt }), "SignedIn", { staffId });
  if (!isKnownDevice) await noticeTo(tx, { staffId, eventId, notice: "new-device" });
  return { staffId, sid, deviceProof: deviceProof(staff) };
}

/** Does the session somebody acts in still hold? Their row is held from here on: before what opens another session in its place. security.md AU7. */
export async function isStillIn(tx: Tx, { id: staffId, sessionId }: StaffActor): Promise<boolean> {
  await holdStaff(tx, staffId);
  const { sessionVersion: version } = await tx.staff.findUniqueOrThrow({ where: { id: staffId }, select: { sessionVersion: true } });
  return (await tx.staffSession.count({ where: { id: sessionId, staffId, version, revokedAt: null } })) === 1;
}

/** The same session under a new id, from the moment they prove in it again who they are; the old id is worth nothing. Null: it has ended. security.md AU7. */
export async function renewSession(tx: Tx, { id: staffId, sessionId }: StaffActor, provenAt: Date): Promise<Started | null> {
  const sid = randomUUID();
  const { count } = await tx.staffSession.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now() } });
  if (count === 0) return null;
  const [owner] = await tx.$queryRaw<{ id: string; deviceVersion: number }[]>`
    select staff.id::text, staff."deviceVersion" from "StaffSession" session join "Staff" staff on staff.id = session."staffId" and staff."sessionVersion" = session.version where session.id = ${sessionId}::uuid`;
  if (!owner) return null;
  const { version, createdAt, twoFactors, device } = await tx.staffSession.findUniqueOrThrow({ where: { id: sessionId } });
  await tx.staffSession.create({ data: { id: sid, staffId, version, createdAt, lastSeenAt: now(), twoFactors, provenAt, device } });
  return { staffId, sid, deviceProof: deviceProof(owner) };
}

/** The cookie's value: next-auth's encrypted token around the session's id. */
export function sessionToken({ staffId, sid }: Pick<Started, "staffId" | "sid">): Promise<string> {
  return encode({ token: { sub: staffId, sid }, secret: env().nextauthSecret, maxAge: sessionLimits.absoluteMs / 1000 });
}

/** Who holds this cookie, if their session still lives. */
export async function actorOfToken(value: string | undefined): Promise<StaffActor | null> {
  if (!value || value.length > 4096) return null;
  const token = await opened(value);
  return token ? liveActor(token) : null;
}

/** What the cookies of late hold, by their hash: to open one takes a millisecond, and every request brings it. It says who comes, never that they may: that is asked of their session each time. */
const lately = new LRUCache<string, JWT>({ max: 1_000 });

async function opened(value: string): Promise<JWT | null> {
  const hash = Buffer.from(hashToken(value)).toString("base64");
  const known = lately.get(hash);
  if (known) return known;
  const token = await decode({ token: value, secret: env().nextauthSecret }).catch(() => null);
  if (token) lately.set(hash, token);
  return token;
}

/** Does the session behind next-auth's token still hold? */
export async function isLive(token: JWT): Promise<boolean> {
  return (await liveActor(token)) !== null;
}

type LiveRow = Omit<StaffRow, "id"> & { sid: string; staffId: string; version: number; createdAt: Date; lastSeenAt: Date; revokedAt: Date | null; twoFactors: boolean; provenAt: Date | null; sessionVersion: number; disabledAt: Date | null; isFactorForAll: boolean };

/** At every request, in one statement: the session, whose it is, and what is asked of all. */
async function liveActor(token: JWT): Promise<StaffActor | null> {
  const parsed = claims.safeParse(token);
  if (!parsed.success) return null;
  const [session] = await db().$queryRaw<LiveRow[]>`
    select session.id::text as sid, session."staffId"::text, session.version, session."createdAt", session."lastSeenAt", session."revokedAt", session."twoFactors", session."provenAt",
      staff.name, staff.email, staff.roles, staff.locale, staff."teamId"::text, staff."caseScope", staff."sessionVersion", staff."disabledAt",
      coalesce((select "isFactorForAll" from "SignInSettings" order by version desc limit 1), false) as "isFactorForAll"
    from "StaffSession" session join "Staff" staff on staff.id = session."staffId" where session.id = ${parsed.data.sid}::uuid`;
  if (!session || session.revokedAt || session.staffId !== parsed.data.sub) return null;
  const at = now().getTime();
  const idle = at - session.lastSeenAt.getTime();
  if (session.disabledAt || session.version !== session.sessionVersion) return null;
  if (!session.twoFactors && mustHaveFactor(session.roles, session.isFactorForAll)) return null;
  if (idle > sessionLimits.idleMs || at - session.createdAt.getTime() > sessionLimits.absoluteMs) return null;
  if (idle > 60_000) await db().staffSession.update({ where: { id: session.sid }, data: { lastSeenAt: now() } });
  return actorOf({ ...session, id: session.staffId }, { id: session.sid, provenAt: session.provenAt });
}

/** Of rows: the limits that `liveActor` sets. */
export function liveSince(at: Date) {
  const { idleMs, absoluteMs } = sessionLimits;
  return { lastSeenAt: { gte: new Date(at.getTime() - idleMs) }, createdAt: { gte: new Date(at.getTime() - absoluteMs) } };
}

type StaffRow = { id: string; name: string; email: string; roles: string[]; locale: string; teamId: string | null; caseScope: string };

function actorOf(staff: StaffRow, { id: sessionId, provenAt }: { id: string; provenAt: Date | null }): StaffActor {
  const { id, name, email, roles, teamId } = staff;
  const locale = staff.locale === "en" ? ("en" as const) : ("fr" as const);
  return mint({ kind: "staff" as const, id, sessionId, name, email, roles: roles as Role[], locale, teamId, caseScope: scopeOf(roles, staff.caseScope), permissions: permissionsOf(roles), provenAt });
}

/** Ends one session, at once and everywhere its cookie lies; on record, once. */
export async function endSession(sessionId: string): Promise<void> {
  if (!z.uuid().safeParse(sessionId).success) return;
  await db().$transaction(async (tx) => {
    const { count } = await tx.staffSession.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now() } });
    if (count === 0) return;
    const session = await tx.staffSession.findUniqueOrThrow({ where: { id: sessionId }, include: { staff: true } });
    await audit(tx, actorOf(session.staff, session), "SignedOut", { staffId: session.staffId });
  });
}

/** Ends every session of a member of staff, at once, and forgets their devices. */
export async function endAllSessions(actor: StaffActor): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.staff.update({ where: { id: actor.id }, data: { sessionVersion: { increment: 1 }, ...forgottenDevices } });
    await audit(tx, actor, "SessionsEnded", { staffId: actor.id });
  });
}
