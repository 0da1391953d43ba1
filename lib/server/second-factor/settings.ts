import "server-only";
import { mustHaveFactor } from "@/lib/access/second-factor";
import type { StaffActor } from "../actor";
import { audit } from "../audit";
import { now } from "../clock";
import { db, type Tx } from "../db";
import { isFresh } from "./fresh";

/** Has the administrator set that all of the staff need a second factor? */
export async function isFactorForAll(tx: Tx = db()): Promise<boolean> {
  const newest = await tx.signInSettings.findFirst({ orderBy: { version: "desc" }, select: { isFactorForAll: true } });
  return newest?.isFactorForAll ?? false;
}

/** Must somebody of these roles have one? */
export async function needsFactor(roles: readonly string[], tx: Tx = db()): Promise<boolean> {
  return mustHaveFactor(roles, false) || isFactorForAll(tx);
}

/**
 * Sets whether all need one. Sessions without one end by this at their next request. Refusals: `no-permission`, `proof-not-fresh`.
 */
export async function setFactorForAll(actor: StaffActor, isForAll: boolean): Promise<{ ok: true } | { refused: "no-permission" | "proof-not-fresh" }> {
  if (!actor.permissions.has("staff.manage")) return { refused: "no-permission" };
  if (!isFresh(actor)) return { refused: "proof-not-fresh" };
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`lock table "SignInSettings" in share row exclusive mode`;
    if ((await isFactorForAll(tx)) === isForAll) return;
    const { _max } = await tx.signInSettings.aggregate({ _max: { version: true } });
    const version = (_max.version ?? 0) + 1;
    await tx.signInSettings.create({ data: { version, at: now(), staffId: actor.id, isFactorForAll: isForAll } });
    await audit(tx, actor, "SignInSettingsChanged", { settingsVersion: version, changes: [isForAll ? "second-factor-for-all" : "second-factor-by-role"] });
  });
  return { ok: true };
}
