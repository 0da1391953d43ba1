import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { StaffActor } from "../actor";
import { db } from "../db";
import type { Oidc } from "../env-oidc";
import { newStaff } from "../fixtures/cases";
import { askPasswordLink } from "../forgotten-password";
import { sendPasswordLink } from "../jobs/send-password-link";
import { actorOf, codeOf, noticesTo, password, type Person, person, withApp } from "../second-factor/fixtures/apps";
import { isFresh } from "../second-factor/fresh";
import { stepUp } from "../second-factor/step-up";
import { linkState, newSetUpLink } from "../set-up";
import { checkCredentials } from "../sign-in";
import { addStaff, releaseSignOn } from "../staff";
import { actorOfToken, sessionToken, type Started } from "../staff-session";
import { enterFromThere } from "./enter-from-there";
import { proveThere } from "./prove-there";
import { type Vouched, vouchedBy } from "./vouched";

const breakGlass = "emergency@example.org";
Object.assign(process.env, {
  OIDC_ISSUER: "https://id.company.example", OIDC_CLIENT_ID: "rightsdesk", OIDC_CLIENT_SECRET: "not-used-in-this-file", OIDC_ROLES: "dpo:privacy,agent:care,administrator:it", OIDC_AMR: "otp",
  OFFICE_ADMIN_EMAIL: breakGlass, OFFICE_ADMIN_PASSWORD: "un-lion-dort-sous-le-figuier",
});
const { env } = await import("../env");
const { ensureFirstAdministrator } = await import("../first-administrator");
const settings = env().oidc as Oidc;
const browser = { words: null, proof: null };

beforeEach(() => {
  Object.assign(settings, { isCreating: false, isOnly: false });
});

const claims = (email: string, groups: string[], more: object = {}) => ({ sub: randomUUID(), email, email_verified: true, name: "Ana\u0000 Ruiz", groups, ...more });
const vouch = (email: string, groups: string[], more: object = {}) => vouchedBy(claims(email, groups, more), settings) as Vouched;
const enter = (vouched: Vouched) => enterFromThere(vouched, "fr", browser);
const rowOf = ({ id }: { id: string }) => db().staff.findUniqueOrThrow({ where: { id } });
const isAlive = async (started: Started) => (await actorOfToken(await sessionToken(started))) !== null;
const eventsOf = async (staffId: string) => (await db().event.findMany({ where: { data: { path: ["staffId"], equals: staffId } }, orderBy: { position: "asc" } })).map(({ type, actor, data }) => ({ type, actor, data }));

