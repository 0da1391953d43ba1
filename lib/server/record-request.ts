import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { Came } from "@/lib/request/ask/arrival-input";
import { recordRequest as record } from "@/lib/request/ask/record-request";
import type { Receiver } from "@/lib/request/command";
import type { Told } from "@/lib/request/ask/told-answers";
import { actorText, type StaffActor } from "./actor";
import { clockFacts } from "./clock-facts";
import { db, type Tx } from "./db";
import { env } from "./env";
import { receiverOf } from "./receiver";
import { insertRequest } from "./insert-request";
import { holdClock } from "./store";
import { newKey } from "./vault/keys";

export type Recorded = { reference: string; isNew: boolean } | { refused: "no-permission" };

/**
 * Records a request that did not come through the form. A double click, a reload or a retry sends the same key of the form
 * and finds the request it made; `follows`: an existing request of the same person, beside which this one asks another right: the key becomes the id of its first event, which is unique. Refusals: `no-permission`.
 */
export async function recordRequest(actor: StaffActor, came: Came, told: Told, { follows = null, at }: { follows?: string | null; at?: Date } = {}): Promise<Recorded> {
  if (!actor.permissions.has("case.handle")) return { refused: "no-permission" };
  const eventId = eventIdOf(actor, told.formKey);
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${eventId}, 0))`;
    const known = await referenceOf(tx, eventId);
    if (known) return { reference: known, isNew: false };
    await holdClock(tx);
    const placed = await placeOf(tx, actor);
    const clock = await clockFacts(at, tx);
    const filing = record({ came, told, policy: clock.policy, timeZone: env().controllerTimeZone, newId: randomUUID, eventId, follows });
    return { reference: await insertRequest(tx, { filing, key: newKey(), actor: actorText(actor), clock, placed }), isNew: true };
  });
}

/** Whoever does not see all cases keeps sight of the one they record: it goes to their team, or to themselves. */
async function placeOf(tx: Tx, actor: StaffActor): Promise<(Receiver & { by: string }) | null> {
  if (actor.caseScope === "all") return null;
  const receiver = await receiverOf(tx, { staffId: actor.id });
  if (!receiver) return null;
  const isTeams = actor.caseScope === "team" && receiver.teamId !== null;
  return { staffId: isTeams ? null : actor.id, teamId: receiver.teamId, by: actorText(actor) };
}

/** A UUID of one's own out of the form's key, so that nobody can aim at another's event. */
function eventIdOf({ id }: StaffActor, formKey: string): string {
  const hex = createHash("sha256").update(`record:${id}:${formKey.toLowerCase()}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function referenceOf(tx: Tx, eventId: string): Promise<string | null> {
  return (await tx.event.findUnique({ where: { id: eventId }, select: { reference: true } }))?.reference ?? null;
}
