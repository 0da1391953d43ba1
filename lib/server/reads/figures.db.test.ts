import { randomBytes } from "node:crypto";
import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { addDays, calendarDate, daysBetween } from "@/lib/law/calendar";
import { refusalGrounds } from "@/lib/law/grounds";
import { rights } from "@/lib/law/rights";
import { referenceFrom } from "@/lib/request/reference";
import { owingStates } from "@/lib/request/request";
import type { StaffActor } from "../actor";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db } from "../db";
import { newStaff } from "../fixtures/cases";
import { countFigures } from "../jobs/count-figures";
import { figures } from "./figures";

// Next's own modules need a page around them.
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));
vi.mock("next/headers", () => ({ cookies: vi.fn(), headers: vi.fn() }));

const today = civilDay(now());
let seed = 7;
/** The same numbers in every run. */
const upTo = (most: number) => (seed = (seed * 16_807) % 2_147_483_647) % most;
const one = <T>(list: readonly T[]): T => list[upTo(list.length)] as T;
const day = (date: string) => new Date(`${date}T00:00:00Z`);

type Made = ReturnType<typeof made>;
let dpo: StaffActor;
let staff: string[];
let rows: Made[];

/** A row as `write` leaves it; some taken up again, some with the same right twice, some of a right merged into another request, some without an answer, some withdrawn. */
function made() {
  const receivedOn = addDays(today, -upTo(700));
  const asked = Array.from({ length: 1 + upTo(3) }, () => one(rights));
  const answeredOn = upTo(3) > 0 ? addDays(receivedOn, upTo(90)) : null;
  const isAnswered = answeredOn !== null && answeredOn <= today;
  const dueOn = addDays(receivedOn, 20 + upTo(60));
  return {
    reference: referenceFrom(randomBytes(7)),
    state: isAnswered ? one(["answered", "message-after-reply"]) : one([...owingStates, "withdrawn"]),
    rights: asked,
    outcomes: asked.map(() => (upTo(6) === 0 ? "merged" : "fulfilled")),
    locale: one(["fr", "fr", "en"]),
    channel: one(["portal", "portal", "email", "post", "telephone", "counter"]),
    receivedOn,
    // Open ones spread around today.
    dueOn: isAnswered ? dueOn : addDays(today, upTo(60) - 20),
    answeredOn: isAnswered ? answeredOn : null,
    reopenedOn: isAnswered && upTo(8) === 0 ? addDays(answeredOn, -upTo(daysBetween(receivedOn, answeredOn) + 1)) : null,
    isOnTime: isAnswered ? answeredOn <= dueOn : null,
    wasSuspended: upTo(4) === 0,
    extensionMonths: upTo(3),
    refusalGrounds: isAnswered && upTo(5) === 0 ? [...new Set([one(refusalGrounds), one(refusalGrounds)])] : [],
    assigneeId: upTo(4) === 0 ? null : one(staff),
  };
}

async function insert(all: readonly Made[]): Promise<void> {
  const fixed = { version: 1, stage: "handle", waitingFor: "staff", tallyVersion: 1, caseFile: randomBytes(1_500) };
  const data = all.map((row) => ({ ...row, ...fixed, receivedAt: day(row.receivedOn), receivedOn: day(row.receivedOn), dueOn: day(row.dueOn), reopenedOn: row.reopenedOn && day(row.reopenedOn), answeredOn: row.answeredOn && day(row.answeredOn) }));
  await db().subjectRequest.createMany({ data });
  await countFigures({ isExpected: true }, { jobId: "1", attempt: 1, isLastAttempt: false });
}

beforeAll(async () => {
  dpo = await newStaff("dpo");
  staff = [dpo.id, (await newStaff("agent")).id, (await newStaff("agent")).id];
  rows = Array.from({ length: 2_000 }, made);
  await insert(rows);
});

/** Every figure again, the slow way: each row by itself. */
function naive(firstOn: string, lastOn: string, belongs: (row: Made) => boolean, isAnsweredHere = belongs) {
  const inside = (on: string | null) => on !== null && on >= firstOn && on <= lastOn;
  const answered = rows.filter((row) => inside(row.answeredOn) && isAnsweredHere(row));
  const days = answered.map((row) => daysBetween(row.reopenedOn ?? row.receivedOn, row.answeredOn as typeof today)).toSorted((a, b) => a - b);
  const at = (share: number) => days[Math.ceil(share * days.length) - 1] ?? null;
  return {
    received: rows.filter((row) => inside(row.receivedOn) && belongs(row)).length,
    answered: answered.length,
    onTime: answered.filter((row) => row.isOnTime).length,
    suspended: answered.filter((row) => row.wasSuspended).length,
    extended: answered.filter((row) => row.extensionMonths > 0).length,
    medianDays: at(0.5),
    p90Days: at(0.9),
  };
}

