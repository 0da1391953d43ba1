import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { authOptions } from "../auth";
import { db } from "../db";
import { databaseText, formFound } from "../fixtures/dump";
import { newStaff } from "../fixtures/cases";
import { rotateVaultKey } from "../key-ring/rotate";
import { newSetUpLink, setPassword } from "../set-up";
import { changeRoles, setDisabled } from "../staff";
import { actorOfToken, sessionToken, startSession } from "../staff-session";
import { enter, enterAfterSetUp, setUpBehindPassword } from "./enter";
import { codeOf, half, noticesTo, password, pastPassword, type Person, person, withApp } from "./fixtures/apps";
import { halfOf } from "./half-session";
import { setFactorForAll } from "./settings";

let dpo: Person;
beforeEach(async () => {
  await db().throttle.deleteMany({});
  await db().signInSettings.deleteMany({});
  dpo = await person("dpo");
});
afterEach(() => {
  delete process.env.RIGHTSDESK_CLOCK_OFFSET_MS;
});

function later(seconds: number): void {
  process.env.RIGHTSDESK_CLOCK_OFFSET_MS = String(seconds * 1000);
}
const sessionsOf = ({ id }: Person) => db().staffSession.count({ where: { staffId: id } });
const alive = async (staffId: string, sid: string) => (await actorOfToken(await sessionToken({ staffId, sid }))) !== null;

describe("AU1: no way in by a password alone", () => {
  test("between password and code there is no session: what the browser holds is nobody's", async () => {
    const passed = await pastPassword(dpo, { isKnown: false });
    expect(passed).toMatchObject({ to: "factor" });
    const { half: token } = passed as { half: string };
    expect([await actorOfToken(token), await sessionsOf(dpo)]).toEqual([null, 0]);
    expect(await halfOf(token)).toMatchObject({ staffId: dpo.id, hasApp: false, provenAt: null });
    await withApp(dpo);
    expect(await pastPassword(dpo, { isKnown: false })).toMatchObject({ to: "code" });
  });

  test("a half-session lives ten minutes, one use, and ends with a change of roles, access or password", async () => {
    const admin = await newStaff("administrator");
    await withApp(dpo);
    const changes = [
      () => changeRoles(admin, dpo.id, ["dpo", "agent"]),
      async () => setPassword((await newSetUpLink(dpo.id)).split("/").at(-1)!, "un autre long mot de passe"),
      () => setDisabled(admin, dpo.id, true),
    ];
    for (const change of changes) {
      const token = ((await pastPassword(dpo)) as { half: string }).half;
      expect(await halfOf(token)).not.toBeNull();
      await change();
      expect(await halfOf(token)).toBeNull();
    }
    const other = await person("dpo");
    const token = ((await pastPassword(other)) as { half: string }).half;
    later(601);
    expect(await halfOf(token)).toBeNull();
  });

  test("what ends it while the code is on its way ends it", async () => {
    const admin = await newStaff("administrator");
    const { secret } = await withApp(dpo);
    const [one, two] = [await half(dpo), await half(dpo)];
    await changeRoles(admin, dpo.id, ["dpo", "auditor"]);
    expect(await enter(one, codeOf(secret, 30), null)).toEqual({ error: "over" });
    expect(await enterAfterSetUp({ ...two, provenAt: new Date() }, null)).toEqual({ error: "over" });
  });

  test("a session begun without a second factor is nobody's for whom one is needed", async () => {
    const started = await db().$transaction((tx) => startSession(tx, dpo.id, { twoFactors: false, provenAt: new Date(), device: null, isKnownDevice: true }));
    expect(await alive(dpo.id, started.sid)).toBe(false);
  });

  test("next-auth's own door gives no session to whom a second factor is asked, and one to others", async () => {
    const [provider] = authOptions().providers as unknown as [{ options: { authorize: (given: object) => Promise<unknown> } }];
    const agent = await person("agent");
    const ask = ({ email }: Person) => provider.options.authorize({ email, password });
    expect([await ask(dpo), await sessionsOf(dpo)]).toEqual([null, 0]);
    expect(await ask(agent)).toMatchObject({ id: agent.id });
    await withApp(agent);
    expect(await ask(agent)).toBeNull();
    await withApp(dpo);
    expect(await ask(dpo)).toBeNull();
  });

  test("who has an app cannot set up another behind the password", async () => {
    const { secret } = await withApp(dpo);
    expect(await setUpBehindPassword(await half(dpo), codeOf(secret))).toEqual({ error: "over" });
    expect(await enterAfterSetUp(await half(dpo), null)).toEqual({ error: "over" });
  });

  test("the setting for all ends an agent's session at its next request, and leads them to set one up", async () => {
    const [admin, agent] = [await newStaff("administrator"), await person("agent")];
    const passed = await pastPassword(agent, { words: "Firefox, Linux" });
    const { sid } = passed as { sid: string };
    expect(await alive(agent.id, sid)).toBe(true);
    expect(await setFactorForAll(await newStaff("dpo"), true)).toEqual({ refused: "no-permission" });
    expect(await setFactorForAll({ ...admin, provenAt: new Date(Date.now() - 301_000) }, true)).toEqual({ refused: "proof-not-fresh" });
    expect(await setFactorForAll(admin, true)).toEqual({ ok: true });
    expect(await alive(agent.id, sid)).toBe(false);
    expect(await pastPassword(agent)).toMatchObject({ to: "factor" });
    await Promise.all([setFactorForAll(admin, false), setFactorForAll(admin, false)]);
    expect(await pastPassword(agent)).toMatchObject({ sid: expect.any(String) });
    const facts = await db().event.findMany({ where: { type: "SignInSettingsChanged" }, orderBy: { position: "asc" }, select: { actor: true, data: true } });
    expect(facts).toEqual([{ actor: `staff:${admin.id}`, data: { settingsVersion: 1, changes: ["second-factor-for-all"] } }, { actor: `staff:${admin.id}`, data: { settingsVersion: 2, changes: ["second-factor-by-role"] } }]);
  });
});

