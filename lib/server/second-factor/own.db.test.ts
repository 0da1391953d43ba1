import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { StaffActor } from "../actor";
import { db } from "../db";
import { newStaff } from "../fixtures/cases";
import { askPasswordLink } from "../forgotten-password";
import { sendPasswordLink } from "../jobs/send-password-link";
import { sendSecurityNotice } from "../jobs/send-security-notice";
import { startMailServer, type TestMailServer } from "../mail/fixtures/mail-server";
import { closeMail } from "../mail/transport";
import { endOtherSessions, endOwnSession, liveSessions } from "../own-sessions";
import { linkState, newSetUpLink, setPassword } from "../set-up";
import { addStaff, changeRoles, renewLink, resetFactor, setDisabled } from "../staff";
import { endSession, sessionToken, actorOfToken, type Started } from "../staff-session";
import { actorOf, codeOf, noticesTo, password, pastPassword, type Person, person, withApp } from "./fixtures/apps";
import { offered } from "./app";
import { beginOwnApp, confirmOwnApp, removeOwnApp, replaceRecoveryCodes } from "./own";
import { OperatorError, resetFactorByOperator } from "./operator";
import { setFactorForAll } from "./settings";
import { stepUp } from "./step-up";

let agent: Person;
let server: TestMailServer;
beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
});
afterAll(() => {
  closeMail();
  return server.close();
});
beforeEach(async () => {
  server.received.length = 0;
  await db().throttle.deleteMany({});
  await db().signInSettings.deleteMany({});
  agent = await person("agent");
});
afterEach(() => {
  delete process.env.RIGHTSDESK_CLOCK_OFFSET_MS;
});

function later(seconds: number): void {
  process.env.RIGHTSDESK_CLOCK_OFFSET_MS = String(seconds * 1000);
}
const begin = async (who: Person, words: string | null = null) => (await pastPassword(who, { words })) as Started;
const isAlive = async (started: Started) => (await actorOfToken(await sessionToken(started))) !== null;
const stale = (actor: StaffActor): StaffActor => ({ ...actor, provenAt: new Date(Date.now() - 301_000) });

describe("AC7, AU7: what gives rights asks again", () => {
  test("five minutes after the last proof nobody adds, changes, lets in, resets or sets anything", async () => {
    const admin = await newStaff("administrator");
    const { id } = agent;
    const each = (who: StaffActor) => [addStaff(who, { name: "Ana", email: `${randomUUID()}@example.org`, roles: ["agent"], teamId: null, caseScope: "all" }), changeRoles(who, id, ["dpo"]), setDisabled(who, id, true), renewLink(who, id), resetFactor(who, id), setFactorForAll(who, true)];
    for (const answer of await Promise.all([...each(stale(admin)), ...each({ ...admin, provenAt: null })])) expect(answer).toEqual({ refused: "proof-not-fresh" });
    for (const change of [beginOwnApp, removeOwnApp, replaceRecoveryCodes, (who: StaffActor) => confirmOwnApp(who, "000000", null)]) expect(await change(stale(admin))).toEqual({ refused: "proof-not-fresh" });
    expect(await db().staff.findUnique({ where: { id }, select: { roles: true, disabledAt: true } })).toEqual({ roles: ["agent"], disabledAt: null });
  });

  test("a code makes it fresh, under a new session id; the old cookie is nobody's; twelve hours stay twelve hours", async () => {
    const started = await withApp(await person("administrator"));
    later(400);
    const before = await actorOf(started);
    expect(await stepUp(before, "000000")).toEqual({ error: "wrong" });
    expect(await stepUp(before, codeOf(started.secret, -90))).toEqual({ error: "wrong" });
    const both = await Promise.all([stepUp(before, codeOf(started.secret)), stepUp(before, codeOf(started.secret))]);
    const renewed = both.find((one) => "sid" in one) as Started;
    expect(both.filter((one) => "sid" in one)).toHaveLength(1);
    expect([await isAlive(started), await isAlive(renewed)]).toEqual([false, true]);
    expect((await actorOf(renewed)).provenAt!.getTime()).toBeGreaterThan(before.provenAt!.getTime());
    const [old, now] = await Promise.all([started, renewed].map(({ sid }) => db().staffSession.findUniqueOrThrow({ where: { id: sid } })));
    expect([now!.createdAt, now!.twoFactors]).toEqual([old!.createdAt, true]);
    expect(await db().event.count({ where: { type: "SecondFactorGiven", actor: `staff:${started.staffId}` } })).toBe(1);
  });

  test("who has no app gives the password; that is no second factor", async () => {
    const started = await begin(agent);
    const actor = await actorOf(started);
    expect(await stepUp(actor, "wrong")).toEqual({ error: "wrong" });
    const renewed = (await stepUp(actor, password)) as Started;
    expect(await isAlive(renewed)).toBe(true);
    await db().signInSettings.create({ data: { version: 1, at: new Date(), staffId: agent.id, isFactorForAll: true } });
    expect(await isAlive(renewed)).toBe(false);
  });

  test("ten wrong ones slow it down", async () => {
    const actor = await actorOf(await withApp(agent));
    for (let tries = 0; tries < 10; tries += 1) expect(await stepUp(actor, "000000")).toEqual({ error: "wrong" });
    expect(await stepUp(actor, "000000")).toMatchObject({ error: "slow-down" });
  });
});

