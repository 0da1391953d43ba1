import "server-only";
import type { StaffActor } from "../actor";
import { audit } from "../audit";
import { now } from "../clock";
import { db, type Tx } from "../db";
import { noticeTo } from "../security-notice";
import { isStillIn, startSession, type Started } from "../staff-session";
import { beginApp, confirmApp, removeApp } from "./app";
import { isFresh } from "./fresh";
import { countCode, forgetCodes } from "./judge";
import { newRecoveryCodes } from "./recovery-codes";
import { needsFactor } from "./settings";

export type OwnRefusal = { refused: "proof-not-fresh" | "wrong" | "needed" | "none" } | { refused: "slow-down"; retryAfterSeconds: number };

/** Begins to set up an app of one's own, beside the one in use. Refusal: `proof-not-fresh`. */
export async function beginOwnApp(actor: StaffActor): Promise<{ ok: true } | OwnRefusal> {
  if (!isFresh(actor)) return { refused: "proof-not-fresh" };
  await db().$transaction((tx) => beginApp(tx, actor.id, now()));
  return { ok: true };
}

/** Takes it into use by its first code. All sessions end; this browser gets a new one. Refusals: `proof-not-fresh`, `wrong`, `slow-down`. */
export async function confirmOwnApp(actor: StaffActor, code: string, device: string | null): Promise<(Started & { recoveryCodes: string[] }) | OwnRefusal> {
  if (!isFresh(actor)) return { refused: "proof-not-fresh" };
  const wait = await countCode(actor.id, true);
  if (wait > 0) return { refused: "slow-down", retryAfterSeconds: wait };
  const done = await db().$transaction(async (tx) => {
    const confirmed = (await isStillIn(tx, actor)) && (await confirmApp(tx, actor.id, code, now()));
    if (!confirmed) return null;
    await told(tx, actor, "SecondFactorSet", "factor-set");
    return { ...confirmed, ...(await startSession(tx, actor.id, { twoFactors: true, provenAt: now(), device, isKnownDevice: true })) };
  });
  if (!done) return { refused: "wrong" };
  await forgetCodes(actor.id, true);
  return done;
}

/** Takes one's own app away, where none is needed. All sessions end. Refusals: `proof-not-fresh`, `needed`, `none`. */
export async function removeOwnApp(actor: StaffActor): Promise<{ ok: true } | OwnRefusal> {
  if (!isFresh(actor)) return { refused: "proof-not-fresh" };
  return db().$transaction(async (tx) => {
    if (await needsFactor(actor.roles, tx)) return { refused: "needed" };
    if (!(await removeApp(tx, actor.id))) return { refused: "none" };
    await told(tx, actor, "SecondFactorRemoved", "factor-removed");
    return { ok: true };
  });
}

/** Ten new recovery codes; those before open nothing any more. Refusals: `proof-not-fresh`, `none`. */
export async function replaceRecoveryCodes(actor: StaffActor): Promise<{ recoveryCodes: string[] } | OwnRefusal> {
  if (!isFresh(actor)) return { refused: "proof-not-fresh" };
  return db().$transaction(async (tx) => {
    if ((await tx.secondFactor.count({ where: { staffId: actor.id, confirmed: true } })) === 0) return { refused: "none" };
    const recoveryCodes = await newRecoveryCodes(tx, actor.id);
    await told(tx, actor, "RecoveryCodesReplaced", "recovery-codes-replaced");
    return { recoveryCodes };
  });
}

async function told(tx: Tx, actor: StaffActor, type: Parameters<typeof audit>[2], notice: Parameters<typeof noticeTo>[1]["notice"]): Promise<void> {
  const eventId = await audit(tx, actor, type, { staffId: actor.id });
  await noticeTo(tx, { staffId: actor.id, eventId, notice });
}
