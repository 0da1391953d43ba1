import "server-only";
import type { StaffActor } from "../actor";
import { audit } from "../audit";
import { now } from "../clock";
import { db, type Tx } from "../db";
import { noticeTo } from "../security-notice";
import { isStillIn, startSession, type Started } from "../staff-session";
import { endSessions } from "./app";
import { isFresh } from "./fresh";
import { addPasskey, optionsToAdd } from "./passkeys";
import { hasApp } from "./step-up";

export type PasskeyRefusal = { refused: "proof-not-fresh" | "app-first" | "wrong" };

/** What to make a passkey of one's own with. Beside an app only: that and its recovery codes remain the way in. Refusals: `proof-not-fresh`, `app-first`. */
export async function beginPasskey(actor: StaffActor): Promise<Awaited<ReturnType<typeof optionsToAdd>> | PasskeyRefusal> {
  if (!isFresh(actor)) return { refused: "proof-not-fresh" };
  return (await hasApp(actor.id)) ? optionsToAdd(actor) : { refused: "app-first" };
}

/** Adds it. All sessions end; this browser gets a new one. Refusals: `proof-not-fresh`, `app-first`, `wrong`. */
export async function addOwnPasskey(actor: StaffActor, given: string, device: string | null): Promise<Started | PasskeyRefusal> {
  if (!isFresh(actor)) return { refused: "proof-not-fresh" };
  if (!(await hasApp(actor.id))) return { refused: "app-first" };
  return db().$transaction(async (tx) => ((await isStillIn(tx, actor)) && (await addPasskey(tx, actor.id, given, now())) ? changed(tx, actor, device, "PasskeyAdded") : { refused: "wrong" as const }));
}

/** Takes one away. The same follows; of one that is not there, nothing. Refusals: `proof-not-fresh`, `wrong`. */
export async function removeOwnPasskey(actor: StaffActor, credentialId: string, device: string | null): Promise<Started | PasskeyRefusal> {
  if (!isFresh(actor)) return { refused: "proof-not-fresh" };
  return db().$transaction(async (tx) => {
    if (!(await isStillIn(tx, actor))) return { refused: "wrong" as const };
    const { count } = await tx.passkey.deleteMany({ where: { credentialId, staffId: actor.id } });
    return count === 1 ? changed(tx, actor, device, "PasskeyRemoved") : { refused: "wrong" as const };
  });
}

async function changed(tx: Tx, actor: StaffActor, device: string | null, type: "PasskeyAdded" | "PasskeyRemoved"): Promise<Started> {
  await endSessions(tx, actor.id);
  const eventId = await audit(tx, actor, type, { staffId: actor.id });
  await noticeTo(tx, { staffId: actor.id, eventId, notice: type === "PasskeyAdded" ? "passkey-added" : "passkey-removed" });
  return startSession(tx, actor.id, { twoFactors: true, provenAt: now(), device, isKnownDevice: true });
}
