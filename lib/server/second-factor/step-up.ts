import "server-only";
import type { StaffActor } from "../actor";
import { audit } from "../audit";
import { now } from "../clock";
import { db, type Tx } from "../db";
import { isPassword } from "../password";
import { mayUsePassword } from "../sign-on/password-way";
import { renewSession, type Started } from "../staff-session";
import type { NotIn } from "./enter";
import { countCode, forgetCodes, spendCode } from "./judge";

/** Has somebody an app in use? Who has none proves themselves by their password. */
export async function hasApp(staffId: string, tx: Tx = db()): Promise<boolean> {
  return (await tx.secondFactor.count({ where: { staffId, confirmed: true } })) > 0;
}

/**
 * Somebody signed in proves once more who they are, by a code, or without an app by their password (who has none that counts: `sign-on/prove-there.ts`). Their session goes on
 * under a new id. security.md AU7, AC7.
 */
export async function stepUp(actor: StaffActor, typed: string): Promise<Started | NotIn> {
  const wait = await countCode(actor.id, true);
  if (wait > 0) return { error: "slow-down", retryAfterSeconds: wait };
  const byCode = await hasApp(actor.id);
  const isRight = byCode || (await isOwnPassword(actor.id, typed));
  const done = await db().$transaction<Started | NotIn>(async (tx) => {
    const at = now();
    if (!isRight) await audit(tx, actor, "SecondFactorFailed", { staffId: actor.id });
    if (!isRight || (byCode && !(await spendCode(tx, actor.id, typed, at, actor)))) return { error: "wrong" };
    const renewed = await renewSession(tx, actor, at);
    if (!renewed) return { error: "over" };
    await audit(tx, actor, "SecondFactorGiven", { staffId: actor.id });
    return renewed;
  });
  if (!("error" in done)) await forgetCodes(actor.id, true);
  return done;
}

async function isOwnPassword(staffId: string, typed: string): Promise<boolean> {
  const member = await db().staff.findUniqueOrThrow({ where: { id: staffId }, select: { passwordHash: true, email: true, issuer: true } });
  return (await isPassword(member.passwordHash, typed)) && mayUsePassword(member);
}
