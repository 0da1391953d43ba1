import "server-only";
import { randomUUID } from "node:crypto";
import { db, type Tx } from "../db";
import { forgottenDevices } from "../device";
import { unwrapByVault, wrapByVault } from "../key-ring/ring";
import { newKey } from "../vault/keys";
import { qrPath } from "./qr";
import { newRecoveryCodes } from "./recovery-codes";
import { offerOf, stepOfCode } from "./time-code";

/** What the key of an app's secret is bound to. */
export const factorContext = (id: string) => `second-factor:${id}`;

/** The same told in three ways: typed, scanned, opened on the phone itself. */
export type Offer = { secret: string; uri: string; qr: { size: number; path: string } };

/** Begins to set up an app; one begun before is forgotten, one in use stays in use. */
export async function beginApp(tx: Tx, staffId: string, at: Date): Promise<void> {
  await holdStaff(tx, staffId);
  const id = randomUUID();
  await tx.secondFactor.deleteMany({ where: { staffId, confirmed: false } });
  await tx.secondFactor.create({ data: { id, staffId, wrappedKey: await wrapByVault(tx, newKey(), factorContext(id)), createdAt: at } });
}

/** What the app that is being set up is to be told, or null. */
export async function offered(staff: { id: string; email: string }): Promise<Offer | null> {
  const begun = await db().secondFactor.findUnique({ where: { staffId_confirmed: { staffId: staff.id, confirmed: false } } });
  if (!begun) return null;
  const { secret, uri } = offerOf(await keyOf(db(), begun), staff.email);
  return { secret, uri, qr: qrPath(uri) };
}

/**
 * Takes the app into use by its first code, in the place of an earlier one, and gives new recovery codes: the only time they
 * are seen. Every session of that person ends. Null when the code is not right, or nothing was begun.
 */
export async function confirmApp(tx: Tx, staffId: string, code: string, at: Date): Promise<{ recoveryCodes: string[] } | null> {
  await holdStaff(tx, staffId);
  const begun = await tx.secondFactor.findUnique({ where: { staffId_confirmed: { staffId, confirmed: false } } });
  const step = begun ? stepOfCode(await keyOf(tx, begun), code, at) : null;
  if (!begun || step === null) return null;
  await tx.secondFactor.deleteMany({ where: { staffId, confirmed: true } });
  await tx.secondFactor.update({ where: { id: begun.id }, data: { confirmed: true, lastStep: step, createdAt: at } });
  await endSessions(tx, staffId);
  return { recoveryCodes: await newRecoveryCodes(tx, staffId) };
}

/** Takes somebody's app, recovery codes and passkeys away; all their sessions end. False: there was none. */
export async function removeApp(tx: Tx, staffId: string): Promise<boolean> {
  await holdStaff(tx, staffId);
  const { count } = await tx.secondFactor.deleteMany({ where: { staffId, confirmed: true } });
  if (count === 0) return false;
  await tx.recoveryCode.deleteMany({ where: { staffId } });
  await tx.passkey.deleteMany({ where: { staffId } });
  await endSessions(tx, staffId);
  return true;
}

/** Is this the code of their app, for the first time? It counts once, also when it is given twice at the same moment. */
export async function spendAppCode(tx: Tx, staffId: string, code: string, at: Date): Promise<boolean> {
  const app = await tx.secondFactor.findUnique({ where: { staffId_confirmed: { staffId, confirmed: true } } });
  const step = app ? stepOfCode(await keyOf(tx, app), code, at) : null;
  if (!app || step === null) return false;
  const { count } = await tx.secondFactor.updateMany({ where: { id: app.id, lastStep: { lt: step } }, data: { lastStep: step } });
  return count === 1;
}

function keyOf(tx: Tx, { id, wrappedKey }: { id: string; wrappedKey: Uint8Array }): Promise<Buffer> {
  return unwrapByVault(tx, wrappedKey, factorContext(id));
}

/** Holds somebody's row: one change of their access or factor after the other, and what opens a session waits for it. Who only refers to the row (an assignee) does not. */
export async function holdStaff(tx: Tx, staffId: string): Promise<void> {
  await tx.$queryRaw`select 1 from "Staff" where id = ${staffId}::uuid for no key update`;
}

/** Every session of theirs, at once, and what lies before one; their devices are forgotten. */
export async function endSessions(tx: Tx, staffId: string): Promise<void> {
  await tx.staff.update({ where: { id: staffId }, data: { sessionVersion: { increment: 1 }, ...forgottenDevices } });
}
