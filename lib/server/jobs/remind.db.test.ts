import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { takeCase } from "@/lib/request/handle/take-case";
import { addDays } from "@/lib/law/calendar";
import { defaultSettings } from "@/lib/law/clock-settings";
import { now } from "../clock";
import { db } from "../db";
import { newCase, newMember, newStaff, newTeam } from "../fixtures/cases";
import { log } from "../log";
import { startMailServer, type TestMailServer } from "../mail/fixtures/mail-server";
import { perform } from "../perform";
import { address, day, morning, row, run, sent, setClock } from "./fixtures/mornings";
import { remind } from "./remind";
import { sendDigest } from "./send-digest";

let server: TestMailServer;
let agent: string;
let dpo: string;

beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
});

afterAll(() => server.close());

beforeEach(async () => {
  // Those of the test before have nothing to do with this one.
  await db().subjectRequest.updateMany({ data: { state: "withdrawn", assigneeId: null, suspended: false } });
  await db().staff.updateMany({ data: { disabledAt: now() } });
  await db().digest.deleteMany({});
  [agent, dpo] = [(await newStaff("agent")).id, (await newStaff("dpo")).id];
});

afterEach(() => {
  delete process.env.RIGHTSDESK_CLOCK_OFFSET_MS;
});

const jobs = async () => (await db().$queryRaw<{ key: string }[]>`select key from graphile_worker.jobs where task_identifier = 'send-digest'`).map(({ key }) => key);

/** Who is told what on each of these days, the job running twice a day: `to subject`. */
async function days(first: string, count: number): Promise<Record<string, string[]>> {
  const told: Record<string, string[]> = {};
  for (let after = 0; after < count; after += 1) {
    const on = addDays(day(first), after);
    const mails = [...(await morning(server, `${on}T08:00:00Z`)), ...(await morning(server, `${on}T17:00:00Z`))];
    if (mails.length > 0) told[on] = mails.map(({ to, subject }) => `${to === address(agent) ? "agent" : to === address(dpo) ? "dpo" : to} ${subject}`).sort();
  }
  return told;
}

const soon = (who: string) => `${who} 1 demande à rendre sous 7\u00a0jours`;
const late = (who: string) => `${who} 1 demande en retard`;

