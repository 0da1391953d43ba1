import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { defaultSettings } from "@/lib/law/clock-settings";
import { calendarDate } from "@/lib/law/calendar";
import examples from "@/lib/law/fixtures/time-limit.examples.json";
import { db } from "../db";
import { oddJson } from "./fixtures/odd-json";
import { mostBytes } from "./read-json";
import { answerTimeLimit, onlyPost } from "./time-limit";

let network = 0;
const at = "2026-09-01T10:00:00+02:00";
const whole = { receivedAt: at, calendar: "FR", events: [] as unknown[] };

type Sent = { from?: string; type?: string | null };
type Body = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;

/** A question from a network of its own unless another is named, so that nobody's tries count for another. */
function ask(body: Body, { from, type = "application/json" }: Sent = {}): Promise<Response> {
  network += 1;
  const headers = { "x-forwarded-for": from ?? `10.${Math.floor(network / 250)}.${network % 250}.7`, ...(type ? { "content-type": type } : {}) };
  return answerTimeLimit(new Request("http://localhost/api/v1/time-limit", { method: "POST", headers, body, ...(body instanceof ReadableStream ? { duplex: "half" } : {}) } as RequestInit));
}
const question = (asked: object) => ask(JSON.stringify({ ...whole, ...asked }));

async function expectProblem(answer: Response, status: number): Promise<{ detail: string; errors?: { pointer: string; detail: string }[] }> {
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  const document = (await answer.json()) as { type: string; title: string; status: number; detail: string };
  expect(document).toMatchObject({ status, title: expect.any(String), detail: expect.stringMatching(/^[A-Z].+\.$/) });
  expect(() => new URL(document.type)).not.toThrow();
  return document;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-09-20T08:00:00Z") });
});
afterEach(async () => {
  vi.useRealTimers();
  await db().clockSettings.deleteMany();
});

test("the worked examples are answered, each date with its steps", async () => {
  for (const { receivedAt, calendar, events, expectedDue, id } of examples) {
    const answer = await question({ receivedAt, calendar, events });
    expect(answer.status, id).toBe(200);
    expect(await answer.json(), id).toMatchObject({ dueOn: expectedDue });
  }
});

test("the whole answer, in both languages", async () => {
  const answer = await question({ receivedAt: "2026-04-01T09:00:00+02:00", events: [{ type: "identity_requested", at: "2026-04-20T09:00:00+02:00" }] });
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("set-cookie")).toBeNull();
  const body = (await answer.json()) as { steps: Record<string, unknown>[] };
  expect(body).toMatchObject({ dueOn: "2026-05-04", strictDueOn: "2026-05-04", extensionNoticeDueBy: "2026-05-04", refusalDueBy: "2026-05-04", suspendedSince: null });
  expect(body.steps.map(({ rule }) => rule)).toEqual(["received", "one-month", "identity-pause-not-credited", "rolled-holiday", "rolled-weekend"]);
  expect(body.steps[1]).toEqual({
    rule: "one-month",
    source: { id: "gdpr-12-3", label: { fr: "RGPD art. 12(3)", en: "GDPR Art. 12(3)" }, url: { fr: expect.stringContaining("eur-lex.europa.eu"), en: expect.stringContaining("eur-lex.europa.eu") } },
    before: "2026-04-01",
    after: "2026-05-01",
    months: 1,
    text: { fr: "Un mois pour répondre, soit le vendredi 1er mai 2026.", en: expect.stringMatching(/^One month to answer, that is Friday,? 1 May 2026\.$/) },
  });
  expect(body.steps[3]).toMatchObject({ holiday: "labour-day", before: "2026-05-01", after: "2026-05-02" });
});

test("an open suspension counts as if it ended today; a source to be confirmed is not named", async () => {
  const open = await (await question({ events: [{ type: "identity_requested", at: "2026-09-03T10:00:00+02:00" }, { type: "clarification_requested", at: "2026-09-04T10:00:00+02:00" }] })).json();
  expect(open).toMatchObject({ suspendedSince: "2026-09-03", dueOn: "2026-10-19", strictDueOn: "2026-10-01" });
  expect(open.steps.find(({ rule }: { rule: string }) => rule === "clarification-not-a-pause").source).toBeNull();
});

