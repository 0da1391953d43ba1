import "server-only";
import type { StaffActor } from "../actor";
import { audit } from "../audit";
import type { Tx } from "../db";
import { noticeTo } from "../security-notice";
import { countTry, forgetTries } from "../throttle";
import { spendAppCode } from "./app";
import { spendPasskey, type Spent } from "./passkeys";
import { spendRecoveryCode } from "./recovery-codes";

const perAccount = { tries: 10, windowMs: 15 * 60_000 };

/** Strangers' tries do not count against a device the person was let in on before. security.md AU5. */
const subjectOf = (staffId: string, isKnownDevice: boolean) => `${isKnownDevice ? "device" : "account"}:${staffId}`;

/** Counts one try of a code: seconds to wait, or 0. Before the transaction, so that a failure counts as well. */
export function countCode(staffId: string, isKnownDevice: boolean): Promise<number> {
  return countTry("second-factor", subjectOf(staffId, isKnownDevice), perAccount);
}

/** After a success. */
export function forgetCodes(staffId: string, isKnownDevice: boolean): Promise<void> {
  return forgetTries("second-factor", subjectOf(staffId, isKnownDevice));
}

/**
 * Spends what was typed: a code of the app or a recovery code, or what a passkey signed (JSON), each once. In the caller's transaction, with what it opens.
 * A failure is on record, and so is a recovery code, of which its owner is told.
 */
export async function spendCode(tx: Tx, staffId: string, typed: string, at: Date, by: StaffActor | "nobody"): Promise<boolean> {
  if (typed.startsWith("{")) return spent(await spendPasskey(tx, staffId, typed, at), tx, staffId, by);
  const code = typed.slice(0, 100).replace(/\s/g, "");
  if (await spendAppCode(tx, staffId, code, at)) return true;
  if (await spendRecoveryCode(tx, staffId, code, at)) {
    const eventId = await audit(tx, by, "RecoveryCodeUsed", { staffId });
    await noticeTo(tx, { staffId, eventId, notice: "recovery-code-used" });
    return true;
  }
  return spent("wrong", tx, staffId, by);
}

async function spent(how: Spent, tx: Tx, staffId: string, by: StaffActor | "nobody"): Promise<boolean> {
  if (how === "counter-fell") await audit(tx, by, "PasskeyCounterFell", { staffId });
  if (how !== "right") await audit(tx, by, "SecondFactorFailed", { staffId });
  return how === "right";
}
