import "server-only";
import { mayGiveTo, mayTake } from "@/lib/access/case-scope";
import { assignCase } from "@/lib/request/handle/assign-case";
import { takeCase } from "@/lib/request/handle/take-case";
import type { QueueFilter } from "@/lib/request/queue-filter";
import type { Destination } from "@/lib/request/command";
import type { RefusalCode } from "@/lib/request/refusal";
import type { RequestState } from "@/lib/request/request";
import { isAway } from "./absence";
import type { StaffActor } from "./actor";
import { db } from "./db";
import { queueFilter } from "./reads/queue-filter";
import { NotFound, perform, performIn } from "./perform";
import { receiverOf } from "./receiver";
import { seenBy } from "./reach";
import { holdClock } from "./store";

/** `left`: those that could not be given, e.g. closed meanwhile; one that is theirs already is no failure. */
export type Assigned = { given: number; left: string[] } | { refused: RefusalCode };

/**
 * Gives cases to a colleague or a team, or back to the queue (null), each in a transaction of its own: what was given stays given.
 * One that is not there, or not theirs to see, is left. Refusals: `no-permission`, `colleague-unknown` (see `assignCase`).
 */
export async function assignCases(actor: StaffActor, references: readonly string[], to: Destination): Promise<Assigned> {
  if (!actor.permissions.has("case.handle")) return { refused: "no-permission" };
  const receiver = await receiverOf(db(), to);
  if (to && !(receiver && mayGiveTo(actor, receiver.teamId))) return { refused: "colleague-unknown" };
  const left: string[] = [];
  for (const reference of new Set(references)) {
    const done = await perform(actor, assignCase, { to }, { reference }).catch((fault: unknown) => (fault instanceof NotFound ? { refused: "request-unknown" as const } : Promise.reject(fault)));
    if ("refused" in done && done.refused !== "already-taken") left.push(reference);
  }
  return { given: new Set(references).size - left.length, left };
}

/** How many are tried before one is sure that others took them all meanwhile. */
const mostTried = 50;
/** What waits for us. */
const freeStates: RequestState[] = ["new", "identity-to-check", "in-progress"];

/**
 * Takes the most urgent case they see that nobody has and that waits for us, of those the filter shows. Two who press at once get two
 * cases. Null: there is none, or they are out of office.
 */
export async function takeNext(actor: StaffActor, filter: Partial<QueueFilter> = {}): Promise<string | null> {
  if (!actor.permissions.has("case.handle") || !mayTake(actor) || (await isAway(actor))) return null;
  const shown = await queueFilter(actor, filter);
  if (!shown) return null;
  // Ordered by the empty column first, they come out of its index by date.
  const free = await db().$queryRaw<{ reference: string }[]>`
    select request.reference from "SubjectRequest" request
    where ${shown} and request."isOnDesk" and request."assigneeId" is null and request.state = any(${freeStates}::text[]) order by request."assigneeId", request."actOn", request.reference limit ${mostTried}`;
  for (const { reference } of free) if (await takeFree(actor, reference)) return reference;
  return null;
}

/** Takes it unless somebody else has it, or is just taking it. */
function takeFree(actor: StaffActor, reference: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    // Before the row, as every writer of a case does.
    await holdClock(tx);
    const rows = await tx.$queryRaw<unknown[]>`select 1 from "SubjectRequest" as request where reference = ${reference} and "assigneeId" is null and ${seenBy(actor)} for update skip locked`;
    return rows.length > 0 && "ok" in (await performIn(tx, actor, takeCase, {}, { reference }));
  });
}
