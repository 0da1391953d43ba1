import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { answerTask } from "@/lib/request/handle/answer-task";
import { sendTaskLink } from "@/lib/request/handle/send-task-link";
import { withdrawTask } from "@/lib/request/handle/withdraw-task";
import { purgeCaseFile } from "@/lib/request/retain/purge-case-file";
import { withdrawRequest } from "@/lib/request/retain/withdraw-request";
import { systemActor } from "../actor";
import { db } from "../db";
import { asRequester, asStaff, post } from "../files/fixtures/requests";
import { get } from "../files/fixtures/requests";
import { serveKeptFile } from "../files/serve";
import { answerCase } from "../fixtures/answer";
import { newCase, newStaff, requesterOf } from "../fixtures/cases";
import { databaseText, formFound } from "../fixtures/dump";
import { sent, setClock } from "../jobs/fixtures/mornings";
import { sweep } from "../jobs/sweep";
import { startMailServer, type TestMailServer } from "../mail/fixtures/mail-server";
import { NotFound, perform } from "../perform";
import { caseOf } from "../reads/case";
import { departmentTask } from "../reads/department-task";
import { followed } from "../reads/follow";
import { queue } from "../reads/queue";
import { taskLink } from "../reads/task-link";
import { taskActor } from "../session";
import { loadCase } from "../store";
import { attachTaskFile } from "./attach-file";
import { askedCase, newDepartment, openAs, tellDepartments, tokenOf } from "./fixtures/departments";
import { openTaskSession } from "./open-task";

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined) }),
  headers: async () => new Headers(),
}));
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));

let server: TestMailServer;
let marketing: string;
let accounting: string;
beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
});
afterAll(() => server.close());
beforeEach(async () => {
  jar.clear();
  delete process.env.RIGHTSDESK_CLOCK_OFFSET_MS;
  [marketing, accounting] = [await newDepartment("Marketing"), await newDepartment("Accounting", "en")];
});

const done = { outcome: "done" as const, reason: null, note: null, kept: [] };
const json = (text: string, name = "CANARY-NAME.json") => ({ bytes: Buffer.from(JSON.stringify({ text })), name, type: "application/json" });
const upload = (file = json("CANARY-FILE-TEXT")) => post("for=task&purpose=task&locale=fr", [file]);
const actor = async () => (await taskActor())!;
const stateOf = async (token: string) => (await taskLink(token)).found?.state ?? null;

