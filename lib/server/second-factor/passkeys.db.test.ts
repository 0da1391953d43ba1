import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "../db";
import { env } from "../env";
import { newStaff } from "../fixtures/cases";
import { newSetUpLink, setPassword } from "../set-up";
import { resetFactor } from "../staff";
import { actorOfToken, sessionToken, type Started } from "../staff-session";
import { enter } from "./enter";
import { actorOf, half, noticesTo, type Person, person, withApp } from "./fixtures/apps";
import { authenticator } from "./fixtures/authenticator";
import { addOwnPasskey, beginPasskey, removeOwnPasskey } from "./own-passkeys";
import { optionsToAdd, optionsToGive } from "./passkeys";
import { stepUp } from "./step-up";

type Options = { challenge: string };
let dpo: Person;
let started: Started;
let key: ReturnType<typeof authenticator>;
beforeEach(async () => {
  await db().throttle.deleteMany({});
  dpo = await person("dpo");
  started = await withApp(dpo);
  key = authenticator(env().publicUrl);
});
afterEach(() => {
  delete process.env.RIGHTSDESK_CLOCK_OFFSET_MS;
});

const add = async () => {
  const actor = await actorOf(started);
  started = (await addOwnPasskey(actor, key.make((await beginPasskey(actor)) as Options), null)) as Started;
  expect(started).toMatchObject({ sid: expect.any(String) });
};
const asked = async (who = dpo) => (await optionsToGive(who.id)) as Options;
const isAlive = async (one: Started) => (await actorOfToken(await sessionToken(one))) !== null;

describe("adding", () => {
  test("beside an app, after a fresh proof; every other session ends, its owner is told, it opens from then on", async () => {
    const before = started;
    await add();
    expect([await isAlive(before), await isAlive(started)]).toEqual([false, true]);
    expect((await noticesTo(dpo)).at(-1)).toBe("passkey-added");
    expect(await enter(await half(dpo), key.give(await asked(), 2), null)).toMatchObject({ sid: expect.any(String) });
    const agent = await newStaff("agent");
    expect(await beginPasskey(agent)).toEqual({ refused: "app-first" });
    expect(await beginPasskey({ ...(await actorOf(started)), provenAt: new Date(0) })).toEqual({ refused: "proof-not-fresh" });
  });

  test("not for another site, another person, another purpose, twice, or after five minutes", async () => {
    const actor = await actorOf(started);
    const options = async () => (await beginPasskey(actor)) as Options;
    expect(await addOwnPasskey(actor, key.make(await options(), "https://evil.example"), null)).toEqual({ refused: "wrong" });
    expect(await addOwnPasskey(actor, key.make((await optionsToAdd(await person("dpo"))) as Options), null)).toEqual({ refused: "wrong" });
    for (const text of ["", "{}", "{", "null", JSON.stringify({ id: { not: "" } }), key.give(await options(), 2)]) expect(await addOwnPasskey(actor, text, null), text.slice(0, 20)).toEqual({ refused: "wrong" });
    const late = await options();
    process.env.RIGHTSDESK_CLOCK_OFFSET_MS = "301000";
    expect(await addOwnPasskey({ ...actor, provenAt: new Date(Date.now() + 300_000) }, key.make(late), null)).toEqual({ refused: "wrong" });
    delete process.env.RIGHTSDESK_CLOCK_OFFSET_MS;
    await add();
    const again = (await beginPasskey(await actorOf(started))) as Options;
    expect(await addOwnPasskey(await actorOf(started), key.make(again), null)).toEqual({ refused: "wrong" });
    expect(await db().passkey.count({ where: { staffId: dpo.id } })).toBe(1);
  });
});

