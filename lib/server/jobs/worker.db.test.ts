import { simpleParser } from "mailparser";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newCase } from "../fixtures/cases";
import { askCode } from "../follow/ask-code";
import { codeOf, verify } from "../follow-code";
import { db } from "../db";
import { startMailServer, type TestMailServer } from "../mail/fixtures/mail-server";
import { loadCase } from "../store";
import { enqueue } from "./enqueue";
import { endWorkers, said, startWorkerProcess, stop, until } from "./fixtures/worker-process";

// Each test starts a process of its own, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 });

let server: TestMailServer | undefined;

// Every test writes to one address.
beforeEach(async () => {
  await db().throttle.deleteMany({});
});
afterEach(async () => {
  await endWorkers();
  await server?.close();
});

type LetterJob = { attempts: number; last_error: string | null; locked_by: string | null };
async function letterJobs(): Promise<LetterJob[]> {
  return db().$queryRaw<LetterJob[]>`select attempts, last_error, locked_by from graphile_worker.jobs where task_identifier = 'send-letter'`;
}

async function letterEvents(reference: string, type: "LetterSent" | "LetterFailed"): Promise<number> {
  return (await loadCase(reference))?.events.filter((event) => event.type === type).length ?? 0;
}

test("a server that is down loses nothing and doubles nothing: each receipt once, when it is back", async () => {
  const down = await startMailServer();
  await down.close();
  const worker = startWorkerProcess(down.url);
  const references = [await newCase(), await newCase(), await newCase()];
  await until("all tried", async () => (await letterJobs()).every(({ attempts, last_error }) => attempts > 0 && last_error?.includes("mail-unreachable")));
  for (const { last_error } of await letterJobs()) expect(last_error).not.toMatch(/canary|@/i);
  // Hours later: the waits have grown long.
  await db().$queryRaw`update graphile_worker._private_jobs set run_at = now() + interval '6 hours', attempts = 12 where last_error is not null returning 1 as done`;
  server = await startMailServer(down.port);
  await db().$transaction((tx) => enqueue(tx, "retry-mail", {}));
  await until("all sent", async () => (await Promise.all(references.map((reference) => letterEvents(reference, "LetterSent")))).every((count) => count === 1));
  expect(server.received.map(({ to }) => to)).toEqual([["canary@example.org"], ["canary@example.org"], ["canary@example.org"]]);
  const ids = await Promise.all(server.received.map(async ({ raw }) => (await simpleParser(raw)).messageId));
  expect(new Set(ids).size).toBe(3);
  // The same job once more, e.g. after a crash before it was marked done: nothing leaves.
  for (const reference of references) {
    const eventId = (await loadCase(reference))?.events[0]?.id ?? "";
    await db().$transaction((tx) => enqueue(tx, "send-letter", { reference, eventId, letter: "receipt" }));
  }
  await until("run again", async () => (await letterJobs()).length === 0);
  expect(server.received).toHaveLength(3);
  expect(await stop(worker, "SIGTERM")).toBe(0);
  expect(said()).toContain('"code":"job_failed"');
  expect(said()).not.toMatch(/canary|payload|@example/i);
});

test("killed between sending and recording: the next worker takes over at once, the copy has the same Message-ID", async () => {
  server = await startMailServer();
  const first = startWorkerProcess(server.url);
  server.onMail(() => first.kill("SIGKILL"));
  const reference = await newCase();
  await until("sent and killed", () => server?.received.length === 1 && first.signalCode === "SIGKILL");
  expect(await letterEvents(reference, "LetterSent")).toBe(0);
  server.onMail(() => {});
  startWorkerProcess(server.url);
  await until("sent by the second", async () => (await letterEvents(reference, "LetterSent")) === 1);
  const ids = await Promise.all(server.received.map(async ({ raw }) => (await simpleParser(raw)).messageId));
  expect(ids.length).toBeLessThanOrEqual(2);
  expect(new Set(ids).size).toBe(1);
  await until("nothing left", async () => (await letterJobs()).length === 0);
});

test("told to stop in the middle of a mail: it is finished and recorded first", async () => {
  server = await startMailServer();
  const worker = startWorkerProcess(server.url);
  server.onMail(() => worker.kill("SIGTERM"));
  const reference = await newCase();
  await until("stopped", () => worker.exitCode !== null || worker.signalCode !== null);
  expect(worker.exitCode).toBe(0);
  expect(await letterEvents(reference, "LetterSent")).toBe(1);
  expect(await letterJobs()).toEqual([]);
  expect(server.received).toHaveLength(1);
});

test("refused for good: the failure is an event for staff to see, and nothing is tried again", async () => {
  server = await startMailServer();
  server.answer({ at: "rcpt", code: 550 });
  startWorkerProcess(server.url);
  const reference = await newCase();
  await until("recorded", async () => (await letterEvents(reference, "LetterFailed")) === 1);
  expect(await until("done", async () => (await letterJobs()).length === 0)).toBe(true);
  expect(server.received).toEqual([]);
  expect(server.commands.filter((command) => command.startsWith("RCPT"))).toHaveLength(1);
});

test("put off by the server: tried again later, then sent once", async () => {
  server = await startMailServer();
  server.answer({ at: "data", code: 451 });
  startWorkerProcess(server.url);
  const reference = await newCase();
  await until("put off", async () => (await letterJobs())[0]?.last_error?.includes("mail-deferred"));
  server.answer(null);
  await until("sent", async () => (await letterEvents(reference, "LetterSent")) === 1);
  expect(server.received).toHaveLength(1);
});

test("a follow code reaches the address of the case; asked in vain, nothing leaves", async () => {
  server = await startMailServer();
  startWorkerProcess(server.url);
  const reference = await newCase();
  const right = await askCode({ reference, email: "canary@example.org", locale: "en" });
  const wrong = await askCode({ reference, email: "other@example.org", locale: "en" });
  await until("the code", () => server?.received.find(({ raw }) => raw.includes(`${right.id}.follow-code`)));
  const mail = await simpleParser(server.received.find(({ raw }) => raw.includes(right.id))?.raw ?? "");
  const code = /(\d{3}) (\d{3})/.exec(mail.text ?? "")?.slice(1).join("");
  expect(code).toBe(codeOf(right.id));
  expect(mail.subject).not.toMatch(/\d/);
  expect(verify(right.id, ` ${code?.slice(0, 3)} ${code?.slice(3)}`)).toBe(true);
  expect(verify(wrong.id, code ?? "")).toBe(codeOf(wrong.id) === code);
  for (const bad of ["", "12345", "1234567", "abcdef", "１２３４５６", "-".repeat(6)]) expect(verify(right.id, bad)).toBe(false);
  await until("both jobs done", async () => (await db().$queryRaw<unknown[]>`select 1 from graphile_worker.jobs where task_identifier = 'send-follow-code'`).length === 0);
  expect(server.received.filter(({ to }) => to.includes("other@example.org"))).toEqual([]);
  expect(await db().heartbeat.count({ where: { name: "worker" } })).toBe(1);
});

test("a job exists if and only if its transaction commits", async () => {
  await expect(
    db().$transaction(async (tx) => {
      await enqueue(tx, "send-follow-code", { followCodeId: "00000000-0000-4000-8000-000000000000" }, { key: "rolled-back" });
      throw new Error("rolled back");
    }),
  ).rejects.toThrow("rolled back");
  expect(await db().$queryRaw<unknown[]>`select 1 from graphile_worker.jobs where key = 'rolled-back'`).toEqual([]);
});