describe("AU2: a code", () => {
  test("counts once: not again, not that of the set-up, not an older one after a newer", async () => {
    const { secret } = await withApp(dpo);
    expect(await enter(await half(dpo), codeOf(secret), null)).toEqual({ error: "wrong" });
    expect(await enter(await half(dpo), codeOf(secret, 30), null)).toMatchObject({ sid: expect.any(String) });
    for (const seconds of [30, 0, -30]) expect(await enter(await half(dpo), codeOf(secret, seconds), null), String(seconds)).toEqual({ error: "wrong" });
  });

  test("of a minute ago is none; of thirty seconds ago is", async () => {
    const { secret } = await withApp(dpo);
    later(120);
    expect(await enter(await half(dpo), codeOf(secret, -60), null)).toEqual({ error: "wrong" });
    expect(await enter(await half(dpo), codeOf(secret, -30), null)).toMatchObject({ sid: expect.any(String) });
  });

  test("sent ten times at once, from one browser and from several, opens one session", async () => {
    const { secret } = await withApp(dpo);
    const before = await sessionsOf(dpo);
    const one = await half(dpo);
    const halves = [one, one, one, one, ...(await Promise.all(Array.from({ length: 6 }, () => half(dpo))))];
    const all = await Promise.all(halves.map((each) => enter(each, codeOf(secret, 30), null)));
    expect(all.filter((each) => "sid" in each)).toHaveLength(1);
    expect(await sessionsOf(dpo)).toBe(before + 1);
  });

  test("five tries for one password, ten in a quarter of an hour for strangers; then the right one opens nothing, and later does", async () => {
    const { secret } = await withApp(dpo);
    const stranger = await half(dpo, false);
    const five = await Promise.all(Array.from({ length: 7 }, () => enter(stranger, "000000", null)));
    expect(five.map((each) => ("error" in each ? each.error : "in")).sort()).toEqual([...Array<string>(2).fill("over"), ...Array<string>(5).fill("wrong")].sort());
    expect(await enter(stranger, codeOf(secret, 30), null)).toEqual({ error: "over" });
    const again = await half(dpo, false);
    for (let tries = 0; tries < 2; tries += 1) expect(await enter(again, "000000", null)).toEqual({ error: "wrong" });
    expect(await enter(again, codeOf(secret, 30), null)).toEqual({ error: "slow-down", retryAfterSeconds: expect.any(Number) });
    // Those tries do not keep the owner out of a browser of theirs. security.md AU5.
    expect(await enter(await half(dpo, true), codeOf(secret, 30), null)).toMatchObject({ sid: expect.any(String) });
    later(16 * 60);
    expect(await enter(await half(dpo, false), codeOf(secret), null)).toMatchObject({ sid: expect.any(String) });
    expect(await db().event.count({ where: { type: "SecondFactorFailed", data: { path: ["staffId"], equals: dpo.id } } })).toBe(7);
  });
});