test("the controller's policy holds for all, its own holidays on its own calendar only", async () => {
  const content = { ...defaultSettings, policy: { ...defaultSettings.policy, identityPause: "none" as const }, holidays: [{ on: calendarDate("2026-10-15"), change: "added" as const }] };
  await db().clockSettings.create({ data: { at: new Date("2026-09-01T00:00:00Z"), version: 1, content, staffId: randomUUID() } });
  const dueIn = async (calendar: string) => (await question({ receivedAt: "2026-09-15T10:00:00+02:00", calendar, events: [{ type: "identity_requested", at: "2026-09-16T10:00:00+02:00" }] })).json();
  expect(await dueIn("FR")).toMatchObject({ dueOn: "2026-10-16", suspendedSince: null });
  expect(await dueIn("FR-AM")).toMatchObject({ dueOn: "2026-10-15", suspendedSince: null });
});

test("wrong members are 400, each named by its pointer", async () => {
  const { errors } = await expectProblem(await ask(JSON.stringify({ receivedAt: at, calendar: "DE", events: [{ type: "posted" }], extra: 1 })), 400);
  expect(errors?.map(({ pointer }) => pointer).sort()).toEqual(["#/calendar", "#/events/0/at", "#/extra"]);
  for (const { detail } of errors ?? []) expect(detail).toMatch(/^[A-Z].+\.$/);
});

test("what is not sent as JSON is 415, too much is 413 even piece by piece, a broken-off body 400", async () => {
  for (const type of [null, "text/plain", "application/jsonp", "application/problem+json", "multipart/form-data"]) await expectProblem(await ask("{}", { type }), 415);
  await expectProblem(await ask(" ".repeat(mostBytes + 1)), 413);
  expect((await ask(JSON.stringify(whole).padEnd(mostBytes))).status).toBe(200);
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(1024).fill(32));
    },
  });
  await expectProblem(await ask(endless), 413);
  expect(pulled).toBeLessThan(40);
  await expectProblem(await ask(new ReadableStream({ pull: (controller) => controller.error(new Error("aborted")) })), 400);
  await expectProblem(await ask(null), 400);
});

test.each(Object.entries(oddJson(JSON.stringify(whole))))("IN11: %s is 400", async (_, bytes) => {
  await expectProblem(await ask(typeof bytes === "string" ? bytes : new Uint8Array(bytes)), 400);
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
});

const suite = join(resolve(process.env.SHARED_DIR ?? join(import.meta.dirname, "../../../../shared")), "data/attack/json/JSONTestSuite");
test.runIf(existsSync(suite))("IN11: the whole JSONTestSuite: what is no JSON is 400 (too long: 413), the rest is no question; never 5xx", async () => {
  const names = readdirSync(suite).filter((name) => name.endsWith(".json"));
  expect(names.length).toBeGreaterThan(100);
  for (const name of names) {
    const bytes = readFileSync(join(suite, name));
    const answer = await ask(new Uint8Array(bytes));
    expect(answer.status, name).toBe(bytes.length > mostBytes ? 413 : 400);
    const { errors } = (await answer.json()) as { errors?: unknown[] };
    if (/^[yn]_/.test(name)) expect(errors !== undefined, `${name} was read as JSON`).toBe(name.startsWith("y_"));
  }
});

test("RL1: sixty a minute for a network, however many addresses it has; then 429 until the minute is over", async () => {
  const from = (last: number) => ({ from: `2001:db8:7:${last.toString(16)}::1` });
  const all = await Promise.all(Array.from({ length: 70 }, (_, index) => ask(JSON.stringify(whole), from(index))));
  expect(all.filter(({ status }) => status === 200)).toHaveLength(60);
  const refused = all.find(({ status }) => status === 429);
  await expectProblem(refused as Response, 429);
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Number(refused?.headers.get("retry-after"))).toBeLessThanOrEqual(60);
  expect((await ask(JSON.stringify(whole), { from: "2001:db8:7:1234::1" })).status, "another network").toBe(200);
  vi.setSystemTime(new Date("2026-09-20T08:01:01Z"));
  expect((await ask(JSON.stringify(whole), from(1))).status, "a minute later").toBe(200);
  const rows = await db().throttle.findMany();
  expect(JSON.stringify(rows)).not.toMatch(/2001|db8/);
});

test("a fault of ours is a problem document and says nothing of itself", async () => {
  vi.spyOn(db().clockSettings, "findFirst").mockRejectedValueOnce(new Error("canary"));
  const { detail } = await expectProblem(await question({}), 500);
  expect(detail).not.toContain("canary");
});

test("GET is 405 and says what is allowed", async () => {
  const answer = onlyPost();
  expect(answer.headers.get("allow")).toBe("POST");
  await expectProblem(answer, 405);
});
