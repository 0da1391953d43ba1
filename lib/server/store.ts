import "server-only";
import { type CaseFile, inTodaysShape, type StoredCaseFile } from "@/lib/request/case-file";
import type { RequestEvent } from "@/lib/request/event";
import { replay } from "@/lib/request/evolve";
import type { SubjectRequest } from "@/lib/request/request";
import type { Event, SubjectRequest as Row } from "@/prisma/generated/client";
import { type Actor, systemActor } from "./actor";
import { civilDay } from "./clock-facts";
import { db, type Tx } from "./db";
import { unwrapByVault } from "./key-ring/ring";
import { casesOf, seenBy } from "./reach";
import { open, seal } from "./vault/keys";
import { locks } from "./locks";

export type Case = { request: SubjectRequest; caseFile: CaseFile | null; events: RequestEvent[]; key: Buffer | null; row: Row };

/** A case from its events and its sealed case file; null when there is none of that reference that the actor sees: in the same statement, opening nothing. */
export async function loadCaseFor(actor: Actor, reference: string, tx: Tx = db()): Promise<Case | null> {
  const row = await tx.subjectRequest.findFirst({ where: { reference, AND: [casesOf(actor)] } });
  return row && caseOfRow(row, tx);
}

/** The same whoever sees it: for the worker, and for what has asked already. A test lists who calls it. */
export async function loadCase(reference: string, tx: Tx = db()): Promise<Case | null> {
  return loadCaseFor(systemActor(), reference, tx);
}

async function caseOfRow(row: Row, tx: Tx): Promise<Case> {
  const { reference } = row;
  const events = (await eventsOf([reference], tx)).get(reference) ?? [];
  const request = replay(reference, events);
  if (!request) throw new Error("a case without events");
  const key = await requestKey(row, tx);
  return { request, events, row, key, caseFile: key && row.caseFile ? openCaseFile(key, reference, row.caseFile, events.find(({ type }) => type === "ReplySent")?.id) : null };
}

/** The events of these cases, each in its order. One statement. */
export async function eventsOf(references: readonly string[], tx: Tx = db()): Promise<Map<string, RequestEvent[]>> {
  // Written out: the client takes longer to put such a query together than the database to answer it.
  const stored = await tx.$queryRaw<Omit<Event, "hash" | "position">[]>`
    select id::text, reference, sequence, type, at, actor, data from "Event"
    where reference = any(${[...references]}::text[]) and sequence is not null order by reference, sequence`;
  const events = new Map<string, RequestEvent[]>(references.map((reference) => [reference, []]));
  for (const each of stored) events.get(each.reference ?? "")?.push(eventOf(each));
  return events;
}

/**
 * Locks the case's row until the transaction ends: writers of one case wait for each other. Nor do the settings of the clock
 * change meanwhile. False when there is none that the actor sees: nobody waits for, or holds up, a case that is not theirs.
 */
export async function lockCase(tx: Tx, actor: Actor, reference: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`select pg_advisory_xact_lock_shared(${locks.clockSettings})::text from "SubjectRequest" as request where reference = ${reference} and ${seenBy(actor)} for update`;
  return rows.length > 0;
}

/** The same for several cases, in the order of their references, so that two such never wait for each other. */
export async function lockCases(tx: Tx, actor: Actor, references: readonly string[]): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock_shared(${locks.clockSettings})::text from "SubjectRequest" as request where reference = any(${[...references]}::text[]) and ${seenBy(actor)} order by reference for update`;
}

/** Locks a draft's row likewise. False when there is none of that id. */
export async function lockDraft(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`select pg_advisory_xact_lock_shared(${locks.clockSettings})::text from "Draft" where id = ${id}::uuid for update`;
  return rows.length > 0;
}

/** The same where there is no row yet to lock: a request that begins with its recording. */
export async function holdClock(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock_shared(${locks.clockSettings})`;
}

/** Waits until nobody is writing a case, and keeps others from beginning until the transaction ends: for whoever changes the settings of the clock. */
export async function settleClock(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${locks.clockSettings})`;
}

/** The case's own key; null once retention has destroyed it. @throws IntegrityError when the row was tampered with. */
export async function requestKey(row: { reference: string; wrappedKey: Uint8Array | null }, tx: Tx = db()): Promise<Buffer | null> {
  return row.wrappedKey ? unwrapByVault(tx, row.wrappedKey, requestContext(row.reference)) : null;
}

/** What a case's key is bound to. */
export const requestContext = (reference: string) => `request:${reference}`;

/** The case file under the case's own key, bound to its reference. */
export function sealCaseFile(key: Buffer, reference: string, caseFile: CaseFile): Uint8Array<ArrayBuffer> {
  return new Uint8Array(seal(key, JSON.stringify(caseFile), `case-file:${reference}`));
}

/** `replyId`: see `inTodaysShape`. @throws IntegrityError when the row was tampered with. */
export function openCaseFile(key: Buffer, reference: string, sealed: Uint8Array, replyId?: string): CaseFile {
  return inTodaysShape(JSON.parse(open(key, Buffer.from(sealed), `case-file:${reference}`).toString("utf8")) as StoredCaseFile, replyId);
}

/** A stored event as the domain reads it: with its civil date in the controller's time zone. */
function eventOf(stored: Omit<Event, "hash" | "position">): RequestEvent {
  const { id, type, data, sequence, at, actor } = stored;
  return { id, type, data, sequence, at: at.toISOString(), on: civilDay(at), actor } as unknown as RequestEvent;
}