describe("whose account it is", () => {
  test("an invited member is bound by verified address, told, and found by subject from then on, whatever becomes of the address", async () => {
    const ana = await person("agent");
    const vouched = vouch(ana.email.toUpperCase(), ["care", "privacy-not"]);
    expect(await enter(vouched)).toMatchObject({ staffId: ana.id });
    expect(await rowOf(ana)).toMatchObject({ issuer: settings.issuer, subject: vouched.subject, roles: ["agent"] });
    expect(await noticesTo(ana)).toEqual(["sign-on-bound", "new-device"]);
    expect(await enter({ ...vouched, email: null })).toMatchObject({ staffId: ana.id });
    expect((await eventsOf(ana.id)).map(({ type }) => type)).toEqual(["SignOnBound", "SignedIn", "SignedIn"]);
  });

  test("not by an address that is not verified, not where somebody else is bound, not the one kept for emergencies, not the disabled", async () => {
    const ana = await person("agent");
    for (const isVerified of [false, "true", 1, undefined]) expect(await enter(vouch(ana.email, ["care"], { email_verified: isVerified }))).toEqual({ refused: "unverified" });
    expect(await enter(vouch(ana.email, ["Care"]))).toEqual({ refused: "no-role" });
    await enter(vouch(ana.email, ["care"]));
    expect(await enter(vouch(ana.email, ["care"]))).toEqual({ refused: "other-account" });
    const gone = await person("agent");
    await db().staff.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
    expect(await enter(vouch(gone.email, ["care"]))).toEqual({ refused: "disabled" });
    expect((await eventsOf(gone.id)).at(-1)).toEqual({ type: "SignInFailed", actor: "nobody", data: { staffId: gone.id, changes: ["sign-on-disabled"] } });
    await db().staff.upsert({ where: { email: breakGlass }, create: { id: randomUUID(), email: breakGlass, name: "E", roles: ["administrator"] }, update: {} });
    expect(await enter(vouch(breakGlass, ["it"]))).toEqual({ refused: "break-glass" });
    const old = await person("agent");
    await db().staff.update({ where: { id: old.id }, data: { issuer: "https://old.example", subject: "1" } });
    expect(await enter(vouch(old.email, ["care"]))).toEqual({ refused: "other-account" });
  });

  test("somebody unknown only where the setting says so, once, also when two browsers come at the same moment", async () => {
    const vouched = vouch(`${randomUUID()}@example.org`, ["care"]);
    expect(await enter(vouched)).toEqual({ refused: "unknown" });
    settings.isCreating = true;
    const both = await Promise.all([enter(vouched), enter(vouched)]);
    const [row, ...others] = await db().staff.findMany({ where: { subject: vouched.subject } });
    expect(others).toEqual([]);
    expect(row).toMatchObject({ email: vouched.email, name: "Ana Ruiz", roles: ["agent"], passwordHash: null });
    expect(await Promise.all(both.map((one) => isAlive(one as Started)))).toEqual([true, true]);
    const invited = await person("agent");
    const two = vouch(invited.email, ["care"]);
    expect((await Promise.all([enter(two), enter(two), enter(two)])).every((one) => "sid" in one)).toBe(true);
    expect((await eventsOf(invited.id)).filter(({ type }) => type === "SignOnBound")).toHaveLength(1);
    expect((await eventsOf(row!.id)).filter(({ type }) => type === "StaffAdded")).toEqual([{ type: "StaffAdded", actor: "system", data: { staffId: row!.id, roles: ["agent"] } }]);
  });

  test("roles follow the claim; a change ends the sessions before, and none at all lets nobody in", async () => {
    const ana = await person("agent");
    const vouched = vouch(ana.email, ["care"]);
    const first = (await enter(vouched)) as Started;
    expect(await enter(vouched)).toMatchObject({ sid: expect.any(String) });
    expect(await isAlive(first)).toBe(true);
    expect(await enter({ ...vouched, roles: ["agent", "dpo"], twoFactors: true })).toMatchObject({ sid: expect.any(String) });
    expect([await isAlive(first), (await rowOf(ana)).roles]).toEqual([false, ["agent", "dpo"]]);
    const last = (await enter({ ...vouched, roles: ["agent"] })) as Started;
    expect(await enter({ ...vouched, roles: [] })).toEqual({ refused: "no-role" });
    expect([await isAlive(last), (await rowOf(ana)).roles]).toEqual([false, []]);
    const released = await db().$queryRaw`select 1 from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id where task.identifier = 'release-cases' and payload ->> 'staffId' = ${ana.id}`;
    expect(released, "what they had goes back to the queue").toHaveLength(1);
  });

  test("an administrator lets go of a company account: sessions end, and the one with the verified address is bound next", async () => {
    const [ana, admin] = [await person("agent"), await newStaff("administrator")];
    const started = (await enter(vouch(ana.email, ["care"]))) as Started;
    expect(await releaseSignOn(await newStaff("dpo"), ana.id)).toEqual({ refused: "no-permission" });
    expect(await releaseSignOn({ ...admin, provenAt: null }, ana.id)).toEqual({ refused: "proof-not-fresh" });
    expect(await releaseSignOn(admin, ana.id)).toEqual({ ok: true });
    expect(await releaseSignOn(admin, ana.id)).toEqual({ refused: "unknown" });
    expect(await isAlive(started)).toBe(false);
    expect(await enter(vouch(ana.email, ["care"]))).toMatchObject({ staffId: ana.id });
  });
});