describe("recovery codes", () => {
  test("ten, each opens once however it is typed, even sent twice at once; its owner is told", async () => {
    const { recoveryCodes, secret } = await withApp(dpo);
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const [first, second] = recoveryCodes as [string, string];
    const both = await Promise.all([enter(await half(dpo), first, null), enter(await half(dpo), first.toLowerCase().replaceAll("-", " "), null)]);
    expect(both.filter((each) => "sid" in each)).toHaveLength(1);
    expect(await enter(await half(dpo), first, null)).toEqual({ error: "wrong" });
    expect(await enter(await half(dpo), ` ${second.replaceAll("0", "o").replaceAll("1", "l")} `, null)).toMatchObject({ sid: expect.any(String) });
    expect(await enter(await half(dpo), codeOf(secret, 30), null)).toMatchObject({ sid: expect.any(String) });
    expect((await noticesTo(dpo)).filter((notice) => notice === "recovery-code-used")).toHaveLength(2);
    const other = await person("dpo");
    await withApp(other);
    expect(await enter(await half(other), recoveryCodes[5] as string, null)).toEqual({ error: "wrong" });
  });

  test("a copy of the database holds neither them nor the app's secret", async () => {
    const { recoveryCodes, secret } = await withApp(dpo);
    const all = await databaseText();
    for (const text of [...recoveryCodes.flatMap((code) => [code, code.replaceAll("-", "")]), secret, secret.replaceAll(" ", "")]) expect(formFound(all, text), text).toBeNull();
  });
});

test("when the vault key changes the app goes on, and one being set up as well", async () => {
  const { secret, recoveryCodes } = await withApp(dpo);
  const begun = await person("administrator");
  const first = await half(begun);
  const wrapped = await db().secondFactor.findMany({ orderBy: { id: "asc" }, select: { wrappedKey: true } });
  await rotateVaultKey(() => {});
  expect((await db().secondFactor.findMany({ orderBy: { id: "asc" }, select: { wrappedKey: true } })).some(({ wrappedKey }, index) => Buffer.from(wrappedKey).equals(wrapped[index]!.wrappedKey))).toBe(false);
  expect(await enter(await half(dpo), codeOf(secret, 30), null)).toMatchObject({ sid: expect.any(String) });
  expect(await enter(await half(dpo), recoveryCodes[0] as string, null)).toMatchObject({ sid: expect.any(String) });
  const { offered } = await import("./app");
  expect(await setUpBehindPassword(first, codeOf((await offered(begun))!.secret))).toMatchObject({ recoveryCodes: expect.any(Array) });
}, 60_000);

test("a wrong first code sets nothing up; the right one ends every session and tells its owner", async () => {
  const agent = await person("agent");
  const { sid } = (await pastPassword(agent)) as { sid: string };
  await db().signInSettings.create({ data: { version: 1, at: new Date(), staffId: agent.id, isFactorForAll: true } });
  const first = await half(agent);
  expect(await setUpBehindPassword(first, "000000")).toEqual({ error: "wrong" });
  expect(await db().secondFactor.count({ where: { staffId: agent.id, confirmed: true } })).toBe(0);
  await withApp(agent);
  await db().signInSettings.deleteMany({});
  expect(await alive(agent.id, sid)).toBe(false);
  expect(await noticesTo(agent)).toEqual(["factor-set"]);
});

test("AU13: a device they were never on is told of, one they know is not", async () => {
  const { secret } = await withApp(dpo);
  await enter(await half(dpo, true), codeOf(secret, 30), null);
  expect(await noticesTo(dpo)).toEqual(["factor-set"]);
  later(60);
  await enter(await half(dpo, false), codeOf(secret), "Firefox, Linux");
  expect(await noticesTo(dpo)).toEqual(["factor-set", "new-device"]);
  const agent = await person("agent");
  await pastPassword(agent, { isKnown: false });
  expect(await noticesTo(agent)).toEqual(["new-device"]);
});