describe("AU3: using one", () => {
  beforeEach(add);

  test("what it signed counts once, also when it is sent twice at the same moment", async () => {
    const signed = key.give(await asked(), 2);
    const both = await Promise.all([enter(await half(dpo), signed, null), enter(await half(dpo), signed, null)]);
    expect(both.filter((one) => "sid" in one)).toHaveLength(1);
    expect(await enter(await half(dpo), signed, null)).toEqual({ error: "wrong" });
  });

  test("not for another origin, not of another's key, not for a challenge of another or of an older moment", async () => {
    expect(await enter(await half(dpo), key.give(await asked(), 2, "https://evil.example"), null)).toEqual({ error: "wrong" });
    expect(await enter(await half(dpo), authenticator(env().publicUrl).give(await asked(), 2), null)).toEqual({ error: "wrong" });
    const other = await person("dpo");
    await withApp(other);
    expect(await optionsToGive(other.id)).toBeNull();
    expect(await enter(await half(other), key.give(await asked(), 2), null)).toEqual({ error: "wrong" });
    expect(await enter(await half(dpo), key.give({ challenge: Buffer.alloc(32, 7).toString("base64url") }, 2), null)).toEqual({ error: "wrong" });
    const signed = key.give(await asked(), 2);
    await db().passkeyChallenge.updateMany({ data: { createdAt: new Date(Date.now() - 301_000) } });
    expect(await enter(await half(dpo), signed, null)).toEqual({ error: "wrong" });
  });

  test("a counter that falls opens nothing and is on record: somebody may have copied the key", async () => {
    expect(await enter(await half(dpo), key.give(await asked(), 9), null)).toMatchObject({ sid: expect.any(String) });
    expect(await enter(await half(dpo), key.give(await asked(), 9), null)).toEqual({ error: "wrong" });
    expect(await db().event.count({ where: { type: "PasskeyCounterFell", data: { path: ["staffId"], equals: dpo.id } } })).toBe(1);
  });

  test("at least 64 bits of chance in each challenge, and none twice", async () => {
    const challenges = await Promise.all(Array.from({ length: 20 }, async () => (await asked()).challenge));
    expect(new Set(challenges).size).toBe(20);
    for (const challenge of challenges) expect(Buffer.from(challenge, "base64url").length).toBeGreaterThanOrEqual(16);
  });

  test("it makes a session fresh as a code does", async () => {
    expect(await stepUp(await actorOf(started), key.give(await asked(), 2))).toMatchObject({ sid: expect.any(String) });
  });
});

test("AU7: a session that a new password ended adds no passkey, takes none away, and opens no other session", async () => {
  await add();
  const actor = await actorOf(started);
  const another = authenticator(env().publicUrl);
  const made = another.make((await beginPasskey(actor)) as Options);
  expect(await setPassword((await newSetUpLink(dpo.id)).split("/").at(-1)!, "un autre long mot de passe")).toEqual({ ok: true });
  const sessions = await db().staffSession.count({ where: { staffId: dpo.id } });
  expect([await addOwnPasskey(actor, made, null), await removeOwnPasskey(actor, key.id, null)]).toEqual([{ refused: "wrong" }, { refused: "wrong" }]);
  expect([await db().passkey.count({ where: { staffId: dpo.id } }), await db().staffSession.count({ where: { staffId: dpo.id } })]).toEqual([1, sessions]);
});

test("taken away it opens nothing; nobody takes another's; it goes with the app", async () => {
  await add();
  const signed = key.give(await asked(), 2);
  const other = await person("dpo");
  expect(await removeOwnPasskey(await actorOf(await withApp(other)), key.id, null)).toEqual({ refused: "wrong" });
  const removed = (await removeOwnPasskey(await actorOf(started), key.id, null)) as Started;
  expect([await isAlive(started), await isAlive(removed)]).toEqual([false, true]);
  expect(await enter(await half(dpo), signed, null)).toEqual({ error: "wrong" });
  started = removed;
  key = authenticator(env().publicUrl);
  await add();
  expect(await resetFactor(await newStaff("administrator"), dpo.id)).toEqual({ ok: true });
  expect(await db().passkey.count({ where: { staffId: dpo.id } })).toBe(0);
});