describe("each reminder on its day, once, to the right people", () => {
  test("of somebody who is away: also to who stands in, if they see the case and are here; else to the DPOs", async () => {
    const [standIn, narrow] = [await newStaff("agent"), await newMember(["agent"], null, "own")];
    const away = { awayFrom: new Date("2026-12-01"), awayUntil: new Date("2026-12-31") };
    const told = async (standInId: string | null) => {
      await db().subjectRequest.updateMany({ data: { state: "withdrawn" } });
      await db().digest.deleteMany({});
      await db().staff.update({ where: { id: agent }, data: { ...away, standInId } });
      await row({ dueOn: "2026-12-23", assigneeId: agent });
      return (await morning(server, "2026-12-16T08:00:00Z")).map(({ to }) => to).sort();
    };
    expect(await told(standIn.id)).toEqual([address(agent), address(standIn.id)].sort());
    for (const nobody of [null, narrow.id]) expect(await told(nobody)).toEqual([address(agent), address(dpo)].sort());
    await db().staff.update({ where: { id: standIn.id }, data: away });
    expect(await told(standIn.id)).toEqual([address(agent), address(dpo)].sort());
    await db().staff.update({ where: { id: agent }, data: { awayFrom: null } });
    await db().digest.deleteMany({});
    await row({ dueOn: "2026-12-24", assigneeId: agent });
    expect((await morning(server, "2026-12-17T08:00:00Z")).map(({ to }) => to)).toEqual([address(agent)]);
  });

  test("a case one no longer sees is left out of the mail that was decided before", async () => {
    const member = await newMember(["agent"], await newTeam(), "team");
    const reference = await row({ dueOn: "2026-12-23", assigneeId: member.id });
    setClock("2026-12-16T08:00:00Z");
    await remind({}, run);
    await db().subjectRequest.update({ where: { reference }, data: { assigneeId: agent } });
    const digest = await db().digest.findFirstOrThrow({ where: { staffId: member.id } });
    expect(await sent(server, () => sendDigest({ digestId: digest.id }, run))).toEqual([]);
  });

  test("of a case somebody has: target, 7, 3, 1 days before, on the day; every day when overdue, the DPO as well", async () => {
    await row({ dueOn: "2026-12-23", targetOn: "2026-12-18", assigneeId: agent });
    expect(await days("2026-12-14", 12)).toEqual({
      "2026-12-16": [soon("agent")],
      "2026-12-18": ["agent 1 demande à l’objectif interne"],
      "2026-12-20": [soon("agent")],
      "2026-12-22": [soon("agent")],
      "2026-12-23": ["agent 1 demande à rendre aujourd’hui"],
      "2026-12-24": [late("agent"), late("dpo")],
      "2026-12-25": [late("agent"), late("dpo")],
    });
  });

  test("of a case nobody has, or only somebody who left or may not handle it: the DPOs alone", async () => {
    const gone = (await newStaff("agent")).id;
    await db().staff.update({ where: { id: gone }, data: { disabledAt: now() } });
    for (const assigneeId of [null, gone, (await newStaff("auditor")).id]) await row({ dueOn: "2026-12-08", assigneeId });
    const mails = await morning(server, "2026-12-07");
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([[address(dpo), "3 demandes à rendre sous 7\u00a0jours"]]);
    expect(mails[0]?.text.match(/pas encore attribuée/g)).toHaveLength(2);
  });

  test("one mail a person and day, whatever it holds, in their language", async () => {
    await db().staff.update({ where: { id: agent }, data: { locale: "en" } });
    for (const dueOn of ["2026-12-01", "2026-12-05", "2026-12-07", "2026-12-08", "2026-12-14"]) await row({ dueOn, assigneeId: agent });
    const mails = await morning(server, "2026-12-07");
    expect(mails.map(({ to, subject }) => [to, subject]).sort()).toEqual([[address(agent), "2 requests overdue, 1 due today, 2 due within 7 days"], [address(dpo), "2 demandes en retard"]].sort());
    expect(mails.find(({ to }) => to === address(agent))?.text).toContain("Automatic message of the office");
  });

  test("a case that changes hands is told to whoever has it then; what comes up after somebody’s mail of the day comes with the next", async () => {
    const reference = await row({ dueOn: "2026-12-10" });
    expect((await morning(server, "2026-12-07")).map(({ to }) => to)).toEqual([address(dpo)]);
    await db().subjectRequest.update({ where: { reference }, data: { assigneeId: agent } });
    await row({ dueOn: "2026-12-10", assigneeId: dpo });
    expect((await morning(server, "2026-12-07T14:00:00Z")).map(({ to }) => to)).toEqual([address(agent)]);
    expect((await morning(server, "2026-12-08")).map(({ to }) => to)).toEqual([address(dpo)]);
  });
});

test("after days without a worker, and for a case recorded late: the tightest date alone", async () => {
  await row({ dueOn: "2026-12-10", targetOn: "2026-12-04", assigneeId: agent });
  expect(await days("2026-12-08", 3)).toEqual({ "2026-12-08": [soon("agent")], "2026-12-09": [soon("agent")], "2026-12-10": ["agent 1 demande à rendre aujourd’hui"] });
});

test("a due date that moves later begins anew", async () => {
  const reference = await row({ dueOn: "2026-12-10", assigneeId: agent });
  expect(Object.keys(await days("2026-12-07", 2))).toEqual(["2026-12-07"]);
  await db().subjectRequest.update({ where: { reference }, data: { dueOn: new Date("2026-12-17") } });
  expect(Object.keys(await days("2026-12-09", 9))).toEqual(["2026-12-10", "2026-12-14", "2026-12-16", "2026-12-17"]);
});

