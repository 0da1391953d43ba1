import "server-only";
import { randomUUID } from "node:crypto";
import { isAllowed } from "@/lib/request/allowed";
import type { Command, PendingFile } from "@/lib/request/command";
import { type FilePurpose, type RequestEvent, silentEvents } from "@/lib/request/event";
import type { RefusalCode } from "@/lib/request/refusal";
import { type Actor, actingAs, actorText } from "./actor";
import { clockFacts } from "./clock-facts";
import { db, type Tx } from "./db";
import { receiverOf } from "./receiver";
import { isFresh } from "./second-factor/fresh";
import { type Case, loadCase, lockCase } from "./store";
import { write } from "./write";

export type Performed =
  | { ok: true; version: number }
  /** `meanwhile`: what others did since `expectedVersion`, when that is the reason. */
  | { refused: RefusalCode; meanwhile?: RequestEvent[] };

/** The case does not exist, or is not this actor's to see: the two cannot be told apart. */
export class NotFound extends Error {}

type Where = { reference: string; expectedVersion?: number; at?: Date };

/**
 * The only way anything is written to a case: locks it if the actor sees it, loads it, asks whether the actor may, decides, and writes events,
 * case file, queue row, files and jobs in one transaction. Two writers of one case wait for each other; the second is
 * refused with `changed-meanwhile` when what it saw is no longer so.
 * @throws NotFound
 */
export async function perform<Input>(actor: Actor, command: Command<string, Input>, input: NoInfer<Input>, where: Where): Promise<Performed> {
  return db().$transaction((tx) => performIn(tx, actor, command, input, where));
}

/** The same in the caller's transaction, where something beside the case must be so if and only if this is. */
export async function performIn<Input>(tx: Tx, actor: Actor, command: Command<string, Input>, input: NoInfer<Input>, where: Where): Promise<Performed> {
  if (!mayCall(actor, command, where.reference)) {
    if (actor.kind === "staff" && actor.permissions.has("case.read")) return { refused: "no-permission" };
    throw new NotFound();
  }
  if (command.asksProof && actor.kind === "staff" && !isFresh(actor)) return { refused: "proof-not-fresh" };
  const found = (await lockCase(tx, actor, where.reference)) ? await loadCase(where.reference, tx) : null;
  if (!found) throw new NotFound();
  const meanwhile = changedSince(found, command, where.expectedVersion);
  if (meanwhile.length > 0) return { refused: "changed-meanwhile", meanwhile };
  if (!found.caseFile || !isAllowed(found.request, command.name)) return { refused: "not-allowed-now" };
  const clock = await clockFacts(where.at, tx);
  const decided = command.decide({
    request: found.request,
    caseFile: found.caseFile,
    input,
    actor: actingAs(actor),
    ...(await filesOf(tx, where.reference, actor)),
    receiver: await receiverOf(tx, command.to?.(input, actingAs(actor)) ?? null),
    now: clock.at.toISOString(),
    today: clock.today,
    holidays: clock.holidays,
    policy: clock.policy,
    newId: randomUUID,
  });
  if ("refused" in decided) return decided;
  return { ok: true, version: await write(tx, found, decided, actorText(actor), clock) };
}

function mayCall<Input>(actor: Actor, command: Command<string, Input>, reference: string): boolean {
  if (command.permission === "system") return actor.kind === "system";
  if (command.permission === "requester") return actor.kind === "requester" && actor.reference === reference;
  if (command.permission === "department") return actor.kind === "department" && actor.reference === reference;
  return actor.kind === "staff" && actor.permissions.has(command.permission);
}

function changedSince<Input>({ events }: Case, command: Command<string, Input>, seen: number | undefined): RequestEvent[] {
  if (!command.checksVersion || seen === undefined) return [];
  return events.filter((event) => event.sequence > seen && !silentEvents.has(event.type));
}

/** What is infected is not there any more, whatever its row still tells the one who sent it. A department's files are its own until it answers. */
async function filesOf(tx: Tx, reference: string, actor: Actor): Promise<{ pendingFiles: PendingFile[]; unscannedFiles: string[] }> {
  const files = await tx.file.findMany({ where: { reference, scan: { not: "infected" } }, select: { id: true, purpose: true, staffId: true, taskId: true, pending: true, scan: true }, orderBy: { createdAt: "asc" } });
  const ofTask = actor.kind === "department" ? actor.taskId : null;
  return {
    pendingFiles: files.filter(({ pending, taskId }) => pending && taskId === ofTask).map(({ id, purpose, staffId }) => ({ id, purpose: purpose as FilePurpose, staffId })),
    unscannedFiles: files.filter(({ scan }) => scan === "pending").map(({ id }) => id),
  };
}