describe("one's own app", () => {
  test("set up, its session stays and all others end; another phone takes its place; taken away where nobody needs it", async () => {
    const other = await begin(agent);
    const first = await withApp(agent);
    expect([await isAlive(other), await isAlive(first)]).toEqual([false, true]);
    const second = await withAnother(first);
    expect([await isAlive(first), await isAlive(second)]).toEqual([false, true]);
    const actor = await actorOf(second);
    expect(await stepUp(actor, codeOf(first.secret, 30))).toEqual({ error: "wrong" });
    expect(await stepUp(actor, first.recoveryCodes[0] as string)).toEqual({ error: "wrong" });
    await db().signInSettings.create({ data: { version: 1, at: new Date(), staffId: agent.id, isFactorForAll: true } });
    expect(await removeOwnApp(actor)).toEqual({ refused: "needed" });
    await db().signInSettings.deleteMany({});
    expect(await removeOwnApp(actor)).toEqual({ ok: true });
    expect([await isAlive(second), await db().recoveryCode.count({ where: { staffId: agent.id } })]).toEqual([false, 0]);
    expect(await removeOwnApp(actor)).toEqual({ refused: "none" });
    expect(await noticesTo(agent)).toEqual(["factor-set", "factor-set", "factor-removed"]);
  });

  test("AU7: a session that a new password ended sets up nothing that opens another", async () => {
    const actor = await actorOf(await begin(agent));
    await beginOwnApp(actor);
    const { secret } = (await offered(actor))!;
    expect(await setPassword((await newSetUpLink(agent.id)).split("/").at(-1)!, "un autre long mot de passe")).toEqual({ ok: true });
    expect(await confirmOwnApp(actor, codeOf(secret), null)).toEqual({ refused: "wrong" });
    expect(await db().secondFactor.count({ where: { staffId: agent.id, confirmed: true } })).toBe(0);
  });

  test("until the new one's first code the app before goes on", async () => {
    const first = await withApp(agent);
    const actor = await actorOf(first);
    await beginOwnApp(actor);
    expect(await confirmOwnApp(actor, codeOf(first.secret, 30), null)).toEqual({ refused: "wrong" });
    expect(await stepUp(actor, codeOf(first.secret, 30))).toMatchObject({ sid: expect.any(String) });
  });

  test("new recovery codes take the place of those before", async () => {
    const started = await withApp(agent);
    const { recoveryCodes } = (await replaceRecoveryCodes(await actorOf(started))) as { recoveryCodes: string[] };
    expect(await stepUp(await actorOf(started), started.recoveryCodes[0] as string)).toEqual({ error: "wrong" });
    expect(await stepUp(await actorOf(started), recoveryCodes[0] as string)).toMatchObject({ sid: expect.any(String) });
    expect(await replaceRecoveryCodes(await actorOf(await begin(await person("agent"))))).toEqual({ refused: "none" });
  });

  async function withAnother(first: Started) {
    const actor = await actorOf(first);
    await beginOwnApp(actor);
    const { offered } = await import("./app");
    const done = await confirmOwnApp(actor, codeOf((await offered(actor))!.secret), null);
    if ("refused" in done) throw new Error(done.refused);
    return done;
  }
});

test("an administrator takes somebody's lost factor away: sessions end, they are told, it is on record; not one's own", async () => {
  const [admin, dpo] = [await newStaff("administrator"), await person("dpo")];
  const started = await withApp(dpo);
  expect(await resetFactor(await newStaff("dpo"), dpo.id)).toEqual({ refused: "no-permission" });
  expect(await resetFactor(admin, admin.id)).toEqual({ refused: "own" });
  expect(await resetFactor(admin, agent.id)).toEqual({ refused: "unknown" });
  expect(await resetFactor(admin, dpo.id)).toEqual({ ok: true });
  expect(await isAlive(started)).toBe(false);
  expect(await noticesTo(dpo)).toEqual(["factor-set", "factor-reset"]);
  expect(await db().event.findFirst({ where: { type: "SecondFactorReset" }, select: { actor: true, data: true } })).toEqual({ actor: `staff:${admin.id}`, data: { staffId: dpo.id } });
  expect(await pastPassword(dpo)).toMatchObject({ to: "factor" });
});