test("of a suspended case nothing, but that it has been so for as many days as the policy says, once", async () => {
  await row({ dueOn: "2026-12-20", targetOn: "2026-12-01", suspendedOn: "2026-11-20", assigneeId: agent });
  expect(await days("2026-12-15", 12)).toEqual({ "2026-12-20": ["agent 1 demande au délai suspendu depuis longtemps"] });
  await db().clockSettings.create({ data: { version: 1, at: new Date("2026-12-27T00:00:00Z"), staffId: dpo, content: { ...defaultSettings, policy: { ...defaultSettings.policy, lapseAlarmDays: 10 } } } });
  await row({ suspendedOn: "2026-12-18" });
  expect(await days("2026-12-26", 5)).toEqual({ "2026-12-28": ["dpo 1 demande au délai suspendu depuis longtemps"] });
  await db().clockSettings.deleteMany({});
});

test("of a suspended case what is due at once is said all the same, once", async () => {
  await row({ dueOn: "2026-12-31", targetOn: "2026-12-09", suspendedOn: "2026-12-08", effectAtOnce: true, assigneeId: agent });
  await row({ dueOn: "2026-12-31", targetOn: "2026-12-09", suspendedOn: "2026-12-08", assigneeId: agent });
  expect(await days("2026-12-08", 4)).toEqual({ "2026-12-09": ["agent 1 demande à l’objectif interne"] });
  expect(await morning(server, "2026-12-20")).toEqual([]);
});

test("a case that owes no answer is silent, also when its reply or a suspension came between deciding and sending", async () => {
  for (const state of ["answered", "withdrawn", "message-after-reply"]) await row({ dueOn: "2026-12-01", state, assigneeId: agent });
  expect(await morning(server, "2026-12-07")).toEqual([]);
  const [replied, suspended] = [await row({ dueOn: "2026-12-10", assigneeId: agent }), await row({ dueOn: "2026-12-10", assigneeId: agent })];
  setClock("2026-12-07T10:00:00Z");
  await remind({}, run);
  await db().subjectRequest.update({ where: { reference: replied }, data: { state: "answered" } });
  await db().subjectRequest.update({ where: { reference: suspended }, data: { suspended: true, suspendedOn: new Date("2026-12-07") } });
  expect(await morning(server, "2026-12-07T10:00:00Z")).toEqual([]);
  expect(await db().digest.count({ where: { sentAt: null } })).toBe(0);
});

test.each([
  ["2026-12-07T05:59:00Z", 0],
  ["2026-12-07T06:00:00Z", 1],
  ["2026-07-07T04:59:00Z", 0],
  ["2026-07-07T05:00:00Z", 1],
  ["2026-07-07T21:59:00Z", 1],
])("not before seven where the controller is, summer and winter: %s", async (instant, count) => {
  await row({ dueOn: "2026-01-05", assigneeId: agent });
  expect((await morning(server, instant)).filter(({ to }) => to === address(agent))).toHaveLength(count);
});

test("with nobody to tell it is an alarm, and nothing is lost: a DPO who comes at ten is told at ten", async () => {
  const alarm = vi.spyOn(log, "error");
  await db().staff.update({ where: { id: dpo }, data: { disabledAt: now() } });
  await row({ dueOn: "2026-12-10" });
  expect(await morning(server, "2026-12-07")).toEqual([]);
  expect(alarm.mock.calls).toEqual([[{ code: "reminders_for_nobody", count: 1 }]]);
  const other = (await newStaff("dpo")).id;
  expect((await morning(server, "2026-12-07T10:00:00Z")).map(({ to }) => to)).toEqual([address(other)]);
  alarm.mockRestore();
});

test("many runs at once decide once: one digest and one job a person; sending again sends nothing", async () => {
  for (let made = 0; made < 30; made += 1) await row({ dueOn: "2026-12-10", assigneeId: made % 2 ? agent : null });
  setClock("2026-12-07");
  await Promise.all(Array.from({ length: 6 }, () => remind({}, run)));
  await remind({}, run);
  const digests = await db().digest.findMany({ include: { _count: { select: { reminders: true } } } });
  expect(digests.map(({ staffId, _count }) => [staffId, _count.reminders]).sort()).toEqual([[agent, 15], [dpo, 15]].sort());
  expect((await jobs()).sort()).toEqual(expect.arrayContaining(digests.map(({ id }) => `digest:${id}`).sort()));
  const mails = await sent(server, async () => {
    for (let times = 0; times < 2; times += 1) for (const { id } of digests) await sendDigest({ digestId: id }, run);
  });
  expect(mails.map(({ id }) => id).sort()).toEqual(digests.map(({ id }) => `<${id}.digest@localhost>`).sort());
});

