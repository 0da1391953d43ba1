import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { acceptIdentity } from "@/lib/request/check/accept-identity";
import { receiveIdentity } from "@/lib/request/check/receive-identity";
import { rejectIdentity } from "@/lib/request/check/reject-identity";
import { decideClaim } from "@/lib/request/handle/decide-claim";
import { draftReply } from "@/lib/request/reply/draft-reply";
import { sendReply } from "@/lib/request/reply/send-reply";
import { withdrawRequest } from "@/lib/request/retain/withdraw-request";
import type { StaffActor } from "./actor";
import { db } from "./db";
import { newCase, newFile, newStaff, requesterOf } from "./fixtures/cases";
import { removeBlobs } from "./jobs/remove-blobs";
import { mergeRequests } from "./merge-requests";
import { perform } from "./perform";
import { storage } from "./storage";
import { loadCase } from "./store";

const run = { jobId: "1", attempt: 1, isLastAttempt: false };

/** A proof the person uploaded, its blob in the vault, sent or not. */
async function proofOf(reference: string, isSent: boolean) {
  const key = (await loadCase(reference))?.key as Buffer;
  const id = await newFile({ reference, key }, "identity");
  const blob = (await db().file.findUniqueOrThrow({ where: { id } })).blobs[0]!;
  await storage().write(blob, Readable.from([Buffer.from("sealed")]));
  if (isSent) expect(await perform(requesterOf(reference), receiveIdentity, {}, { reference })).toMatchObject({ ok: true });
  return { id, blob };
}

/** The blobs the worker is to unlink for good, and has unlinked now. */
async function unlinked(): Promise<string[]> {
  const jobs = await db().$queryRaw<{ payload: { blobs: string[] } }[]>`select payload from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id where task.identifier = 'remove-blobs'`;
  for (const { payload } of jobs) await removeBlobs(payload, run);
  return jobs.flatMap(({ payload }) => payload.blobs);
}

const ends: [string, { sent: boolean; unsent: boolean; end: (reference: string, dpo: StaffActor) => Promise<unknown> }][] = [
  ["accepted", { sent: true, unsent: true, end: (reference, dpo) => perform(dpo, acceptIdentity, { method: "document", kinds: ["passport"] }, { reference }) }],
  ["rejected", { sent: true, unsent: false, end: (reference, dpo) => perform(dpo, rejectIdentity, { reason: "unreadable" }, { reference }) }],
  ["withdrawn", { sent: true, unsent: true, end: (reference) => perform(requesterOf(reference), withdrawRequest, {}, { reference }) }],
  ["answered", { sent: false, unsent: true, end: answer }],
  ["merged", { sent: false, unsent: true, end: merge }],
];

async function answer(reference: string, dpo: StaffActor): Promise<unknown> {
  const [claim] = (await loadCase(reference))!.request.claims;
  await perform(dpo, decideClaim, { claimId: claim!.id, outcome: "fulfilled", grounds: [], explanation: null }, { reference });
  await perform(dpo, draftReply, { body: "Voici vos données." }, { reference });
  return perform(dpo, sendReply, { fileIds: [] }, { reference });
}

/** With a request received before. */
async function merge(reference: string, dpo: StaffActor): Promise<unknown> {
  const merged = await mergeRequests(dpo, earlier, reference, (await loadCase(earlier))!.request.version);
  return "kept" in merged && merged.kept === earlier ? { ok: true } : merged;
}
let earlier: string;

describe("UP8: a proof does not outlive the decision on it, nor the case", () => {
  test.each(ends)("%s: the row and its key are gone at once, the blob with the job", async (_end, { sent, unsent, end }) => {
    earlier = await newCase();
    const reference = await newCase();
    const proofs = [...(sent ? [await proofOf(reference, true)] : []), ...(unsent ? [await proofOf(reference, false)] : [])];
    const ids = proofs.map(({ id }) => id);
    expect(await db().file.count({ where: { id: { in: ids } } })).toBe(ids.length);
    expect(await end(reference, await newStaff("dpo"))).toMatchObject({ ok: true });
    expect(await db().file.count({ where: { id: { in: ids } } })).toBe(0);
    for (const { blob } of proofs) (await storage().read(blob)).destroy();
    expect(await unlinked()).toEqual(expect.arrayContaining(proofs.map(({ blob }) => blob)));
    for (const { blob } of proofs) await expect(storage().read(blob)).rejects.toThrow();
  });

  test("what a rejection is not about stays: the person may be about to send it in its place", async () => {
    const reference = await newCase();
    await proofOf(reference, true);
    const next = await proofOf(reference, false);
    await perform(await newStaff("agent"), rejectIdentity, { reason: "unreadable" }, { reference });
    expect(await db().file.findUnique({ where: { id: next.id } })).toMatchObject({ pending: true });
    expect(await unlinked()).not.toContain(next.blob);
  });
});
