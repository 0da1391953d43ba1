import pg from "pg";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "../db";
import { takeCase } from "@/lib/request/handle/take-case";
import { recordAddress } from "@/lib/request/ask/record-address";
import { recordLetter } from "@/lib/request/reply/record-letter";
import { systemActor } from "../actor";
import { newCase, newStaff } from "../fixtures/cases";
import { codeOf } from "../follow-code";
import { perform } from "../perform";
import { loadCase } from "../store";
import { hashToken } from "../tokens";
import { askCode } from "./ask-code";
import { tryCode } from "./try-code";

const email = "canary@example.org";
const noon = new Date("2026-11-23T12:00:00Z");
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
const wrongFor = (id: string) => (codeOf(id) === "000000" ? "000001" : "000000");
let reference: string;

const ask = (wanted: Partial<{ reference: string; email: string }> = {}) => askCode({ reference, email, locale: "fr", ...wanted }, noon);

beforeEach(async () => {
  await db().throttle.deleteMany({});
  reference = await newCase();
});

describe("a code", () => {
  test("opens the space once, and only its hash is kept", async () => {
    const { id } = await ask();
    const tried = await tryCode(id, codeOf(id), after(60));
    expect(tried).toMatchObject({ reference });
    const { token } = tried as { token: string };
    expect(await db().followSession.findUnique({ where: { tokenHash: hashToken(token) } })).toMatchObject({ reference, revokedAt: null });
    expect(await db().event.count({ where: { reference, type: "FollowOpened" } })).toBe(1);
    expect(await tryCode(id, codeOf(id), after(61))).toBe("dead");
  });

  test("that opened the space is a fact of the case, once, in the very transaction; it upsets nobody's form", async () => {
    const before = (await loadCase(reference))!.request.version;
    for (const seconds of [5, 10]) {
      const { id } = await ask();
      await tryCode(id, codeOf(id), after(seconds));
    }
    const found = await loadCase(reference);
    expect(found?.request).toMatchObject({ emailCodeUsedOn: "2026-11-23", version: before + 1 });
    expect(found?.events.at(-1)).toMatchObject({ type: "EmailCodeUsed", actor: "requester", data: {} });
    const agent = await newStaff("agent");
    expect(await perform(agent, takeCase, {}, { reference, expectedVersion: before })).toMatchObject({ ok: true });
  });

  test("ends with the address it was sent to, and so does the space it opened: neither proves anything of another", async () => {
    const opened = await ask();
    const { token } = (await tryCode(opened.id, codeOf(opened.id), after(1))) as { token: string };
    const waiting = await ask();
    await perform(systemActor(), recordLetter, { letter: "receipt", eventId: (await loadCase(reference))!.events[0]!.id, sent: false }, { reference });
    expect(await perform(await newStaff("agent"), recordAddress, { email: "other@example.org", postalAddress: null }, { reference })).toMatchObject({ ok: true });
    expect((await loadCase(reference))?.request.emailCodeUsedOn).toBeNull();
    expect(await tryCode(waiting.id, codeOf(waiting.id), after(2))).toBe("dead");
    expect((await db().followSession.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } })).revokedAt).not.toBeNull();
  });

  test("lives ten minutes", async () => {
    const { id } = await ask();
    expect(await tryCode(id, codeOf(id), after(600))).toBe("dead");
    expect(await tryCode(id, codeOf(id), after(599))).toMatchObject({ reference });
  });

  test("takes five tries; the right one after them opens nothing", async () => {
    const { id } = await ask();
    const answers = [];
    for (let nth = 0; nth < 5; nth += 1) answers.push(await tryCode(id, wrongFor(id), after(nth)));
    expect(answers).toEqual([{ left: 4 }, { left: 3 }, { left: 2 }, { left: 1 }, "dead"]);
    expect(await tryCode(id, codeOf(id), after(10))).toBe("dead");
  });

  test("opens one session of twenty tries at once, and five wrong ones at most are judged", async () => {
    const { id } = await ask();
    const right = await Promise.all(Array.from({ length: 20 }, () => tryCode(id, codeOf(id), after(5))));
    expect(right.filter((each) => typeof each === "object" && "token" in each)).toHaveLength(1);
    expect(await db().followSession.count({ where: { reference } })).toBe(1);
    const other = await ask();
    const wrong = await Promise.all(Array.from({ length: 20 }, () => tryCode(other.id, wrongFor(other.id), after(5))));
    expect(wrong.filter((each) => each !== "dead")).toHaveLength(4);
  });

  test("takes the others of its look-up with it", async () => {
    const [first, second] = [await ask(), await ask()];
    expect(await tryCode(second.id, codeOf(second.id), after(5))).toMatchObject({ reference });
    expect(await tryCode(first.id, codeOf(first.id), after(6))).toBe("dead");
  });

  test("is asked for three times an hour; then no mail leaves, and the earlier ones still open", async () => {
    const asked = [await ask(), await ask(), await ask(), await ask()];
    expect(asked.map(({ tooOften }) => tooOften)).toEqual([false, false, false, true]);
    expect(await db().followCode.findUniqueOrThrow({ where: { id: asked[3]!.id } })).toMatchObject({ reference: null });
    expect(await tryCode(asked[2]!.id, codeOf(asked[2]!.id), after(5))).toMatchObject({ reference });
  });

  test("is mailed to an address three times an hour over all its requests; a stranger's guesses do not count", async () => {
    for (let nth = 0; nth < 5; nth += 1) await ask({ reference: "2345-6789" });
    const references = [reference, await newCase(), await newCase(), await newCase()];
    const asked = [];
    for (const each of references) asked.push(await ask({ reference: each }));
    const rows = await Promise.all(asked.map(({ id }) => db().followCode.findUniqueOrThrow({ where: { id } })));
    expect(rows.map((row) => row.reference)).toEqual([...references.slice(0, 3), null]);
  });
});

describe("AU6: unknown and known cannot be told apart", () => {
  async function statements(work: () => Promise<unknown>): Promise<string[]> {
    const seen: string[] = [];
    const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
    const spy = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...given: unknown[]) {
      const [first] = given;
      seen.push(typeof first === "string" ? first : (first as { text: string }).text);
      return query.apply(this, given) as never;
    });
    await work();
    spy.mockRestore();
    return seen;
  }

  test("the same statements in the same order, when asking and when trying", async () => {
    const known = await statements(() => ask());
    expect(known.length).toBeGreaterThan(4);
    expect(await statements(() => ask({ email: "nobody@example.org" }))).toEqual(known);
    expect(await statements(() => ask({ reference: "2345-6789" }))).toEqual(known);
    const [real, vain] = [await ask(), await ask({ email: "other@example.org" })];
    const wrong = await statements(() => tryCode(real.id, wrongFor(real.id), after(5)));
    expect(await statements(() => tryCode(vain.id, wrongFor(vain.id), after(5)))).toEqual(wrong);
  });

  test("a code asked for in vain answers like a wrong one, even guessed", async () => {
    const { id } = await ask({ email: "nobody@example.org" });
    expect(await tryCode(id, codeOf(id), after(5))).toEqual({ left: 4 });
    expect(await db().followSession.count({ where: { reference } })).toBe(0);
  });

  test("a job is written either way, and its payload is the id alone", async () => {
    const asked = [await ask(), await ask({ email: "nobody@example.org" })];
    for (const { id } of asked) {
      const [job] = await db().$queryRaw<{ payload: unknown }[]>`select payload from graphile_worker._private_jobs where key = ${`follow-code:${id}`}`;
      expect(job?.payload).toEqual({ followCodeId: id });
    }
  });
});