test("every figure of a period is what counting each request by itself gives", async () => {
  const until = addDays(today, -200).slice(0, 7);
  const from = addDays(today, -400).slice(0, 7);
  for (const asked of [{ from, until }, {}]) {
    const found = await figures(dpo, asked);
    if (!found) throw new Error("no figures");
    const [firstOn, lastOn] = [`${found.period.from}-01`, `${found.period.until}-31`];
    expect(found.all).toEqual({ key: "", ...naive(firstOn, lastOn, () => true) });
    expect(found.all.answered).toBeGreaterThan(200);
    for (const line of found.byRight) expect(line, line.key).toEqual({ key: line.key, ...naive(firstOn, lastOn, (row) => (row.rights as string[]).includes(line.key), (row) => row.rights.some((right, index) => right === line.key && row.outcomes[index] !== "merged")) });
    for (const line of found.byChannel) expect(line, line.key).toEqual({ key: line.key, ...naive(firstOn, lastOn, (row) => row.channel === line.key) });
    for (const line of found.byLanguage) expect(line, line.key).toEqual({ key: line.key, ...naive(firstOn, lastOn, (row) => row.locale === line.key) });
    expect(found.byMonth.length).toBeGreaterThanOrEqual(6);
    for (const line of found.byMonth) expect(line, line.key).toEqual({ key: line.key, ...naive(`${line.key}-01`, `${line.key}-31`, () => true) });
    const refused = rows.filter(({ answeredOn }) => answeredOn !== null && answeredOn >= firstOn && answeredOn <= lastOn);
    const count = (ground: string) => refused.filter((row) => (row.refusalGrounds as string[]).includes(ground)).length;
    expect(Object.fromEntries(found.refusals.map((each) => [each.ground, each.count]))).toEqual(Object.fromEntries(refusalGrounds.flatMap((ground) => (count(ground) > 0 ? [[ground, count(ground)]] : []))));
  }
});

test("what falls due, what is overdue, and who has how much", async () => {
  const found = await figures(dpo, {});
  const open = rows.filter(({ state }) => (owingStates as readonly string[]).includes(state));
  expect(found?.due).toHaveLength(31);
  for (const { on, count } of found?.due ?? []) expect(count, on).toBe(open.filter(({ dueOn }) => dueOn === on).length);
  expect(found?.overdue).toBe(open.filter(({ dueOn }) => dueOn < today).length);
  const load = (id: string | null) => {
    const held = open.filter(({ assigneeId }) => assigneeId === id);
    return { open: held.length, overdue: held.filter(({ dueOn }) => dueOn < today).length, soon: held.filter(({ dueOn }) => dueOn >= today && dueOn <= addDays(today, 7)).length };
  };
  const idle = await newStaff("agent");
  const again = await figures(dpo, {});
  for (const id of [null, ...staff]) expect(again?.load.find((each) => each.id === id), id ?? "nobody").toMatchObject(load(id));
  expect(again?.load.find(({ id }) => id === idle.id)).toMatchObject({ open: 0, overdue: 0, soon: 0 });
  expect(again?.load).toHaveLength(staff.length + 2);
});

test("only who may read figures gets any", async () => {
  for (const role of ["agent", "administrator"] as const) expect(await figures(await newStaff(role), {}), role).toBeNull();
  expect(await figures(await newStaff("auditor"), {})).not.toBeNull();
});

test("three statements, with two thousand requests as with four thousand, and none reads the table of requests itself", async () => {
  const sent = vi.spyOn(pg.Client.prototype, "query");
  const count = async () => {
    sent.mockClear();
    await figures(dpo, {});
    return sent.mock.calls.length;
  };
  const before = await count();
  expect(before).toBe(3);
  await insert(Array.from({ length: 2_000 }, made));
  await db().$executeRaw`vacuum analyze "SubjectRequest"`;
  expect(await count()).toBe(before);
  const plans = await Promise.all(
    sent.mock.calls.map(async ([asked]) => {
      const { text, values } = asked as unknown as { text: string; values: unknown[] };
      const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
      await client.connect();
      try {
        // Four thousand rows are few enough to be read whole, and how many of them vacuum has seen differs from run to run: asked is whether an index holds all that is counted.
        await client.query("set enable_seqscan = off; set enable_bitmapscan = off");
        return JSON.stringify((await client.query(`explain (format json) ${text}`, values)).rows);
      } finally {
        await client.end();
      }
    }),
  );
  sent.mockRestore();
  // Of the three, the first reads counts alone, the others an index.
  expect(plans.map((plan) => [plan.includes("SubjectRequest"), plan.includes("Index Only Scan")])).toEqual([[false, expect.any(Boolean)], [true, true], [true, true]]);
  expect(plans.filter((plan) => /"(Seq|Bitmap Heap|Index) Scan"[^{}]*"Relation Name":"SubjectRequest"/.test(plan))).toEqual([]);
});

test("a nonsense period is the usual one", async () => {
  expect((await figures(dpo, { from: "2026-99", until: calendarDate("2026-01-01") }))?.period).toEqual((await figures(dpo, {}))?.period);
});
