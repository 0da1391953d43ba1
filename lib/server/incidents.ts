import "server-only";
import { randomUUID } from "node:crypto";
import { linkIncident } from "@/lib/request/handle/link-incident";
import type { RefusalCode } from "@/lib/request/refusal";
import type { StaffActor } from "./actor";
import { audit } from "./audit";
import { now } from "./clock";
import { db, type Tx } from "./db";
import { enqueue } from "./jobs/enqueue";
import { NotFound, perform } from "./perform";
import { gatherable, type Gathered, mostGathered } from "./reads/incidents";
import { isFresh } from "./second-factor/fresh";

type Refused = { refused: RefusalCode };
/** The same in both languages, without anything about one person. */
export type Said = { fr: string; en: string };

/** Opens an incident under a name only staff see. Refusals: `no-permission`. */
export async function openIncident(actor: StaffActor, about: { name: string; startedOn: string }): Promise<{ id: string } | Refused> {
  if (!actor.permissions.has("incident.manage")) return { refused: "no-permission" };
  const id = randomUUID();
  await db().$transaction(async (tx) => {
    await tx.incident.create({ data: { id, name: about.name, startedOn: new Date(about.startedOn), staffId: actor.id, createdAt: now() } });
    await audit(tx, actor, "IncidentOpened", { incidentId: id });
  });
  return { id };
}

/** Keeps what every answer about the incident says first: a text in each language, or none. Refusals: `no-permission`, `incident-unknown`. */
export async function keepAnswer(actor: StaffActor, id: string, answer: Said): Promise<{ ok: true } | Refused> {
  return changing(actor, id, async (tx) => {
    await tx.incident.update({ where: { id }, data: { answerFr: answer.fr, answerEn: answer.en } });
    await audit(tx, actor, "IncidentAnswerKept", { incidentId: id });
  });
}

/** The incident is over: no request joins it any more; those it has keep its common answer. Refusals: `no-permission`, `incident-unknown`. */
export async function endIncident(actor: StaffActor, id: string): Promise<{ ok: true } | Refused> {
  return changing(actor, id, async (tx) => {
    await tx.incident.update({ where: { id }, data: { endedAt: now() } });
    await audit(tx, actor, "IncidentEnded", { incidentId: id });
  });
}

/** Writes to all of the incident whose request is open, each in their language and once. Refusals: `no-permission`, `proof-not-fresh`, `incident-unknown`. */
export async function writeLetter(actor: StaffActor, id: string, said: Said): Promise<{ ok: true } | Refused> {
  if (!isFresh(actor)) return { refused: "proof-not-fresh" };
  return changing(actor, id, async (tx) => {
    const letterId = randomUUID();
    await tx.incidentLetter.create({ data: { id: letterId, incidentId: id, ...said, staffId: actor.id, createdAt: now(), sendingSince: now() } });
    await audit(tx, actor, "IncidentLetterWritten", { incidentId: id, letterId });
    await enqueue(tx, "tell-incident", { letterId }, { key: `incident:${letterId}` });
  });
}

/** The same letter to those who joined since. Refusals: `no-permission`, `proof-not-fresh`, `incident-unknown`. */
export async function sendAgain(actor: StaffActor, id: string, letterId: string): Promise<{ ok: true } | Refused> {
  if (!isFresh(actor)) return { refused: "proof-not-fresh" };
  return changing(actor, id, async (tx) => {
    const found = await tx.incidentLetter.updateMany({ where: { id: letterId, incidentId: id }, data: { sendingSince: now() } });
    if (found.count === 0) return;
    await audit(tx, actor, "IncidentLetterWritten", { incidentId: id, letterId });
    await enqueue(tx, "tell-incident", { letterId }, { key: `incident:${letterId}` });
  });
}

/**
 * Lets the open requests join that the actor sees, that are like this and of no incident yet, the oldest first, each in a transaction of its own.
 * `left`: more than `mostGathered` were found. Refusals: `no-permission`, `incident-unknown`.
 */
export async function gather(actor: StaffActor, id: string, alike: Gathered): Promise<{ joined: number; left: boolean } | Refused> {
  if (!actor.permissions.has("case.handle")) return { refused: "no-permission" };
  if (!(await db().incident.findFirst({ where: { id, endedAt: null } }))) return { refused: "incident-unknown" };
  const found = await db().subjectRequest.findMany({ where: gatherable(actor, alike), select: { reference: true }, orderBy: [{ receivedOn: "asc" }, { reference: "asc" }], take: mostGathered + 1 });
  let joined = 0;
  for (const { reference } of found.slice(0, mostGathered)) {
    const done = await perform(actor, linkIncident, { incidentId: id }, { reference }).catch((fault: unknown) => (fault instanceof NotFound ? null : Promise.reject(fault)));
    if (done && "ok" in done) joined += 1;
  }
  return { joined, left: found.length > mostGathered };
}

async function changing(actor: StaffActor, id: string, change: (tx: Tx) => Promise<void>): Promise<{ ok: true } | Refused> {
  if (!actor.permissions.has("incident.manage")) return { refused: "no-permission" };
  return db().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<unknown[]>`select 1 from "Incident" where id = ${id}::uuid and "endedAt" is null for update`;
    if (rows.length === 0) return { refused: "incident-unknown" as const };
    await change(tx);
    return { ok: true as const };
  });
}
