import { randomUUID } from "node:crypto";
import { simpleParser } from "mailparser";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { answerTask } from "@/lib/request/handle/answer-task";
import { takeCase } from "@/lib/request/handle/take-case";
import { clockFacts } from "../clock-facts";
import { db } from "../db";
import { newCase, newStaff } from "../fixtures/cases";
import { enqueue } from "../jobs/enqueue";
import { address, morning, sent, setClock } from "../jobs/fixtures/mornings";
import { endWorkers, startWorkerProcess, until } from "../jobs/fixtures/worker-process";
import { remind } from "../jobs/remind";
import { sendTaskDigest } from "../jobs/send-task-digest";
import { startMailServer, type TestMailServer } from "../mail/fixtures/mail-server";
import { perform } from "../perform";
import { taskActor } from "../session";
import { askedCase, newDepartment, openAs, tellDepartments, tokenOf } from "./fixtures/departments";
import { decideTaskReminders } from "./reminders";

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({ cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined) }), headers: async () => new Headers() }));
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));
vi.setConfig({ testTimeout: 120_000 });

const run = { jobId: "1", attempt: 1, isLastAttempt: false };
const asked = "2026-12-01";
let server: TestMailServer;

beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
});
afterAll(() => server.close());
afterEach(async () => {
  await endWorkers();
  server.onMail(() => {});
  delete process.env.RIGHTSDESK_CLOCK_OFFSET_MS;
  await db().departmentTask.updateMany({ data: { state: "withdrawn" } });
});

/** A task asked on the first of December and due on the fourteenth, its first mail sent. */
async function due(departmentId: string): Promise<{ reference: string; taskId: string }> {
  setClock(asked);
  const { reference, taskIds } = await askedCase([departmentId]);
  await tellDepartments(reference);
  await db().departmentTask.updateMany({ where: { reference }, data: { dueOn: new Date("2026-12-14") } });
  return { reference, taskId: taskIds[0] ?? "" };
}

/** The mails of one day, the job running twice. */
const mailsOf = (on: string) =>
  sent(server, async () => {
    for (const hour of ["08", "17"]) {
      setClock(`${on}T${hour}:00:00Z`);
      await remind({}, run);
      for (const { id } of await db().taskDigest.findMany({ where: { sentAt: null } })) for (let time = 0; time < 2; time += 1) await sendTaskDigest({ digestId: id }, run);
    }
  });

