import { simpleParser } from "mailparser";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "../db";
import { newStaff } from "../fixtures/cases";
import { startMailServer, type TestMailServer } from "../mail/fixtures/mail-server";
import { enqueue } from "./enqueue";
import { address, row, setClock } from "./fixtures/mornings";
import { endWorkers, startWorkerProcess, until } from "./fixtures/worker-process";

vi.setConfig({ testTimeout: 120_000 });

let server: TestMailServer | undefined;
afterEach(async () => {
  await endWorkers();
  await server?.close();
  delete process.env.RIGHTSDESK_CLOCK_OFFSET_MS;
});

const left = async () => (await db().$queryRaw<unknown[]>`select 1 from graphile_worker.jobs where task_identifier in ('remind', 'send-digest')`).length;
const remindTwice = () => db().$transaction(async (tx) => void (await enqueue(tx, "remind", {}), await enqueue(tx, "remind", {})));

test("two workers, one killed while it sends, and a restart: each person has one mail of the day, whole", async () => {
  setClock("2026-12-07T09:00:00Z");
  const staff = [await newStaff("agent"), await newStaff("agent"), await newStaff("dpo")].map(({ id }) => id);
  const cases = await Promise.all(Array.from({ length: 30 }, (_, index) => row({ dueOn: "2026-12-08", assigneeId: index % 3 === 2 ? null : (staff[index % 3] as string) })));
  server = await startMailServer();
  const first = startWorkerProcess(server.url);
  server.onMail(() => first.kill("SIGKILL"));
  await until("the first worker is ready", () => db().heartbeat.count());
  await remindTwice();
  await until("killed", () => first.signalCode === "SIGKILL");
  server.onMail(() => {});
  for (let started = 0; started < 2; started += 1) startWorkerProcess(server.url);
  await remindTwice();
  await until("all sent", async () => (await db().digest.count({ where: { sentAt: { not: null } } })) === staff.length && (await left()) === 0);
  // The mail the first was sending may have come twice: the same Message-ID then tells so.
  const mails = await Promise.all(server.received.map(async ({ to, raw }) => ({ ...(await simpleParser(raw)), to: to[0] })));
  const byId = new Map(mails.map((mail) => [mail.messageId, mail]));
  expect([...byId.values()].map(({ to }) => to).sort()).toEqual(staff.map(address).sort());
  expect(mails.length).toBeLessThanOrEqual(staff.length + 2);
  const told = [...byId.values()].flatMap(({ text }) => [...(text ?? "").matchAll(/requests\/([A-Z0-9-]{9})/g)].map(([, reference]) => reference));
  expect(told.sort()).toEqual([...cases].sort());
});
