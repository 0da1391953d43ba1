import "server-only";
import type { StaffActor } from "../actor";
import { db } from "../db";
import { currentHalf } from "../door";
import { type Offer, offered } from "../second-factor/app";
import { isFresh } from "../second-factor/fresh";
import { needsFactor } from "../second-factor/settings";
import { isBound } from "../sign-on/password-way";

/** Where somebody stands who gave their password in this browser: the cookie is the proof, so no actor is asked. */
export async function signInStanding(): Promise<{ next: "code"; hasPasskey: boolean } | { next: "set-up"; offer: Offer } | { next: "enter" } | null> {
  const half = await currentHalf();
  if (!half) return null;
  if (half.provenAt) return { next: "enter" };
  if (half.hasApp) return { next: "code", hasPasskey: (await db().passkey.count({ where: { staffId: half.staffId } })) > 0 };
  const offer = await offered({ id: half.staffId, email: half.email });
  return offer && { next: "set-up", offer };
}

export type OwnFactor = { since: Date | null; codesLeft: number; offer: Offer | null; isNeeded: boolean; passkeys: { id: string; since: Date }[]; /** They sign in with their company account: that is where they prove themselves without an app. */ isByCompany: boolean };

/** One's own second factor; what an app is told only while it is set up. */
export async function ownFactor(actor: StaffActor): Promise<OwnFactor> {
  const app = await db().secondFactor.findUnique({ where: { staffId_confirmed: { staffId: actor.id, confirmed: true } }, select: { createdAt: true } });
  const codesLeft = app ? await db().recoveryCode.count({ where: { staffId: actor.id, usedAt: null } }) : 0;
  const passkeys = await db().passkey.findMany({ where: { staffId: actor.id }, orderBy: { createdAt: "asc" }, select: { credentialId: true, createdAt: true } });
  const { issuer } = await db().staff.findUniqueOrThrow({ where: { id: actor.id }, select: { issuer: true } });
  return { isByCompany: isBound({ issuer }), passkeys: passkeys.map(({ credentialId, createdAt }) => ({ id: credentialId, since: createdAt })), since: app?.createdAt ?? null, codesLeft, offer: isFresh(actor) ? await offered(actor) : null, isNeeded: await needsFactor(actor.roles) };
}

/** Did they prove who they are just now, as what concerns access asks? */
export function hasProved(actor: StaffActor): boolean {
  return isFresh(actor);
}
