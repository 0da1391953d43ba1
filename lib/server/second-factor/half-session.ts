import "server-only";
import { now } from "../clock";
import { db, type Tx } from "../db";
import { hashToken, newToken } from "../tokens";

const lifetimeMs = 10 * 60_000;

/** Somebody who gave their password. Not an Actor: nothing but the pages of the second factor takes it. */
export type Half = { tokenHash: Uint8Array<ArrayBuffer>; staffId: string; version: number; email: string; isKnownDevice: boolean; hasApp: boolean; provenAt: Date | null };

/** Between password and code: gives the cookie's value, of which only the hash is kept. */
export async function openHalf(tx: Tx, staff: { id: string; sessionVersion: number }, isKnownDevice: boolean): Promise<string> {
  const token = newToken();
  await tx.halfSession.create({ data: { tokenHash: hashToken(token), staffId: staff.id, version: staff.sessionVersion, isKnownDevice, createdAt: now() } });
  return token;
}

/** Who holds this cookie, for ten minutes and as long as nothing about their access changes. */
export async function halfOf(token: string | undefined): Promise<Half | null> {
  if (!token || !/^[\w-]{43}$/.test(token)) return null;
  const tokenHash = hashToken(token);
  const row = await db().halfSession.findUnique({ where: { tokenHash }, include: { staff: { include: { secondFactors: { where: { confirmed: true }, select: { id: true } } } } } });
  if (!row || row.spentAt || row.createdAt.getTime() + lifetimeMs <= now().getTime()) return null;
  const { staff, staffId, version, isKnownDevice, provenAt } = row;
  if (staff.disabledAt || version !== staff.sessionVersion) return null;
  return { tokenHash, staffId, version, email: staff.email, isKnownDevice, hasApp: staff.secondFactors.length > 0, provenAt };
}

/** Still theirs, in the transaction that holds their row: neither spent, nor ended by a change of their access meanwhile. */
const live = ({ tokenHash, version }: Half) => ({ tokenHash, spentAt: null, version, staff: { sessionVersion: version, disabledAt: null } });

/** Takes one of five tries off, before it is judged: tries in parallel cannot exceed them. False: none is left. */
export async function takeTry(tx: Tx, half: Half): Promise<boolean> {
  const { count } = await tx.halfSession.updateMany({ where: { ...live(half), triesLeft: { gt: 0 } }, data: { triesLeft: { decrement: 1 } } });
  return count === 1;
}

/** Spends it, once. */
export async function spendHalf(tx: Tx, half: Half): Promise<boolean> {
  const { count } = await tx.halfSession.updateMany({ where: live(half), data: { spentAt: now() } });
  return count === 1;
}

/** An app was set up behind it and its first code given: it outlives the end of all sessions that this brings. */
export async function keepHalf(tx: Tx, { tokenHash, staffId }: Half, at: Date): Promise<void> {
  const { sessionVersion } = await tx.staff.findUniqueOrThrow({ where: { id: staffId }, select: { sessionVersion: true } });
  await tx.halfSession.update({ where: { tokenHash }, data: { version: sessionVersion, provenAt: at } });
}
