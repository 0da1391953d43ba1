import { randomUUID } from "node:crypto";
import { readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, test, vi } from "vitest";
import { receiveIdentity } from "@/lib/request/check/receive-identity";
import { reopenRequest } from "@/lib/request/check/reopen-request";
import { decideClaim } from "@/lib/request/handle/decide-claim";
import { draftReply } from "@/lib/request/reply/draft-reply";
import { sendReply } from "@/lib/request/reply/send-reply";
import { recordLetter } from "@/lib/request/reply/record-letter";
import { endDirectives } from "@/lib/request/retain/end-directives";
import { withdrawRequest } from "@/lib/request/retain/withdraw-request";
import { systemActor } from "../actor";
import { now } from "../clock";
import { db } from "../db";
import { newCase, newDraft, newFile, newStaff, requesterOf } from "../fixtures/cases";
import { mailFolder, writeMailFile } from "../mail/mail-file";
import { perform, performIn } from "../perform";
import { storage } from "../storage";
import { loadCase } from "../store";
import { anchor } from "./anchor";
import { removeBlobs } from "./remove-blobs";
import { retain } from "./retain";
import { sweep } from "./sweep";

const run = { jobId: "1", attempt: 1, isLastAttempt: false };
const daysAgo = (days: number) => new Date(now().getTime() - days * 86_400_000);

test("sweep: drafts of yesterday go with their files; those of today, filed requests and reply files stay; letters in clear of yesterday go", async () => {
  const old = await newDraft();
  const oldFile = await newFile({ draftId: old.id, key: old.key }, "identity");
  const young = await newDraft();
  const youngFile = await newFile({ draftId: young.id, key: young.key }, "identity");
  const kept = await newDraft();
  await db().draft.update({ where: { id: kept.id }, data: { createdAt: daysAgo(7.1) } });
  const reference = await newCase();
  await db().draft.updateMany({ where: { reference }, data: { createdAt: daysAgo(7.1) } });
  const key = (await loadCase(reference))?.key as Buffer;
  const loose = await newFile({ reference, key }, "message");
  const reply = await newFile({ reference, key }, "reply", (await newStaff("agent")).id);
  await db().draft.updateMany({ where: { id: old.id }, data: { updatedAt: daysAgo(1.1) } });
  await db().file.updateMany({ where: { id: { in: [loose, reply] } }, data: { createdAt: daysAgo(2) } });
  const letters = ["receipt", "follow-code"].map((letter) => `${randomUUID()}.${letter}`);
  for (const name of letters) await writeMailFile(name, { to: "canary@example.org", text: "048 213" });
  await utimes(join(mailFolder(), `${letters[0]}.eml`), daysAgo(1.1), daysAgo(1.1));
  const token = new Uint8Array(32);
  await db().throttle.create({ data: { key: token, count: 1, windowEnd: daysAgo(0.1) } });
  await db().followSession.create({ data: { tokenHash: token, reference, createdAt: daysAgo(2) } });
  await sweep({}, run);
  expect((await db().draft.findMany({ select: { id: true } })).map(({ id }) => id)).not.toContain(old.id);
  expect(await db().draft.count({ where: { id: kept.id } }), "saved each day, not sent in a week").toBe(0);
  expect(await db().draft.count({ where: { reference } }), "sent: its receipt is shown a day").toBe(1);
  expect(await db().draft.count({ where: { id: young.id } })).toBe(1);
  const files = (await db().file.findMany({ select: { id: true } })).map(({ id }) => id);
  expect(files).toEqual(expect.arrayContaining([youngFile, reply]));
  expect(files).not.toContain(oldFile);
  expect(files).not.toContain(loose);
  expect(await loadCase(reference)).toMatchObject({ request: { reference } });
  expect([await db().throttle.count(), await db().followSession.count()]).toEqual([0, 0]);
  expect(await readdir(mailFolder())).toEqual([`${letters[1]}.eml`]);
  const jobs = await db().$queryRaw<{ count: number }[]>`select count(*)::int as count from graphile_worker.jobs where task_identifier = 'remove-blobs'`;
  expect(jobs[0]?.count).toBe(2);
});

test("sweep: a document sent while it runs is part of the case, and stays", async () => {
  const reference = await newCase();
  const key = (await loadCase(reference))?.key as Buffer;
  const [sent, forgotten] = [await newFile({ reference, key }, "identity"), await newFile({ reference: await newCase(), key }, "identity")];
  await db().file.updateMany({ where: { id: { in: [sent, forgotten] } }, data: { createdAt: daysAgo(2) } });
  let swept: Promise<void> | undefined;
  await db().$transaction(async (tx) => {
    expect(await performIn(tx, requesterOf(reference), receiveIdentity, {}, { reference })).toMatchObject({ ok: true });
    swept = sweep({}, run);
    // It has seen the file as not yet sent, and waits for who is sending it.
    await vi.waitFor(async () => expect(await db().$queryRaw`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`).toHaveLength(1), { timeout: 4_000 });
  });
  await swept;
  expect(await db().file.findMany({ where: { id: { in: [sent, forgotten] } }, select: { id: true, pending: true } })).toEqual([{ id: sent, pending: false }]);
});

