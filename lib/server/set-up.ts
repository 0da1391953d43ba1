import "server-only";
import type { InputError } from "@/lib/request/ask/text";
import { audit } from "./audit";
import { now } from "./clock";
import { db, type Tx } from "./db";
import { forgottenDevices } from "./device";
import { env } from "./env";
import { hashPassword, passwordProblem } from "./password";
import { noticeTo } from "./security-notice";
import { mayUsePassword } from "./sign-on/password-way";
import { hashToken, newToken } from "./tokens";

/** Given by an administrator, or sent to somebody who forgot their password. */
const lifetimes = { invited: 3 * 86_400_000, forgotten: 30 * 60_000 } as const;

/** A one-time link by which somebody chooses their password; the earlier ones of that person end. Only the hash is kept. */
export async function newSetUpLink(staffId: string, why: keyof typeof lifetimes = "invited"): Promise<string> {
  return db().$transaction((tx) => setUpLinkIn(tx, staffId, why));
}

/** The same in the caller's transaction, with the record of who made it. */
export async function setUpLinkIn(tx: Tx, staffId: string, why: keyof typeof lifetimes = "invited"): Promise<string> {
  const token = newToken();
  await tx.setUpLink.deleteMany({ where: { staffId, usedAt: null } });
  await tx.setUpLink.create({ data: { tokenHash: hashToken(token), staffId, expiresAt: new Date(now().getTime() + lifetimes[why]) } });
  return `${env().publicUrl}/office/set-up/${token}`;
}

/** Is the link good? Looking consumes nothing. */
export async function linkState(token: string): Promise<{ name: string; email: string } | null> {
  const link = await liveLink(token);
  return link ? { name: link.staff.name, email: link.staff.email } : null;
}

/** Sets the password and spends the link, once; every session of that person ends, and they are told: whoever held the link chose it. security.md AU13. */
export async function setPassword(token: string, password: string): Promise<{ ok: true } | { error: InputError } | { gone: true }> {
  const problem = passwordProblem(password);
  if (problem) return { error: problem };
  const link = await liveLink(token);
  if (!link) return { gone: true };
  const passwordHash = await hashPassword(password);
  return db().$transaction(async (tx) => {
    const spent = await tx.setUpLink.updateMany({ where: { tokenHash: link.tokenHash, usedAt: null }, data: { usedAt: now() } });
    if (spent.count !== 1) return { gone: true as const };
    await tx.staff.update({ where: { id: link.staffId }, data: { passwordHash, sessionVersion: { increment: 1 }, ...forgottenDevices } });
    const eventId = await audit(tx, "nobody", "PasswordSet", { staffId: link.staffId });
    await noticeTo(tx, { staffId: link.staffId, eventId, notice: "password-set" });
    return { ok: true as const };
  });
}

async function liveLink(token: string) {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const link = await db().setUpLink.findUnique({ where: { tokenHash: hashToken(token) }, include: { staff: true } });
  return link && !link.usedAt && link.expiresAt > now() && !link.staff.disabledAt && mayUsePassword(link.staff) ? link : null;
}
