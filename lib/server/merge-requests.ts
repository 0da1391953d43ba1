import "server-only";
import { inOrder, type Side } from "@/lib/request/handle/merging";
import { mergeInto } from "@/lib/request/handle/merge-into";
import { takeDuplicate } from "@/lib/request/handle/take-duplicate";
import type { RefusalCode } from "@/lib/request/refusal";
import { isOpen } from "@/lib/request/request";
import { timeLimitOf } from "@/lib/request/summary";
import type { StaffActor } from "./actor";
import { clockFacts } from "./clock-facts";
import { db, type Tx } from "./db";
import { NotFound, performIn, type Performed } from "./perform";
import { loadCaseFor, lockCases } from "./store";

/** `kept`: the older of the two, which goes on. */
export type Merged = { kept: string } | Extract<Performed, { refused: RefusalCode }>;

/** Ends the transaction without writing what the first half wrote. */
class Undone extends Error {
  constructor(readonly why: Extract<Performed, { refused: RefusalCode }>) {
    super("merge refused");
  }
}

/**
 * Merges two requests for the same into the one received first: both or neither, in one transaction. `expectedVersion` is that
 * of `reference`, as it was seen. law.md § 1.3. Refusals: those of `merging`, `request-unknown`, `changed-meanwhile`.
 * @throws NotFound when there is no request `reference` that the actor sees; another they do not see is unknown
 */
export async function mergeRequests(actor: StaffActor, reference: string, other: string, expectedVersion: number): Promise<Merged> {
  if (!actor.permissions.has("case.handle")) return { refused: "no-permission" };
  if (reference === other) return { refused: "request-unknown" };
  return db().$transaction((tx) => mergeIn(tx, actor, reference, other, expectedVersion)).catch((fault: unknown) => (fault instanceof Undone ? fault.why : Promise.reject(fault)));
}

async function mergeIn(tx: Tx, actor: StaffActor, reference: string, other: string, expectedVersion: number): Promise<Merged> {
  await lockCases(tx, actor, [reference, other]);
  const [one, two] = [await sideOf(tx, actor, reference), await sideOf(tx, actor, other)];
  if (!one) throw new NotFound();
  if (!two || !isOpen(two.request)) return { refused: "request-unknown" };
  const { earlier, later } = inOrder(one, two);
  const dueOn = timeLimitOf(earlier.request, await clockFacts(undefined, tx)).dueOn;
  const where = ({ request }: Side) => ({ reference: request.reference, ...(request.reference === reference && { expectedVersion }) });
  for (const done of [await performIn(tx, actor, takeDuplicate, { later }, where(earlier)), await performIn(tx, actor, mergeInto, { earlier, dueOn }, where(later))]) {
    if ("refused" in done) throw new Undone(done);
  }
  return { kept: earlier.request.reference };
}

async function sideOf(tx: Tx, actor: StaffActor, reference: string): Promise<Side | null> {
  const found = await loadCaseFor(actor, reference, tx);
  return found?.caseFile ? { request: found.request, caseFile: found.caseFile } : null;
}