test("blobs are unlinked, also when they are already gone", async () => {
  const blob = randomUUID();
  await storage().write(blob, Readable.from([Buffer.from("sealed")]));
  await removeBlobs({ blobs: [blob, randomUUID()] }, run);
  await removeBlobs({ blobs: [blob] }, run);
  await expect(storage().read(blob)).rejects.toThrow();
});

test("retain: five years after it was closed a case file is gone and its events stay; a day earlier it is there", async () => {
  const [ended, kept, open] = [await newCase(), await newCase(), await newCase()];
  for (const reference of [ended, kept]) await perform(requesterOf(reference), withdrawRequest, {}, { reference });
  await db().subjectRequest.update({ where: { reference: ended }, data: { closedAt: daysAgo(5 * 365.25 + 2) } });
  await db().subjectRequest.update({ where: { reference: kept }, data: { closedAt: daysAgo(5 * 365.25 - 2) } });
  await retain({}, run);
  expect(await loadCase(ended)).toMatchObject({ caseFile: null, key: null, request: { hasCaseFile: false } });
  expect((await loadCase(ended))?.events.map(({ type }) => type)).toEqual(["RequestFiled", "RequestWithdrawn", "CaseFilePurged"]);
  for (const reference of [kept, open]) expect((await loadCase(reference))?.caseFile?.requester.email).toBe("canary@example.org");
  await retain({}, run);
  await anchor({}, run);
  expect((await loadCase(ended))?.events).toHaveLength(3);
});

test("retain: directives that were recorded are kept; those withdrawn or refused go like everything else", async () => {
  const staff = await newStaff("dpo");
  const answered = async (outcome: "fulfilled" | "refused") => {
    const reference = await newCase("post-mortem-directive", { instructions: "erasure", details: "Tout effacer", consent: "yes" });
    const [claim] = (await loadCase(reference))?.request.claims ?? [];
    await perform(staff, decideClaim, { claimId: claim!.id, outcome, grounds: outcome === "refused" ? ["identity-not-established"] : [], explanation: null }, { reference });
    await perform(staff, draftReply, { body: "Voici. CNIL, tribunal." }, { reference });
    expect(await perform(staff, sendReply, { fileIds: [] }, { reference })).toMatchObject({ ok: true });
    return reference;
  };
  const [recorded, refused, withdrawn] = [await answered("fulfilled"), await answered("refused"), await newCase("post-mortem-directive", { instructions: "erasure", details: "Tout effacer", consent: "yes" })];
  await perform(requesterOf(withdrawn), withdrawRequest, {}, { reference: withdrawn });
  await db().subjectRequest.updateMany({ where: { reference: { in: [recorded, refused, withdrawn] } }, data: { closedAt: daysAgo(5 * 365.25 + 2) } });
  await retain({}, run);
  const kept = await Promise.all([recorded, refused, withdrawn].map(async (reference) => (await loadCase(reference))?.request.hasCaseFile));
  expect(kept).toEqual([true, false, false]);

  const agent = await newStaff("agent");
  expect(await perform(agent, endDirectives, { how: "revoked" }, { reference: recorded })).toMatchObject({ refused: "no-permission" });
  expect(await perform({ ...staff, provenAt: null } as typeof staff, endDirectives, { how: "revoked" }, { reference: recorded })).toMatchObject({ refused: "proof-not-fresh" });
  expect(await perform(staff, endDirectives, { how: "revoked" }, { reference: recorded })).toMatchObject({ ok: true });
  expect((await loadCase(recorded))?.request.hasCaseFile).toBe(true);
  await retain({}, run);
  expect((await loadCase(recorded))?.request, "closed more than five years ago").toMatchObject({ hasCaseFile: false, directivesEndedOn: expect.anything() });
});

test("retain: the files of a reply are gone thirty days after it, not before, also once the request is taken up again", async () => {
  const reference = await newCase();
  const staff = await newStaff("dpo");
  const key = (await loadCase(reference))?.key as Buffer;
  const files: string[] = [];
  for (const days of [32, 28]) {
    const file = await newFile({ reference, key }, "reply", staff.id);
    const [claim] = (await loadCase(reference))?.request.claims ?? [];
    const where = { reference, at: daysAgo(days) };
    await perform(staff, decideClaim, { claimId: claim!.id, outcome: "refused", grounds: ["identity-not-established"], explanation: null }, where);
    await perform(staff, draftReply, { body: "Non. CNIL, tribunal." }, where);
    expect(await perform(staff, sendReply, { fileIds: [file] }, where)).toMatchObject({ ok: true });
    expect(await perform(staff, reopenRequest, { why: "Erreur." }, where)).toMatchObject({ ok: true });
    files.push(file);
  }
  await retain({}, run);
  expect((await db().file.findMany({ where: { id: { in: files } }, select: { id: true } })).map(({ id }) => id)).toEqual([files[1]]);
});

test("what is written after the closing does not put off the end of retention", async () => {
  const reference = await newCase();
  await perform(requesterOf(reference), withdrawRequest, {}, { reference, at: daysAgo(40) });
  const closed = (await db().subjectRequest.findUniqueOrThrow({ where: { reference } })).closedAt;
  await perform(systemActor(), recordLetter, { letter: "withdrawal-noted", eventId: randomUUID(), sent: true }, { reference });
  expect((await db().subjectRequest.findUniqueOrThrow({ where: { reference } })).closedAt).toEqual(closed);
});
