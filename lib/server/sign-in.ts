import "server-only";
import { audit } from "./audit";
import { now } from "./clock";
import { db, type Tx } from "./db";
import { isDeviceOf } from "./device";
import { holdHalf, letIn, thisDevice } from "./door";
import { isPassword } from "./password";
import { beginApp, holdStaff } from "./second-factor/app";
import { openHalf } from "./second-factor/half-session";
import { needsFactor } from "./second-factor/settings";
import { mayUsePassword } from "./sign-on/password-way";
import { startSession, type Started } from "./staff-session";
import { countTry, forgetTries } from "./throttle";

const perAccount = { tries: 10, windowMs: 15 * 60_000 };
const inAll = { tries: 500, windowMs: 15 * 60_000 };

export type NotSignedIn = { error: "wrong" } | { error: "slow-down"; retryAfterSeconds: number };

/**
 * Signs a member of staff in by their password, or lets them go on to the code (`code`) or to setting up their app (`factor`).
 * Wrong address, wrong password, disabled account, one whose password opens nothing: one answer, in one time. Ten failures slow an account down for everyone
 * but the devices it was used on before. security.md AU1, AU5, AU6.
 */
export async function signIn(email: string, password: string): Promise<{ to: "office" | "code" | "factor" } | NotSignedIn> {
  const device = await thisDevice();
  const checked = await checkCredentials(email, password, device.proof);
  if (!("staffId" in checked)) return checked;
  const passed = await passDoor(checked, device);
  if ("error" in passed) return passed;
  if ("sid" in passed) await letIn(passed);
  else await holdHalf(passed.half);
  return { to: "sid" in passed ? "office" : passed.to };
}

export type Passed = Started | { half: string; to: "code" | "factor" };

/** By which device, in words and by what it is known; and how they proved who they are: by two factors already, and when, if that is known. */
type Device = { words: string | null; proof: string | null };
type Proof = { twoFactors: boolean; provenAt: Date | null };

/** Whose password it was, and the state of their access in which it was right. */
export type Judged = { staffId: string; sessionVersion: number };

/**
 * What the right password opens: a session where no second factor is in use or needed; else a half-session. Nothing, where their
 * access changed since it was judged: a new password ends a sign-in under way as well. security.md AU7.
 */
export async function passDoor({ staffId, sessionVersion }: Judged, device: Device): Promise<Passed | { error: "wrong" }> {
  return db().$transaction(async (tx) => {
    await holdStaff(tx, staffId);
    if ((await tx.staff.count({ where: { id: staffId, sessionVersion, disabledAt: null } })) === 1) return openDoor(tx, staffId, device, { twoFactors: false, provenAt: now() });
    await audit(tx, "nobody", "SignInFailed", { staffId });
    return { error: "wrong" as const };
  });
}

/** The same in a transaction, for whoever proved themselves in another way too. */
export async function openDoor(tx: Tx, staffId: string, device: Device, proof: Proof): Promise<Passed> {
  const staff = await tx.staff.findUniqueOrThrow({ where: { id: staffId }, include: { secondFactors: { where: { confirmed: true }, select: { id: true } } } });
  const isKnownDevice = isDeviceOf(staff, device.proof);
  const hasApp = staff.secondFactors.length > 0;
  if (proof.twoFactors || (!hasApp && !(await needsFactor(staff.roles, tx)))) return startSession(tx, staffId, { ...proof, device: device.words, isKnownDevice });
  const half = await openHalf(tx, staff, isKnownDevice);
  if (!hasApp) await beginApp(tx, staffId, now());
  return { half, to: hasApp ? "code" : "factor" };
}

/** Judges an address and a password, counting the try. Sets nothing. */
export async function checkCredentials(email: string, password: string, device: string | null): Promise<Judged | NotSignedIn> {
  const address = email.normalize("NFKC").trim().toLowerCase().slice(0, 254);
  // PostgreSQL takes no NUL, and nobody's address holds a control character.
  const known = /\p{Cc}/u.test(address) ? null : await db().staff.findUnique({ where: { email: address } });
  const isOwn = known !== null && isDeviceOf(known, device);
  const subject = isOwn ? `device:${device}` : `account:${address}`;
  // Strangers' tries, however many, never keep out a device that was let in before.
  const wait = Math.max(await countTry("sign-in", subject, perAccount), isOwn ? 0 : await countTry("sign-in-all", "all", inAll));
  if (wait > 0) return { error: "slow-down", retryAfterSeconds: wait };
  const right = await isPassword(known?.passwordHash ?? null, password);
  if (!known || !right || known.disabledAt || !mayUsePassword(known)) {
    await db().$transaction((tx) => audit(tx, "nobody", "SignInFailed", known ? { staffId: known.id } : {}));
    return { error: "wrong" };
  }
  await forgetTries("sign-in", subject);
  return { staffId: known.id, sessionVersion: known.sessionVersion };
}