test("decided and to be sent are one: if the job cannot be written, nothing was decided", async () => {
  await row({ dueOn: "2026-12-10", assigneeId: agent });
  setClock("2026-12-07");
  await db().$executeRaw`alter table graphile_worker._private_jobs rename to away`;
  await expect(remind({}, run)).rejects.toThrow();
  await db().$executeRaw`alter table graphile_worker.away rename to _private_jobs`;
  expect([await db().digest.count(), await db().reminder.count()]).toEqual([0, 0]);
  expect(await morning(server, "2026-12-07")).toHaveLength(1);
});

test("a mail server that was away for days: what is still so is told, nothing twice", async () => {
  const [gone, stays] = [await row({ dueOn: "2026-12-09", assigneeId: agent }), await row({ dueOn: "2026-12-14", assigneeId: agent })];
  await row({ dueOn: "2026-12-01", assigneeId: agent });
  server.answer({ at: "data", code: 451 });
  for (const on of ["2026-12-07", "2026-12-08"]) await expect(morning(server, on)).rejects.toThrow("mail-deferred");
  server.answer(null);
  await db().subjectRequest.update({ where: { reference: gone }, data: { state: "answered" } });
  const mails = (await morning(server, "2026-12-09")).filter(({ to }) => to === address(agent));
  expect(mails.map(({ subject }) => subject)).toEqual([soon("agent").slice(6), late("agent").slice(6)]);
  expect(mails[0]?.text).toContain(stays);
});

test("a mail that will never be taken is an alarm, and the next day tells again", async () => {
  const alarm = vi.spyOn(log, "error");
  await row({ dueOn: "2026-12-01", assigneeId: agent });
  await db().staff.update({ where: { id: dpo }, data: { disabledAt: now() } });
  server.answer({ at: "rcpt", code: 550 });
  await morning(server, "2026-12-07");
  expect(alarm.mock.calls).toEqual([[{ code: "digest_not_sent", staffId: agent, jobId: "1" }]]);
  server.answer(null);
  expect((await morning(server, "2026-12-08")).map(({ subject }) => subject)).toEqual([late("agent").slice(6)]);
  alarm.mockRestore();
});

test("no name, address, word or file of the person is in the mail", async () => {
  const actor = await newStaff("agent");
  const reference = await newCase();
  await perform(actor, takeCase, {}, { reference });
  const { dueOn } = await db().subjectRequest.findUniqueOrThrow({ where: { reference } });
  const mails = await morning(server, dueOn.toISOString().slice(0, 10));
  expect(mails.map(({ to }) => to)).toEqual([address(actor.id)]);
  const { subject, text, html } = mails[0] ?? { subject: "", text: "", html: "" };
  for (const said of [text, html]) expect(said).toContain(`http://localhost:3000/office/requests/${reference}`);
  expect(`${subject} ${text} ${html} ${server.received.at(-1)?.raw}`).not.toMatch(/canary|durand|staff [0-9a-f]{4}/i);
});

test("deciding costs the same number of statements for one case as for a batch of them", async () => {
  const statements = async (instant: string) => {
    setClock(instant);
    const spy = vi.spyOn(pg.Client.prototype, "query");
    await remind({}, run);
    const count = spy.mock.calls.length;
    spy.mockRestore();
    return count;
  };
  await row({ dueOn: "2026-12-10", assigneeId: agent });
  await row({ dueOn: "2026-12-10" });
  const few = await statements("2026-12-07");
  for (let made = 0; made < 150; made += 1) await row({ dueOn: "2026-12-11", assigneeId: made % 3 ? agent : null });
  expect(await statements("2026-12-08")).toBe(few);
  // Departments included: four when none is to be told.
  expect(few).toBeLessThanOrEqual(18);
});
