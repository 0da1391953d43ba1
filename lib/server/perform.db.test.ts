import { beforeAll, describe, expect, test } from "vitest";
import { acceptIdentity } from "@/lib/request/check/accept-identity";
import { addNote } from "@/lib/request/handle/add-note";
import { decideClaim } from "@/lib/request/handle/decide-claim";
import { sendMessage } from "@/lib/request/handle/send-message";
import { takeCase } from "@/lib/request/handle/take-case";
import { draftReply } from "@/lib/request/reply/draft-reply";
import { recordLetter } from "@/lib/request/reply/record-letter";
import { sendReply } from "@/lib/request/reply/send-reply";
import { purgeCaseFile } from "@/lib/request/retain/purge-case-file";
import { withdrawRequest } from "@/lib/request/retain/withdraw-request";
import { type StaffActor, systemActor } from "./actor";
import { db } from "./db";
import { fileDraft } from "./file-draft";
import { newCase, newDraft, newFile, newStaff, requesterOf } from "./fixtures/cases";
import { NotFound, perform } from "./perform";
import { loadCase } from "./store";

let agent: StaffActor;
beforeAll(async () => {
  agent = await newStaff("agent");
});

async function jobs(name: string, needle: string): Promise<number> {
  const rows = await db().$queryRaw<{ count: bigint }[]>`
    select count(*) from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = ${name} and j.payload::text like ${`%${needle}%`}`;
  return Number(rows[0]?.count);
}

async function decision(reference: string, outcome: "fulfilled" | "no-data-held") {
  const found = await loadCase(reference);
  return { claimId: found!.request.claims[0]!.id, outcome, grounds: [], explanation: null };
}

describe("filing", () => {
  test("RC1: twenty at once make one request, one reference, one receipt", async () => {
    const { id } = await newDraft();
    const answers = await Promise.all(Array.from({ length: 20 }, () => fileDraft(id)));
    const references = new Set(answers.map((answer) => ("reference" in answer ? answer.reference : answer.refused)));
    expect(references.size).toBe(1);
    const reference = [...references][0]!;
    expect(await db().event.count({ where: { reference } })).toBe(1);
    expect(await jobs("send-letter", reference)).toBe(1);
    expect(await fileDraft(id)).toEqual({ reference });
  });

  test("what was typed leaves the draft, and stands nowhere in clear", async () => {
    const { id } = await newDraft();
    const filed = await fileDraft(id);
    const rows = await db().$queryRaw<{ text: string }[]>`
      select coalesce(string_agg(t::text, ' '), '') as text from (
        select d::text as t from "Draft" d union all select s::text from "SubjectRequest" s union all select e::text from "Event" e
        union all select f::text from "File" f union all select j::text from graphile_worker._private_jobs j) as everything`;
    const hex = Buffer.from("CANARY", "utf8").toString("hex");
    for (const canary of ["CANARY", "Canary Durand", "canary@example.org", hex]) expect(rows[0]?.text.includes(canary), canary).toBe(false);
    expect(await db().draft.findUniqueOrThrow({ where: { id } })).toMatchObject({ reference: "reference" in filed && filed.reference, content: new Uint8Array() });
  });

  test("nothing asked, nothing filed", async () => {
    const { id } = await newDraft("access", {});
    expect(await fileDraft(id)).toEqual({ refused: "nothing-asked" });
    expect(await fileDraft("00000000-0000-4000-8000-000000000000")).toEqual({ refused: "draft-gone" });
  });
});

describe("two people at once", () => {
  test("RC2: of two decisions on the same sight exactly one stands, the other is told", async () => {
    for (let round = 0; round < 20; round += 1) {
      const reference = await newCase();
      const [yes, no] = await Promise.all([decision(reference, "fulfilled"), decision(reference, "no-data-held")]);
      const other = await newStaff("dpo");
      const both = await Promise.all([
        perform(agent, decideClaim, yes, { reference, expectedVersion: 1 }),
        perform(other, decideClaim, no, { reference, expectedVersion: 1 }),
      ]);
      expect(both.filter((one) => "ok" in one)).toHaveLength(1);
      expect(both.find((one) => "refused" in one)).toMatchObject({ refused: "changed-meanwhile", meanwhile: [{ type: "ClaimDecided" }] });
      expect(await db().event.count({ where: { reference, type: "ClaimDecided" } })).toBe(1);
    }
  });

  test("a letter that left or a note in between disturbs nobody", async () => {
    const reference = await newCase();
    const filed = await db().event.findFirstOrThrow({ where: { reference } });
    await perform(systemActor(), recordLetter, { letter: "receipt", eventId: filed.id, sent: true }, { reference });
    await perform(agent, addNote, { body: "Appeler le service client" }, { reference });
    expect(await perform(agent, decideClaim, await decision(reference, "fulfilled"), { reference, expectedVersion: 1 })).toEqual({ ok: true, version: 4 });
  });
});

