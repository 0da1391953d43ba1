import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import { audit } from "./audit";
import { db } from "./db";
import { env } from "./env";
import { isPassword } from "./password";
import { sessionCookie, sessionToken } from "./staff-session";
import { countTry, forgetTries } from "./throttle";

const perAccount = { tries: 10, windowMs: 15 * 60_000 };
const inAll = { tries: 500, windowMs: 15 * 60_000 };
const deviceCookie = "__Host-device";

export type SignedIn = { ok: true } | { error: "wrong" } | { error: "slow-down"; retryAfterSeconds: number };

/**
 * Signs a member of staff in and sets the session's cookie. Wrong address, wrong password, disabled account: one answer,
 * in one time. Ten failures slow an account down for everyone but the devices it was used on before. security.md AU5, AU6.
 */
export async function signIn(email: string, password: string): Promise<SignedIn> {
  const jar = await cookies();
  const checked = await checkCredentials(email, password, jar.get(deviceCookie)?.value ?? null);
  if (!("staffId" in checked)) return checked;
  jar.set(sessionCookie.name, await sessionToken(checked.staffId), sessionCookie.options);
  jar.set(deviceCookie, deviceProof(checked.staffId), { ...sessionCookie.options, sameSite: "strict", maxAge: 180 * 86_400 });
  return { ok: true };
}

/** Judges an address and a password, counting the try. Sets nothing. */
export async function checkCredentials(email: string, password: string, device: string | null): Promise<{ staffId: string } | Exclude<SignedIn, { ok: true }>> {
  const address = email.normalize("NFKC").trim().toLowerCase().slice(0, 254);
  // PostgreSQL takes no NUL, and nobody's address holds a control character.
  const known = /\p{Cc}/u.test(address) ? null : await db().staff.findUnique({ where: { email: address } });
  const isOwn = known !== null && isDeviceOf(known.id, device);
  const subject = isOwn ? `device:${device}` : `account:${address}`;
  // Strangers' tries, however many, never keep out a device that was let in before.
  const wait = Math.max(await countTry("sign-in", subject, perAccount), isOwn ? 0 : await countTry("sign-in-all", "all", inAll));
  if (wait > 0) return { error: "slow-down", retryAfterSeconds: wait };
  const right = await isPassword(known?.passwordHash ?? null, password);
  if (!known || !right || known.disabledAt) {
    await db().$transaction((tx) => audit(tx, "nobody", "SignInFailed", known ? { staffId: known.id } : {}));
    return { error: "wrong" };
  }
  await forgetTries("sign-in", subject);
  return { staffId: known.id };
}

function deviceProof(staffId: string): string {
  return createHmac("sha256", env().nextauthSecret).update(`device:${staffId}`).digest("base64url");
}

function isDeviceOf(staffId: string, device: string | null): boolean {
  const proof = Buffer.from(deviceProof(staffId));
  const given = Buffer.from(device ?? "");
  return given.length === proof.length && timingSafeEqual(given, proof);
}