test("who runs the portal takes the only administrator's lost factor away: on record, told by mail; an address of nobody is told", async () => {
  const admin = await person("administrator");
  const started = await withApp(admin);
  await expect(resetFactorByOperator("nobody@example.org")).rejects.toThrow(OperatorError);
  await resetFactorByOperator(` ${admin.email.toUpperCase()}`);
  expect([await isAlive(started), (await noticesTo(admin)).at(-1)]).toEqual([false, "factor-reset"]);
  expect(await db().event.findFirst({ where: { type: "SecondFactorReset", actor: "system" }, select: { data: true } })).toEqual({ data: { staffId: admin.id } });
  await expect(resetFactorByOperator(admin.email)).rejects.toThrow(OperatorError);
});

test("one's sessions: those that live, of oneself alone; one ends, then all others; nobody ends another's", async () => {
  const [one, two, three] = [await begin(agent, "Firefox, Linux"), await begin(agent, "Safari, iPhone"), await begin(agent)];
  const theirs = await begin(await person("agent"));
  const me = await actorOf(one);
  expect((await liveSessions(me)).map(({ id, device }) => [id, device]).sort()).toEqual([[one.sid, "Firefox, Linux"], [two.sid, "Safari, iPhone"], [three.sid, null]].sort());
  await endOwnSession(me, theirs.sid);
  await endOwnSession(me, "x");
  await endOwnSession(me, two.sid);
  expect(await Promise.all([one, two, three, theirs].map(isAlive))).toEqual([true, false, true, true]);
  await endOtherSessions(me);
  expect(await Promise.all([one, three, theirs].map(isAlive))).toEqual([true, false, true]);
  expect((await liveSessions(me)).map(({ id }) => id)).toEqual([one.sid]);
  later(31 * 60);
  expect(await liveSessions(me)).toEqual([]);
  await endSession(one.sid);
});

describe("a forgotten password", () => {
  const run = { jobId: "1", attempt: 1, isLastAttempt: false };
  const asked = async () => (await db().$queryRaw<{ staffId: string }[]>`select payload->>'staffId' as "staffId" from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'send-password-link' order by j.id`).map(({ staffId }) => staffId);

  test("AU6, RL3: known or not, one answer and one job; three mails an hour for an address, whoever asks", async () => {
    const before = (await asked()).length;
    for (const email of [agent.email, `${randomUUID()}@example.org`]) {
      expect([await askPasswordLink(email), await askPasswordLink(email.toUpperCase()), await askPasswordLink(` ${email}`)]).toEqual([0, 0, 0]);
      expect(await askPasswordLink(email)).toBeGreaterThan(3_000);
    }
    const jobs = (await asked()).slice(before);
    expect(jobs.map((id) => id === agent.id)).toEqual([true, true, true, false, false, false]);
  });

  test("the link comes by mail, shows without being spent, and sets a password once, within thirty minutes; sessions end, none begins", async () => {
    const started = await begin(agent);
    await sendPasswordLink({ staffId: agent.id }, run);
    await sendPasswordLink({ staffId: randomUUID() }, run);
    expect(server.received.map(({ to }) => to)).toEqual([[agent.email]]);
    const token = /\/office\/set-up\/([\w-]{43})/.exec(server.received[0]!.raw.replace(/=\r\n/g, ""))?.[1] as string;
    later(29 * 60);
    expect(await linkState(token)).not.toBeNull();
    later(31 * 60);
    expect(await linkState(token)).toBeNull();
    later(60);
    const count = await db().staffSession.count({ where: { staffId: agent.id } });
    expect(await setPassword(token, "un autre long mot de passe")).toEqual({ ok: true });
    expect([await isAlive(started), await db().staffSession.count({ where: { staffId: agent.id } })]).toEqual([false, count]);
    expect(await setPassword(token, "encore un long mot de passe")).toEqual({ gone: true });
    expect((await noticesTo(agent)).at(-1)).toBe("password-set");
  });

  test("whoever has no password yet, or no access any more, is sent nothing", async () => {
    await db().staff.update({ where: { id: agent.id }, data: { disabledAt: new Date() } });
    const invited = await person("agent");
    await db().staff.update({ where: { id: invited.id }, data: { passwordHash: null } });
    for (const { id } of [agent, invited]) await sendPasswordLink({ staffId: id }, run);
    expect(server.received).toEqual([]);
  });

  test("AU13: a notice says what happened and when, in their language, and holds no secret", async () => {
    await withApp(agent);
    const event = await db().event.findFirstOrThrow({ where: { type: "SecondFactorSet" }, orderBy: { position: "desc" } });
    await sendSecurityNotice({ staffId: agent.id, eventId: event.id, notice: "factor-set" }, run);
    expect(server.received).toMatchObject([{ to: [agent.email] }]);
    expect(server.received[0]!.raw).toContain("/office/sign-in/forgotten");
    expect(server.received[0]!.raw).not.toContain("/set-up/");
  });
});