describe("who may", () => {
  test("AC3: another person's case is as unknown as none", async () => {
    const [mine, theirs] = [await newCase(), await newCase()];
    await expect(perform(requesterOf(mine), sendMessage, { body: "x" }, { reference: theirs })).rejects.toBeInstanceOf(NotFound);
    await expect(perform(requesterOf("K7QF-2M9X"), sendMessage, { body: "x" }, { reference: "K7QF-2M9X" })).rejects.toBeInstanceOf(NotFound);
  });

  test("an auditor reads and changes nothing; an administrator alone does not even read", async () => {
    const reference = await newCase();
    expect(await perform(await newStaff("auditor"), takeCase, {}, { reference })).toEqual({ refused: "no-permission" });
    await expect(perform(await newStaff("administrator"), takeCase, {}, { reference })).rejects.toBeInstanceOf(NotFound);
    await expect(perform(agent, withdrawRequest, {}, { reference })).resolves.toEqual({ refused: "no-permission" });
  });
});

describe("destruction", () => {
  test("an accepted document loses its key in the same transaction; its blobs are then unlinked", async () => {
    const draft = await newDraft();
    const fileId = await newFile({ draftId: draft.id, key: draft.key }, "identity");
    const filed = await fileDraft(draft.id);
    const reference = "reference" in filed ? filed.reference : "";
    const { blobs } = await db().file.findUniqueOrThrow({ where: { id: fileId } });
    expect(await perform(agent, acceptIdentity, { method: "document", kinds: ["passport"] }, { reference })).toEqual({ ok: true, version: 2 });
    expect(await db().file.findUnique({ where: { id: fileId } })).toBeNull();
    expect(await jobs("remove-blobs", blobs[0]!)).toBe(1);
    expect((await loadCase(reference))?.request.verification).toMatchObject({ kinds: ["passport"] });
  });

  test("at the end of retention the key goes, the events stay", async () => {
    const reference = await newCase();
    await perform(requesterOf(reference), withdrawRequest, {}, { reference });
    expect(await perform(systemActor(), purgeCaseFile, {}, { reference })).toEqual({ ok: true, version: 3 });
    expect(await db().subjectRequest.findUniqueOrThrow({ where: { reference } })).toMatchObject({ wrappedKey: null, caseFile: null, emailToken: null });
    expect((await loadCase(reference))?.caseFile).toBeNull();
    expect(await db().event.count({ where: { reference } })).toBe(3);
  });
});

test("AC7: a reply leaves only if whoever sends it proved who they are within five minutes; everything before it does not ask", async () => {
  const reference = await newCase();
  const stale: StaffActor = { ...agent, provenAt: new Date(Date.now() - 301_000) };
  expect(await perform(stale, decideClaim, await decision(reference, "fulfilled"), { reference })).toMatchObject({ ok: true });
  expect(await perform(stale, draftReply, { body: "Voici." }, { reference })).toMatchObject({ ok: true });
  for (const who of [stale, { ...agent, provenAt: null }]) expect(await perform(who, sendReply, { fileIds: [] }, { reference })).toEqual({ refused: "proof-not-fresh" });
  expect((await loadCase(reference))?.caseFile?.replyDraft?.body).toBe("Voici.");
  expect(await perform({ ...agent, provenAt: new Date() }, sendReply, { fileIds: [] }, { reference })).toMatchObject({ ok: true });
});

test("a reply leaves with the files its sender was shown, or not at all: a colleague attached or removed one meanwhile", async () => {
  const reference = await newCase();
  const key = (await loadCase(reference))?.key as Buffer;
  const shown = await newFile({ reference, key }, "reply", agent.id);
  await perform(agent, decideClaim, await decision(reference, "fulfilled"), { reference });
  await perform(agent, draftReply, { body: "Voici." }, { reference });
  const send = (fileIds: string[]) => perform(agent, sendReply, { fileIds }, { reference });
  const wrong = await newFile({ reference, key }, "reply", (await newStaff("agent")).id);
  expect(await send([shown])).toEqual({ refused: "changed-meanwhile" });
  await db().file.delete({ where: { id: shown } });
  expect(await send([shown, wrong])).toEqual({ refused: "changed-meanwhile" });
  expect((await loadCase(reference))?.request.state).not.toBe("answered");
  expect(await send([wrong])).toMatchObject({ ok: true });
  expect((await loadCase(reference))?.caseFile?.replies).toMatchObject([{ fileIds: [wrong] }]);
});