describe("a department is reminded two working days before, on the day, then every third day", () => {
  test("at most one mail a day, of all that is open, with links that work; answered, no more", async () => {
    const marketing = await newDepartment("Marketing", "en");
    const [one, two] = [await due(marketing), await due(marketing)];
    const told: Record<string, number[]> = {};
    for (const day of ["2026-12-02", "2026-12-09", "2026-12-10", "2026-12-11", "2026-12-13", "2026-12-14", "2026-12-15", "2026-12-16", "2026-12-17", "2026-12-18", "2026-12-20", "2026-12-21"]) {
      const mails = await mailsOf(day);
      if (mails.length > 0) told[day] = mails.map(({ text }) => text.match(/\/en\/task\/[\w-]{64}/g)?.length ?? 0);
      for (const { text, subject, to } of mails) {
        expect(to).toBe(`${marketing}@service.example`);
        expect(text).toContain(await tokenOf(two.taskId));
        expect(`${subject}${text}`).not.toMatch(/canary/i);
      }
      if (day === "2026-12-14") await answer(one);
    }
    expect(told).toEqual({ "2026-12-10": [2], "2026-12-14": [2], "2026-12-17": [1], "2026-12-21": [1] });
  });

  test("answered between deciding and sending: nothing leaves; one whose first mail has not left is not spoken of", async () => {
    const task = await due(await newDepartment());
    setClock("2026-12-14");
    expect(await decideTaskReminders(await clockFacts())).toBe(1);
    await answer(task);
    expect(await sent(server, async () => { for (const { id } of await db().taskDigest.findMany({ where: { sentAt: null } })) await sendTaskDigest({ digestId: id }, run); })).toEqual([]);
    const unsent = await due(await newDepartment());
    await db().departmentTask.updateMany({ where: { reference: unsent.reference }, data: { mail: "failed" } });
    setClock("2026-12-14");
    expect(await decideTaskReminders(await clockFacts())).toBe(0);
  });

  test("more than a mail holds: the rest comes with the mails of the next days, each once, and every mail says how many there are", async () => {
    const legal = await newDepartment("Legal", "fr");
    const { taskId } = await due(legal);
    const one = await db().departmentTask.findUniqueOrThrow({ where: { id: taskId } });
    await db().departmentTask.createMany({ data: Array.from({ length: 89 }, () => ({ ...one, id: randomUUID() })) });
    const mails = [...(await mailsOf("2026-12-14")), ...(await mailsOf("2026-12-15")), ...(await mailsOf("2026-12-16"))];
    expect(mails.map(({ text }) => text.match(/\/fr\/task\/[\w-]{64}/g)?.length)).toEqual([40, 40, 10]);
    expect(new Set(mails.flatMap(({ text }) => text.match(/\/fr\/task\/[\w-]{64}/g))).size).toBe(90);
    expect(mails.map(({ subject }) => subject)).toEqual(["40 demandes attendent votre réponse", "90 demandes attendent votre réponse, 90 en retard", "90 demandes attendent votre réponse, 90 en retard"]);
    expect(mails[2]?.text).toContain("80 autres attendent aussi");
  });

  test("deciding costs the same number of statements for ten tasks as for a hundred", async () => {
    const [few, many] = [await newDepartment(), await newDepartment()];
    const spent = async (departmentId: string, count: number, on: string) => {
      const one = await db().departmentTask.findUniqueOrThrow({ where: { id: (await due(departmentId)).taskId } });
      await db().departmentTask.createMany({ data: Array.from({ length: count - 1 }, () => ({ ...one, id: randomUUID() })) });
      setClock(on);
      const clock = await clockFacts();
      const sentToDatabase = vi.spyOn(pg.Client.prototype, "query");
      expect(await decideTaskReminders(clock)).toBe(1);
      const statements = sentToDatabase.mock.calls.length;
      sentToDatabase.mockRestore();
      await db().departmentTask.updateMany({ data: { state: "withdrawn" } });
      await db().taskDigest.updateMany({ data: { sentAt: clock.at } });
      return statements;
    };
    expect(await spent(many, 100, "2026-12-17")).toBe(await spent(few, 10, "2026-12-14"));
  });

  test("whatever happens to these, staff have theirs", async () => {
    await due(await newDepartment());
    const reference = await newCase();
    await db().subjectRequest.update({ where: { reference }, data: { dueOn: new Date("2026-12-14"), assigneeId: (await newStaff("agent")).id } });
    setClock("2026-12-14");
    await db().$executeRaw`alter table "TaskReminder" rename to away`;
    await expect(remind({}, run)).rejects.toThrow();
    await db().$executeRaw`alter table away rename to "TaskReminder"`;
    expect(await db().reminder.count({ where: { reference } })).toBe(1);
    expect(await db().taskDigest.count({ where: { on: new Date("2026-12-14"), sentAt: null, reminders: { some: { task: { state: "open" } } } } })).toBe(0);
  });

  test("many at once decide once", async () => {
    for (let made = 0; made < 3; made += 1) await due(await newDepartment());
    setClock("2026-12-14");
    const clock = await clockFacts();
    const decided = await Promise.all(Array.from({ length: 6 }, () => decideTaskReminders(clock)));
    expect(decided.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(await decideTaskReminders(clock)).toBe(0);
    expect(await db().$queryRaw`select 1 from graphile_worker.jobs where task_identifier = 'send-task-digest' and key in (select 'task-digest:' || id from "TaskDigest" where "sentAt" is null)`).toHaveLength(3);
  });
});

test("two workers, one killed while it sends, and a restart: each department has its mail of the day", async () => {
  const departments = [await newDepartment(), await newDepartment(), await newDepartment()];
  for (const id of departments) await due(id);
  setClock("2026-12-14");
  const before = server.received.length;
  const first = startWorkerProcess(server.url);
  server.onMail(() => first.kill("SIGKILL"));
  await until("the first worker is ready", () => db().heartbeat.count());
  const remindTwice = () => db().$transaction(async (tx) => void (await enqueue(tx, "remind", {}), await enqueue(tx, "remind", {})));
  await remindTwice();
  await until("killed", () => first.signalCode === "SIGKILL");
  server.onMail(() => {});
  for (let started = 0; started < 2; started += 1) startWorkerProcess(server.url);
  await remindTwice();
  await until("all sent", async () => (await db().taskDigest.count({ where: { sentAt: { not: null }, departmentId: { in: departments } } })) === departments.length);
  const mails = await Promise.all(server.received.slice(before).map(async ({ to, raw }) => ({ to: to[0] ?? "", id: (await simpleParser(raw)).messageId })));
  // The mail the first was sending may have come twice: the same Message-ID then tells so.
  const ours = new Map(mails.filter(({ to }) => departments.some((id) => to.startsWith(id))).map(({ to, id }) => [id, to]));
  expect([...ours.values()].sort()).toEqual(departments.map((id) => `${id}@service.example`).sort());
});

test("a department that is late is a reason in the digest of whoever has the case, once", async () => {
  const reference = await newCase();
  const agent = await newStaff("agent");
  setClock(asked);
  await perform(agent, takeCase, {}, { reference });
  await askedCase([await newDepartment()], { reference });
  // As a day on which nothing else is to be said of the case.
  await db().subjectRequest.update({ where: { reference }, data: { dueOn: new Date("2027-02-01"), targetOn: new Date("2027-01-25"), taskDueOn: new Date("2026-12-07") } });
  const told = async (on: string) => (await morning(server, on)).filter(({ to }) => to === address(agent.id)).map(({ subject }) => subject);
  expect([await told("2026-12-07"), await told("2026-12-08"), await told("2026-12-09")]).toEqual([[], ["1 demande avec un service en retard"], []]);
});

async function answer({ reference, taskId }: { reference: string; taskId: string }): Promise<void> {
  await openAs(jar, taskId);
  const actor = await taskActor();
  if (!actor) throw new Error("no session");
  const done = await perform(actor, answerTask, { outcome: "done", reason: null, note: null, kept: [] }, { reference });
  if ("refused" in done) throw new Error(done.refused);
}
