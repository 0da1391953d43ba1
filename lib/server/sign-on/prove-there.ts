import "server-only";
import type { SignOnRefusal } from "@/lib/access/sign-on";
import type { StaffActor } from "../actor";
import { audit } from "../audit";
import { now } from "../clock";
import { db } from "../db";
import { needsFactor } from "../second-factor/settings";
import { hasApp } from "../second-factor/step-up";
import { renewSession, type Started } from "../staff-session";
import type { Vouched } from "./vouched";

/** How much the provider's clock may differ from ours. */
const skewMs = 60_000;

/**
 * Somebody signed in has signed in at the provider once more: the same person, since `startedAt`, and by two factors where they
 * need them or have an app of ours, whose code is asked for otherwise: one factor is not worth two. Their session goes on under a new id. security.md AU7, AC7.
 */
export async function proveThere(actor: StaffActor, vouched: Vouched, startedAt: number): Promise<Started | { refused: SignOnRefusal }> {
  return db().$transaction(async (tx) => {
    const { issuer, subject } = await tx.staff.findUniqueOrThrow({ where: { id: actor.id }, select: { issuer: true, subject: true } });
    const isOwn = issuer === vouched.issuer && subject === vouched.subject;
    const isFresh = vouched.authAt !== null && vouched.authAt.getTime() >= startedAt - skewMs && vouched.authAt.getTime() <= now().getTime() + skewMs;
    const isEnough = vouched.twoFactors || !((await hasApp(actor.id, tx)) || (await needsFactor(actor.roles, tx)));
    const renewed = isOwn && isFresh && isEnough ? await renewSession(tx, actor, now()) : null;
    await audit(tx, actor, renewed ? "SecondFactorGiven" : "SecondFactorFailed", { staffId: actor.id });
    return renewed ?? { refused: isOwn ? ("not-fresh" as const) : ("other-account" as const) };
  });
}