describe("the link", () => {
  test("looking spends nothing; the button opens a session of that task alone, on record; unknown, foreign and altered ones look the same", async () => {
    const { reference, taskIds: [one, two] } = await askedCase([marketing, accounting]);
    const token = await tokenOf(one!);
    const before = await databaseText();
    for (let look = 0; look < 3; look += 1) expect((await taskLink(token)).found).toMatchObject({ reference, state: "open" });
    expect(await databaseText()).toBe(before);
    const altered = `${token.slice(0, -2)}${token.endsWith("AA") ? "BB" : "AA"}`;
    const mixed = (await tokenOf(two!)).slice(0, 21) + token.slice(21);
    for (const wrong of ["", "x", "A".repeat(64), altered, mixed, `${token}A`, randomUUID()]) {
      expect((await taskLink(wrong)).found, wrong).toBeNull();
      expect(await openTaskSession(wrong), wrong).toBeNull();
    }
    await openAs(jar, one!);
    expect(await actor()).toMatchObject({ kind: "department", taskId: one, reference, departmentId: marketing });
    expect(await db().event.count({ where: { type: "TaskOpened", reference } })).toBe(1);
  });

  test("the open page has what it takes to find the person, and nothing else of the case; the look is on record", async () => {
    const { reference, taskIds: [one] } = await askedCase([marketing]);
    await perform(await newStaff("agent"), (await import("@/lib/request/handle/add-note")).addNote, { body: "CANARY-NOTE" }, { reference });
    await openAs(jar, one!);
    const view = await departmentTask(await actor());
    expect(view).toMatchObject({ reference, words: "CANARY-WORDS", person: { email: "canary@example.org", address: "CANARY-ADDRESS" }, answer: null, waiting: [] });
    expect(JSON.stringify(view)).not.toContain("CANARY-NOTE");
    expect(await db().event.count({ where: { type: "TaskViewed", reference } })).toBe(1);
  });

  test("sent again, the one before is void and its session ends; after thirty days it is too old", async () => {
    const { reference, taskIds: [one] } = await askedCase([marketing]);
    const old = await tokenOf(one!);
    await openAs(jar, one!);
    await perform(await newStaff("agent"), sendTaskLink, { taskId: one! }, { reference });
    expect([await stateOf(old), await stateOf(await tokenOf(one!)), await taskActor()]).toEqual([null, "open", null]);
    setClock(new Date(Date.now() + 31 * 86_400_000).toISOString());
    expect(await stateOf(await tokenOf(one!))).toBeNull();
  });

  test("answered, it may be read and corrected until the case is answered; then, or withdrawn, there is nothing left to do", async () => {
    const { reference, taskIds: [one, two] } = await askedCase([marketing, accounting]);
    await openAs(jar, one!);
    expect(await perform(await actor(), answerTask, { ...done, note: "Fait" }, { reference })).toHaveProperty("ok");
    expect(await stateOf(await tokenOf(one!))).toBe("answered");
    await openAs(jar, one!);
    expect((await departmentTask(await actor()))?.answer).toMatchObject({ outcome: "done", note: "Fait" });
    expect(await perform(await actor(), answerTask, { ...done, outcome: "nothing-found" }, { reference })).toHaveProperty("ok");
    const held = await actor();
    await answerCase(await newStaff("dpo"), reference, new Date(Date.now()));
    for (const id of [one!, two!]) {
      expect(await stateOf(await tokenOf(id))).toBe("ended");
      expect(await openTaskSession(await tokenOf(id))).toBeNull();
    }
    expect(await taskActor()).toBeNull();
    expect(await perform(held, answerTask, done, { reference })).toEqual({ refused: "not-allowed-now" });
    expect(await departmentTask(held)).toBeNull();
  });

  test("a session ends after thirty idle minutes and after two hours", async () => {
    const { taskIds: [one] } = await askedCase([marketing]);
    const after = async (created: number, seen: number) => {
      await openAs(jar, one!);
      const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
      await db().taskSession.updateMany({ where: { taskId: one! }, data: { createdAt: ago(created), lastSeenAt: ago(seen) } });
      return (await taskActor()) !== null;
    };
    expect([await after(29, 29), await after(31, 31), await after(119, 1), await after(121, 1)]).toEqual([true, false, true, false]);
  });
});

