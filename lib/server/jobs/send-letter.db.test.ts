import { readdirSync, rmSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { db } from "../db";
import { about, newDraft } from "../fixtures/cases";
import { fileDraft } from "../file-draft";
import { mailFolder } from "../mail/mail-file";
import { loadCase } from "../store";
import type { JobPayloads } from "./job";
import { sendLetter } from "./send-letter";

type Job = { payload: JobPayloads["send-letter"]; isLater: boolean };
const run = { jobId: "1", attempt: 1, isLastAttempt: false };
const hour = "1 hour";

beforeEach(async () => {
  rmSync(mailFolder(), { recursive: true, force: true });
  await db().throttle.deleteMany({});
  await finish();
});

async function finish(): Promise<void> {
  await db().$queryRaw`select count(*)::int from (select graphile_worker.complete_jobs(array(select id from graphile_worker._private_jobs))) done`;
}

async function jobs(): Promise<Job[]> {
  return db().$queryRaw<Job[]>`
    select p.payload, j.run_at > now() + interval '59 minutes' and j.run_at <= now() + interval '61 minutes' as "isLater"
    from graphile_worker.jobs j join graphile_worker._private_jobs p using (id) where j.task_identifier = 'send-letter' order by j.id`;
}

async function file(email: string): Promise<string> {
  const filed = await fileDraft((await newDraft("access", undefined, { ...about, email })).id);
  if ("refused" in filed) throw new Error(filed.refused);
  return filed.reference;
}

/** Runs what is due, as the worker would; gives what was put off. */
async function work(): Promise<Job[]> {
  const due = await jobs();
  await finish();
  for (const { payload } of due) await sendLetter(payload, run);
  return jobs();
}

const mails = () => readdirSync(mailFolder()).length;
const sent = async (reference: string) => (await loadCase(reference))?.events.filter(({ type }) => type === "LetterSent").length;

test("fifty requests with one person's address: all are taken in, three receipts an hour reach it, and none is lost", async () => {
  const references = [];
  for (let nth = 0; nth < 50; nth += 1) references.push(await file(nth % 2 ? "victim@example.org" : " Victim@Example.ORG"));
  const other = await file("other@example.org");
  const later = await work();
  expect(mails()).toBe(4);
  expect(await sent(other)).toBe(1);
  expect(later).toHaveLength(47);
  expect(later.every(({ isLater }) => isLater)).toBe(true);
  for (let hours = 1; hours <= 16; hours += 1) {
    await db().$queryRaw`update "Throttle" set "windowEnd" = "windowEnd" - ${hour}::interval returning 1 as done`;
    await work();
  }
  expect(mails()).toBe(51);
  expect(await jobs()).toEqual([]);
  expect(await Promise.all(references.map(sent))).toEqual(references.map(() => 1));
}, 120_000);

test("a receipt tried again is not counted again", async () => {
  const references = [await file("victim@example.org"), await file("victim@example.org"), await file("victim@example.org"), await file("victim@example.org")];
  const due = await jobs();
  for (let attempt = 2; attempt < 6; attempt += 1) await sendLetter(due[0]!.payload, { ...run, attempt });
  await work();
  expect(await Promise.all(references.map(sent))).toEqual([1, 1, 1, 1]);
});
