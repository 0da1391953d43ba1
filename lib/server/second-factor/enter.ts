import "server-only";
import { audit } from "../audit";
import { now } from "../clock";
import { db, type Tx } from "../db";
import { noticeTo } from "../security-notice";
import { startSession, type Started } from "../staff-session";
import { confirmApp, holdStaff } from "./app";
import { type Half, keepHalf, spendHalf, takeTry } from "./half-session";
import { countCode, forgetCodes, spendCode } from "./judge";

/** `over`: no try is left, or it was used: sign in anew. */
export type NotIn = { error: "wrong" } | { error: "over" } | { error: "slow-down"; retryAfterSeconds: number };

/** Opens the session behind a code: code, half-session and session in one transaction, so that one code opens one. security.md AU2. */
export async function enter(half: Half, typed: string, device: string | null): Promise<Started | NotIn> {
  return tried(half, async (tx, at) => {
    if (!(await spendCode(tx, half.staffId, typed, at, "nobody"))) return { error: "wrong" };
    return (await spendHalf(tx, half)) ? startSession(tx, half.staffId, { twoFactors: true, provenAt: at, device, isKnownDevice: half.isKnownDevice }) : { error: "over" };
  });
}

/** Takes the app into use that was set up behind the password. Still no session: first the recovery codes are seen. */
export async function setUpBehindPassword(half: Half, code: string): Promise<{ recoveryCodes: string[] } | NotIn> {
  // Who has an app enters its code; a new one would be a way around it.
  if (half.hasApp) return { error: "over" };
  return tried(half, async (tx, at) => {
    const confirmed = await confirmApp(tx, half.staffId, code, at);
    if (!confirmed) return { error: "wrong" };
    await keepHalf(tx, half, at);
    const eventId = await audit(tx, "nobody", "SecondFactorSet", { staffId: half.staffId });
    await noticeTo(tx, { staffId: half.staffId, eventId, notice: "factor-set" });
    return confirmed;
  });
}

/** Opens the session of somebody who has just set up their app. */
export async function enterAfterSetUp(half: Half, device: string | null): Promise<Started | { error: "over" }> {
  const { provenAt } = half;
  if (!provenAt) return { error: "over" };
  return db().$transaction(async (tx) => {
    await holdStaff(tx, half.staffId);
    return (await spendHalf(tx, half)) ? startSession(tx, half.staffId, { twoFactors: true, provenAt, device, isKnownDevice: half.isKnownDevice }) : { error: "over" as const };
  });
}

async function tried<Done extends object>(half: Half, work: (tx: Tx, at: Date) => Promise<Done | NotIn>): Promise<Done | NotIn> {
  const wait = await countCode(half.staffId, half.isKnownDevice);
  if (wait > 0) return { error: "slow-down", retryAfterSeconds: wait };
  const done = await db().$transaction<Done | NotIn>(async (tx) => {
    await holdStaff(tx, half.staffId);
    return (await takeTry(tx, half)) ? work(tx, now()) : { error: "over" };
  });
  if (!("error" in done)) await forgetCodes(half.staffId, half.isKnownDevice);
  return done;
}