describe("a task's actor is nobody else", () => {
  test("of another case, of staff or of the person it gives no command; nor do they answer the task", async () => {
    const { reference, taskIds: [one] } = await askedCase([marketing]);
    const other = await askedCase([marketing]);
    await openAs(jar, one!);
    const held = await actor();
    await expect(perform(held, answerTask, done, { reference: other.reference })).rejects.toThrow(NotFound);
    await expect(perform(held, withdrawRequest, {}, { reference })).rejects.toThrow(NotFound);
    await expect(perform(held, withdrawTask, { taskId: one! }, { reference })).rejects.toThrow(NotFound);
    await expect(perform(requesterOf(reference), answerTask, done, { reference })).rejects.toThrow(NotFound);
    expect(await perform(await newStaff("dpo"), answerTask, done, { reference })).toEqual({ refused: "no-permission" });
  });

  test("its files are its own: not the person's, not another task's; staff have them once it has answered", async () => {
    const { reference, taskIds: [one, two] } = await askedCase([marketing, accounting]);
    await openAs(jar, one!);
    expect((await upload()).status).toBe(201);
    const [file] = await db().file.findMany({ where: { taskId: one! } });
    const status = async () => (await serveKeptFile(get(`/api/files/${file!.id}`), file!.id)).status;
    expect([file?.purpose, file?.pending, await status()]).toEqual(["task", true, 200]);
    await openAs(jar, two!);
    expect([await status(), (await departmentTask(await actor()))?.waiting]).toEqual([404, []]);
    jar.clear();
    await asRequester(jar, reference);
    expect([await status(), (await followed(requesterOf(reference)))?.waiting]).toEqual([404, []]);
    await asStaff(jar, "agent");
    expect(await status()).toBe(404);
    jar.delete("__Host-office");
    await openAs(jar, one!);
    await perform(await actor(), answerTask, done, { reference });
    jar.clear();
    const agent = await asStaff(jar, "agent");
    expect([await status(), (await caseOf(agent, reference))?.tasks.find(({ id }) => id === one)?.answers[0]?.fileIds]).toEqual([200, [file!.id]]);
    jar.clear();
    await asRequester(jar, reference);
    expect(await status()).toBe(404);
  });

  test("without a session nothing is uploaded; what was never sent goes with the day, or with the task", async () => {
    const { reference, taskIds: [one] } = await askedCase([marketing]);
    expect((await upload()).status).toBe(401);
    await openAs(jar, one!);
    await upload();
    await perform(await newStaff("agent"), withdrawTask, { taskId: one! }, { reference });
    expect([await db().file.count({ where: { taskId: one! } }), (await upload()).status]).toEqual([0, 401]);
    const again = await askedCase([marketing]);
    await openAs(jar, again.taskIds[0]!);
    await upload();
    await db().file.updateMany({ where: { taskId: again.taskIds[0]! }, data: { createdAt: new Date(Date.now() - 25 * 3_600_000) } });
    await sweep({}, { jobId: "1", attempt: 1, isLastAttempt: false });
    expect(await db().file.count({ where: { taskId: again.taskIds[0]! } })).toBe(0);
  });
});

test("a department's file goes into the reply as a copy, with one press and without a download; only by who handles cases", async () => {
  const { reference, taskIds: [one] } = await askedCase([marketing]);
  await openAs(jar, one!);
  await upload();
  await perform(await actor(), answerTask, done, { reference });
  const [file] = await db().file.findMany({ where: { taskId: one! } });
  jar.clear();
  expect(await attachTaskFile(await asStaff(jar, "auditor"), reference, file!.id)).toBeNull();
  const agent = await asStaff(jar, "agent");
  expect(await attachTaskFile(agent, await newCase(), file!.id)).toBeNull();
  expect(await attachTaskFile(agent, reference, file!.id)).toEqual({ ok: true });
  const [copy] = await db().file.findMany({ where: { reference, purpose: "reply" } });
  expect(copy).toMatchObject({ pending: true, staffId: agent.id, taskId: null });
  expect(await (await serveKeptFile(get(`/api/files/${copy!.id}`), copy!.id)).text()).toContain("CANARY-FILE-TEXT");
  await answerCase(await newStaff("dpo"), reference, new Date(Date.now()));
  expect((await followed(requesterOf(reference)))?.replies[0]?.files.map(({ name }) => name)).toEqual(["CANARY-NAME.json"]);
  expect(await db().file.count({ where: { taskId: one! } })).toBe(1);
});

