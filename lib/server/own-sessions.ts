import "server-only";
import type { StaffActor } from "./actor";
import { audit } from "./audit";
import { now } from "./clock";
import { db } from "./db";
import { deviceProof, forgottenDevices } from "./device";
import { endSession, liveSince } from "./staff-session";

/** Ends one session of one's own, at once and everywhere its cookie lies. Another's, or one that has ended, is left as it is. */
export async function endOwnSession(actor: StaffActor, sessionId: string): Promise<void> {
  const own = await db().staffSession.findMany({ where: { staffId: actor.id, revokedAt: null }, select: { id: true } });
  if (own.some(({ id }) => id === sessionId)) await endSession(sessionId);
}

/** Ends every session of one's own but this one, and forgets every device: gives what this one is known by from now on. */
export async function endOtherSessions(actor: StaffActor): Promise<string> {
  return db().$transaction(async (tx) => {
    const owner = await tx.staff.update({ where: { id: actor.id }, data: forgottenDevices });
    const { count } = await tx.staffSession.updateMany({ where: { staffId: actor.id, revokedAt: null, id: { not: actor.sessionId } }, data: { revokedAt: now() } });
    await tx.halfSession.updateMany({ where: { staffId: actor.id, spentAt: null }, data: { spentAt: now() } });
    if (count > 0) await audit(tx, actor, "SessionsEnded", { staffId: actor.id });
    return deviceProof(owner);
  });
}

/** Those of one's sessions that still live, the one last used first. */
export async function liveSessions({ id: staffId }: StaffActor) {
  const { sessionVersion: version } = await db().staff.findUniqueOrThrow({ where: { id: staffId }, select: { sessionVersion: true } });
  return db().staffSession.findMany({
    where: { staffId, version, revokedAt: null, ...liveSince(now()) },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
    select: { id: true, createdAt: true, lastSeenAt: true, device: true },
    take: 50,
  });
}
