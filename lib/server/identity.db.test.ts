import { expect, test } from "vitest";
import { addDays } from "@/lib/law/calendar";
import { askIdentity } from "@/lib/request/check/ask-identity";
import { lapseIdentity } from "@/lib/request/check/lapse-identity";
import { receiveIdentity } from "@/lib/request/check/receive-identity";
import { now } from "./clock";
import { db } from "./db";
import { newCase, newFile, newStaff, requesterOf } from "./fixtures/cases";
import { retain } from "./jobs/retain";
import { retainProofs } from "./jobs/retain-proofs";
import { letterFactsAt } from "./letter-facts";
import { perform } from "./perform";
import { loadCase } from "./store";

const dayMs = 86_400_000;
const run = { jobId: "1", attempt: 1, isLastAttempt: false };
const doubt = { grounds: ["email-unknown" as const], kinds: ["identity-card" as const] };
const caseOf = async (reference: string) => (await loadCase(reference))!;
const letters = (reference: string) => db().$queryRaw<{ letter: string }[]>`select payload->>'letter' as letter from graphile_worker._private_jobs where payload->>'reference' = ${reference} order by id`;

/** A case whose proof came so many days ago. */
async function proofSent(daysAgo: number, isAsked = true): Promise<{ reference: string; file: string }> {
  const reference = await newCase();
  const at = (days: number) => new Date(now().getTime() - days * dayMs);
  if (isAsked) await perform(await newStaff("agent"), askIdentity, doubt, { reference, at: at(daysAgo + 1) });
  const file = await newFile({ reference, key: (await caseOf(reference)).key as Buffer }, "identity");
  expect(await perform(requesterOf(reference), receiveIdentity, {}, { reference, at: at(daysAgo) })).toMatchObject({ ok: true });
  return { reference, file };
}

test("a request for proof lapses after thirty-one days: the row is suspended no more, and the letter says until when an answer is due", async () => {
  const reference = await newCase();
  const agent = await newStaff("agent");
  await perform(agent, askIdentity, doubt, { reference });
  expect(await perform(agent, lapseIdentity, {}, { reference })).toEqual({ refused: "too-early-to-lapse" });
  const later = new Date(now().getTime() + 31 * dayMs);
  expect(await perform(agent, lapseIdentity, {}, { reference, at: later })).toMatchObject({ ok: true });
  const found = await caseOf(reference);
  expect(found.row).toMatchObject({ state: "in-progress", suspended: false, suspendedOn: null, waitingFor: "staff" });
  const event = found.events.at(-1)!;
  expect(event).toMatchObject({ type: "IdentityLapsed", data: { since: found.request.identityAsked?.on } });
  const { limit } = await letterFactsAt(found, event, null);
  expect(limit.suspendedSince).toBeNull();
  expect(limit.unrolledDueOn).toBe(addDays(limit.steps.find(({ rule }) => rule === "one-month")!.after, 31));
  expect((await letters(reference)).at(-1)).toEqual({ letter: "identity-lapsed" });
});

test("UP8: proofs nobody decided on go after thirty days with their key, not a day sooner; the person is told and asked again", async () => {
  const [old, young] = [await proofSent(30), await proofSent(29)];
  await retain({}, run);
  const files = await db().file.findMany({ where: { id: { in: [old.file, young.file] } }, select: { id: true } });
  expect(files).toEqual([{ id: young.file }]);
  const { request, events, row } = await caseOf(old.reference);
  expect(request).toMatchObject({ state: "awaiting-identity", proofs: [] });
  expect(events.at(-1)).toMatchObject({ type: "ProofsExpired", actor: "system", data: { destroyedFileIds: [old.file], isNeeded: true } });
  expect(row.suspended, "the delay is ours").toBe(false);
  expect((await letters(old.reference)).at(-1)).toEqual({ letter: "proofs-expired" });
  expect(await retainProofs(), "run again, it finds nothing").toBe(0);
  expect((await caseOf(young.reference)).request.state).toBe("identity-to-check");
});

test("where the proof was sent unasked and is not needed, nothing is asked again", async () => {
  const { reference } = await proofSent(31, false);
  expect(await retainProofs()).toBe(1);
  expect((await caseOf(reference)).request).toMatchObject({ state: "new", proofs: [] });
});