describe("the mails", () => {
  test("one to each department with its links, in its language, once; with neither a name nor what is asked", async () => {
    const { reference, taskIds } = await askedCase([marketing, accounting, marketing]);
    const mails = await sent(server, () => tellDepartments(reference, 2));
    expect(mails.map(({ to }) => to).sort()).toEqual([`${marketing}@service.example`, `${accounting}@service.example`].sort());
    const ofMarketing = mails.find(({ to }) => to.startsWith(marketing))!;
    expect(ofMarketing.text.match(/\/fr\/task\/[\w-]{64}/g)).toHaveLength(2);
    expect(mails.find(({ to }) => to.startsWith(accounting))?.text).toContain(`/en/task/${await tokenOf(taskIds[1]!)}`);
    for (const { subject, text, html } of mails) expect(`${subject}${text}${html}`).not.toMatch(/canary/i);
    expect(ofMarketing.subject).toContain(reference);
  });

  test("refused for good: staff see it, and another link is sent", async () => {
    const { reference, taskIds: [one] } = await askedCase([marketing]);
    server.answer({ at: "rcpt", code: 550 });
    await tellDepartments(reference);
    server.answer(null);
    const agent = await newStaff("agent");
    expect((await caseOf(agent, reference))?.tasks[0]?.mail).toBe("failed");
    await perform(agent, sendTaskLink, { taskId: one! }, { reference });
    const mails = await sent(server, () => tellDepartments(reference));
    expect(mails.map(({ text }) => text.includes("/fr/task/"))).toEqual([true]);
    expect((await caseOf(agent, reference))?.tasks[0]?.mail).toBe("sent");
  });

  test("withdrawn or closed: told once, and not at all where the first mail never left", async () => {
    const two = await askedCase([marketing, accounting]);
    await tellDepartments(two.reference);
    await perform(requesterOf(two.reference), withdrawRequest, {}, { reference: two.reference });
    const ended = await sent(server, () => tellDepartments(two.reference, 3));
    expect(ended.map(({ to }) => to).sort()).toEqual([`${marketing}@service.example`, `${accounting}@service.example`].sort());
    for (const { text } of ended) expect(text).not.toMatch(/\/task\/|canary/i);
    const never = await askedCase([marketing]);
    await perform(await newStaff("agent"), withdrawTask, { taskId: never.taskIds[0]! }, { reference: never.reference });
    expect(await sent(server, () => tellDepartments(never.reference))).toEqual([]);
  });
});

test("the case knows whom it waits for: its page, its row, the filter", async () => {
  const { reference, taskIds: [one, two] } = await askedCase([marketing, accounting]);
  const agent = await newStaff("agent");
  const row = async () => (await queue(agent, { state: "department" })).rows.find((each) => each.reference === reference);
  expect(await row()).toMatchObject({ waitingFor: "department", tasks: [{ isLate: false }, { isLate: false }] });
  await db().departmentTask.update({ where: { id: one! }, data: { dueOn: new Date("2020-01-02") } });
  expect((await row())?.tasks.map(({ isLate }) => isLate).sort()).toEqual([false, true]);
  for (const id of [one!, two!]) {
    await openAs(jar, id);
    await perform(await actor(), answerTask, done, { reference });
  }
  expect([await row(), (await loadCase(reference))?.row.waitingFor, (await loadCase(reference))?.row.taskDueOn]).toEqual([undefined, "staff", null]);
});

test("nothing of it reaches the person, nor stands readable in the database; with the case file it ends", async () => {
  const { reference, taskIds: [one] } = await askedCase([marketing], { words: "Perlimpinpin" });
  await openAs(jar, one!);
  await upload(json("Abracadabra", "Sésame-ouvre-toi.json"));
  await perform(await actor(), answerTask, { outcome: "exception", reason: "must-keep", note: "Turlututu-chapeau", kept: [] }, { reference });
  const space = JSON.stringify(await followed(requesterOf(reference)));
  for (const secret of ["Perlimpinpin", "Turlututu", "Sésame", "Marketing", marketing, "Task"]) expect(space).not.toContain(secret);
  const dump = await databaseText();
  for (const secret of ["Perlimpinpin", "Turlututu", "Sésame", "Abracadabra", await tokenOf(one!)]) expect(formFound(dump, secret), secret).toBeNull();
  await perform(requesterOf(reference), withdrawRequest, {}, { reference });
  expect(await db().event.findMany({ where: { reference, type: "LetterSent" } })).toEqual([]);
  await perform(systemActor(), purgeCaseFile, {}, { reference });
  expect([await db().departmentTask.count({ where: { reference } }), await db().taskSession.count({ where: { taskId: one! } }), await db().file.count({ where: { reference } })]).toEqual([0, 0, 0]);
  expect((await caseOf(await newStaff("agent"), reference))?.tasks).toMatchObject([{ words: "", answers: [], department: null }]);
  expect(await stateOf(await tokenOfPurged(one!))).toBeNull();
});

async function tokenOfPurged(taskId: string): Promise<string> {
  return (await import("./link")).linkToken(taskId, 1);
}