describe("the second factor", () => {
  test("of the provider counts where it is what we asked for; else ours follows for who must have one", async () => {
    const dpo = await person("dpo");
    const vouched = vouch(dpo.email, ["privacy"], { amr: ["pwd"] });
    expect(await enter(vouched)).toMatchObject({ to: "factor" });
    const trusted = vouch(dpo.email, ["privacy"], { sub: vouched.subject, amr: ["pwd", "otp"], auth_time: Math.floor(Date.now() / 1000) - 10 });
    expect(await isAlive((await enter(trusted)) as Started)).toBe(true);
  });

  test("who has an app gives its code", async () => {
    const ana = await person("agent");
    await withApp(ana);
    expect(await enter(vouch(ana.email, ["care"]))).toMatchObject({ to: "code" });
  });

  test("when they signed in there is when they proved themselves; unknown is never fresh, and the future is now", async () => {
    const ana = await person("agent");
    const first = vouch(ana.email, ["care"]);
    const at = (seconds: number | null) => ({ ...first, authAt: seconds === null ? null : new Date(Date.now() + seconds * 1000) });
    const fresh = async (seconds: number | null) => isFresh(await actorOf((await enter(at(seconds))) as Started));
    expect([await fresh(null), await fresh(-3_600), await fresh(-30), await fresh(3_600)]).toEqual([false, false, true, true]);
  });

  test("AC7: proving oneself there takes the same person, just now, and two factors where they are needed", async () => {
    const ana = await person("agent");
    const vouched = vouch(ana.email, ["care"]);
    const actor = await actorOf((await enter(vouched)) as Started);
    const now = { ...vouched, authAt: new Date() };
    const prove = (said: Vouched, who: StaffActor = actor) => proveThere(who, said, Date.now());
    expect(await prove({ ...now, subject: "other" })).toEqual({ refused: "other-account" });
    expect(await prove({ ...now, authAt: null })).toEqual({ refused: "not-fresh" });
    expect(await prove({ ...now, authAt: new Date(Date.now() - 120_000) })).toEqual({ refused: "not-fresh" });
    expect(await prove({ ...now, authAt: new Date(Date.now() + 120_000) })).toEqual({ refused: "not-fresh" });
    expect(await prove(now, { ...actor, roles: ["dpo"] })).toEqual({ refused: "not-fresh" });
    expect(isFresh(await actorOf((await prove(now)) as Started))).toBe(true);
    expect((await eventsOf(ana.id)).slice(-2).map(({ type }) => type)).toEqual(["SecondFactorFailed", "SecondFactorGiven"]);
  });
});

test("AC7: who has an app of ours is asked for its code: the company's password alone is one factor", async () => {
  const ana = await person("agent");
  const vouched = { ...vouch(ana.email, ["care"]), authAt: new Date() };
  await enter(vouched);
  const { secret, ...started } = await withApp(ana);
  const actor = await actorOf(started);
  expect(await proveThere(actor, vouched, Date.now())).toEqual({ refused: "not-fresh" });
  expect((await eventsOf(ana.id)).at(-1)).toMatchObject({ type: "SecondFactorFailed" });
  const again = await stepUp(actor, codeOf(secret, 30));
  expect(again).toMatchObject({ sid: expect.any(String) });
  expect(await proveThere(await actorOf(again as Started), { ...vouched, twoFactors: true }, Date.now())).toMatchObject({ sid: expect.any(String) });
});

describe("passwords", () => {
  const run = { jobId: "1", attempt: 1, isLastAttempt: false };
  const byPassword = async ({ email }: Person) => "staffId" in (await checkCredentials(email, password, null));

  test("of whoever is bound they open nothing, and none can be chosen: neither forgotten nor by a link", async () => {
    const ana = await person("agent");
    const token = (await newSetUpLink(ana.id)).split("/").at(-1) as string;
    expect([await byPassword(ana), await linkState(token) === null]).toEqual([true, false]);
    const actor = await actorOf((await enter(vouch(ana.email, ["care"]))) as Started);
    expect([await byPassword(ana), await linkState(token)]).toEqual([false, null]);
    expect(await stepUp(actor, password)).toEqual({ error: "wrong" });
    expect(await askPasswordLink(ana.email)).toBe(0);
    await sendPasswordLink({ staffId: ana.id }, run);
    expect(await db().setUpLink.count({ where: { staffId: ana.id } })).toBe(0);
  });

  test("OIDC_ONLY leaves them to the address kept for emergencies; who is invited gets no link", async () => {
    const ana = await person("agent");
    settings.isOnly = true;
    expect(await byPassword(ana)).toBe(false);
    expect(await addStaff(await newStaff("administrator"), { name: "Bo", email: `${randomUUID()}@example.org`, roles: ["agent"], teamId: null, caseScope: "all" })).toEqual({ url: null });
    await ensureFirstAdministrator();
    expect(await checkCredentials(breakGlass, "un-lion-dort-sous-le-figuier", null)).toMatchObject({ staffId: expect.any(String) });
  });

  test("the emergency account is there at every start, and an administrator again; its own password stays", async () => {
    await ensureFirstAdministrator();
    const before = await db().staff.findUniqueOrThrow({ where: { email: breakGlass } });
    expect(await ensureFirstAdministrator()).toEqual({ kind: "exists" });
    await db().staff.update({ where: { email: breakGlass }, data: { roles: [], disabledAt: new Date() } });
    expect(await ensureFirstAdministrator()).toMatchObject({ kind: "created" });
    expect(await db().staff.findUniqueOrThrow({ where: { email: breakGlass } })).toMatchObject({ id: before.id, roles: ["administrator", "dpo"], disabledAt: null });
  });
});
