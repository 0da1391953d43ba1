import pg from "pg";
import { beforeEach, expect, test, vi } from "vitest";
import { calendarDate } from "@/lib/law/calendar";
import type { ClockChange } from "@/lib/law/clock-change";
import { defaultPolicy } from "@/lib/law/time-limit-policy";
import { takeCase } from "@/lib/request/handle/take-case";
import { withdrawRequest } from "@/lib/request/retain/withdraw-request";
import type { StaffActor } from "./actor";
import { changeClock, isRecomputing, newestSettings, withChange } from "./clock-settings";
import { movesUnder } from "./clock-moves";
import { db } from "./db";
import { fileDraft } from "./file-draft";
import { newDraft, newStaff, requesterOf } from "./fixtures/cases";
import { recompute } from "./jobs/recompute";
import { perform } from "./perform";
import { caseOf } from "./reads/case";
import { loadCase } from "./store";
import { verifyChain } from "./verify-chain";

// Next's own modules need a page around them.
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));

const run = { jobId: "1", attempt: 1, isLastAttempt: false };
const added = (day: string): ClockChange => ({ what: "holiday", on: calendarDate(day), isHoliday: true });
const closed = (from: string, until: string): ClockChange => ({ what: "closure", from: calendarDate(from), until: calendarDate(until), isClosed: true });
let dpo: StaffActor;

beforeEach(async () => {
  dpo = await newStaff("dpo");
});

/** A case received that day, whose answer is due a month later. */
async function received(day: string): Promise<string> {
  const filed = await fileDraft((await newDraft()).id, new Date(`${day}T10:00:00Z`));
  return "reference" in filed ? filed.reference : "";
}

const row = (reference: string) => db().subjectRequest.findUniqueOrThrow({ where: { reference } });
const due = async (reference: string) => (await row(reference)).dueOn.toISOString().slice(0, 10);
const moves = async (reference: string) => (await loadCase(reference))?.events.filter(({ type }) => type === "DueDateMoved").map(({ data, actor }) => ({ ...data, actor }));

/** Shows, applies and carries out a change, as the page and the worker do. */
async function make(change: ClockChange) {
  const { version, settings } = await newestSettings();
  const changed = withChange(settings, change);
  if ("refused" in changed) throw new Error(changed.refused);
  const shown = await movesUnder(changed);
  const done = await changeClock(dpo, change, version);
  if ("refused" in done) throw new Error(done.refused);
  await recompute({ version: done.version, staffId: dpo.id }, run);
  return { shown, version: done.version };
}

test("a holiday on a last day: shown, then applied to the same cases, each with one event; the others and the closed ones untouched", async () => {
  const [first, second, other, answered] = [await received("2026-06-03"), await received("2026-06-03"), await received("2026-06-04"), await received("2026-06-03")];
  await perform(requesterOf(answered), withdrawRequest, {}, { reference: answered, at: new Date("2026-06-10T10:00:00Z") });
  const untouched = [await row(other), await row(answered)];
  const { shown, version } = await make(added("2026-07-03"));
  expect(shown.first).toEqual([first, second].sort().map((reference) => ({ reference, before: "2026-07-03", after: "2026-07-06" })));
  expect(shown).toMatchObject({ moved: 2, targets: 0 });
  for (const reference of [first, second]) {
    expect(await due(reference)).toBe("2026-07-06");
    expect(await moves(reference)).toEqual([{ settingsVersion: version, before: "2026-07-03", after: "2026-07-06", actor: `staff:${dpo.id}` }]);
    expect((await row(reference)).version).toBe((await loadCase(reference))?.request.version);
  }
  expect([await row(other), await row(answered)]).toEqual(untouched);
  expect([await moves(other), await moves(answered)]).toEqual([[], []]);
  expect((await caseOf(dpo, first))?.limit.steps.map(({ rule, holiday }) => [rule, holiday])).toContainEqual(["rolled-holiday", "added"]);
  expect((await caseOf(dpo, answered))?.limit.dueOn).toBe("2026-07-03");
  expect(await db().event.findFirst({ where: { type: "ClockSettingsChanged" }, orderBy: { position: "desc" } })).toMatchObject({ actor: `staff:${dpo.id}`, data: { settingsVersion: version, changes: ["holiday-added"] } });
  expect(await verifyChain()).toMatchObject({ ok: true });
});

test("carried out twice, in the middle of a batch or after it: one event each", async () => {
  const references = await Promise.all([received("2026-05-05"), received("2026-05-05"), received("2026-05-05")]);
  const { version } = await make(added("2026-06-05"));
  await db().$executeRaw`update "SubjectRequest" set "dueOn" = '2026-06-05' where reference = ${references[0]}`;
  await Promise.all([recompute({ version, staffId: dpo.id }, run), recompute({ version, staffId: dpo.id }, run)]);
  for (const reference of references) expect([await due(reference), (await moves(reference))?.length]).toEqual(["2026-06-08", 1]);
});

test("a case filed between the change and its carrying out never had another date and is told of none", async () => {
  const filed = async () => {
    const done = await fileDraft((await newDraft()).id);
    return "reference" in done ? done.reference : "";
  };
  const before = await filed();
  const day = await due(before);
  const done = await changeClock(dpo, added(day), (await newestSettings()).version);
  const after = await filed();
  if ("version" in done) await recompute({ version: done.version, staffId: dpo.id }, run);
  expect([await moves(before), await moves(after)]).toMatchObject([[{ before: day }], []]);
  expect(await due(after)).toBe(await due(before));
  expect(await due(after) > day).toBe(true);
});

test("two at once: one is applied, the other is told that the settings changed", async () => {
  const { version } = await newestSettings();
  const other = await newStaff("dpo");
  const both = await Promise.all([changeClock(dpo, added("2033-01-04"), version), changeClock(other, added("2033-01-05"), version)]);
  expect(both).toEqual(expect.arrayContaining([{ version: version + 1 }, { refused: "changed-meanwhile" }]));
  expect((await newestSettings()).version).toBe(version + 1);
  expect(await isRecomputing()).toBe(true);
});

test("a change waits for whoever is writing a case, and nobody begins before it is made", async () => {
  const reference = await received("2026-04-07");
  const { version } = await newestSettings();
  const order: string[] = [];
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock_shared(72010302)::text`;
    void changeClock(dpo, added("2026-05-07"), version).then(() => order.push("changed"));
    await new Promise((done) => setTimeout(done, 300));
    void perform(dpo, takeCase, {}, { reference }).then(() => order.push("taken"));
    await new Promise((done) => setTimeout(done, 300));
    order.push("written");
  });
  await vi.waitFor(() => expect(order).toHaveLength(3));
  expect(order).toEqual(["written", "changed", "taken"]);
  expect(await due(reference)).toBe("2026-05-11");
});

test("a closure moves no date and tells no case; only internal targets fall before it", async () => {
  const reference = await received("2026-09-01");
  const before = await row(reference);
  const { shown } = await make(closed("2026-09-21", "2026-09-30"));
  expect(shown).toMatchObject({ moved: 0, first: [], targets: 1 });
  expect(await row(reference)).toEqual({ ...before, targetOn: new Date("2026-09-18") });
  expect(await moves(reference)).toEqual([]);
});

test("a policy changes the date of the cases it speaks of, and back", async () => {
  const reference = await received("2026-10-01");
  const { shown } = await make({ what: "policy", policy: { ...defaultPolicy, rollsToWorkingDay: false } });
  expect(shown.first).toContainEqual({ reference, before: "2026-11-02", after: "2026-11-01" });
  expect(await due(reference)).toBe("2026-11-01");
  await make({ what: "policy", policy: defaultPolicy });
  expect(await due(reference)).toBe("2026-11-02");
  expect(await moves(reference)).toMatchObject([{ before: "2026-11-02", after: "2026-11-01" }, { before: "2026-11-01", after: "2026-11-02" }]);
});

test("an agent changes nothing, and what changes nothing is refused", async () => {
  const { version } = await newestSettings();
  expect(await changeClock(await newStaff("agent", "administrator", "auditor"), added("2034-01-04"), version)).toEqual({ refused: "no-permission" });
  expect(await changeClock(dpo, added("2034-12-25"), version)).toEqual({ refused: "holiday-already" });
  expect(await changeClock(dpo, { what: "policy", policy: defaultPolicy }, version)).toEqual({ refused: "nothing-changed" });
  expect((await newestSettings()).version).toBe(version);
});

test("a batch costs the same number of statements however many cases are in it", async () => {
  const cost = async (day: string) => {
    const sent = vi.spyOn(pg.Client.prototype, "query");
    const { version } = await newestSettings();
    const done = await changeClock(dpo, added(day), version);
    sent.mockClear();
    await recompute({ version: "version" in done ? done.version : 0, staffId: dpo.id }, run);
    const statements = sent.mock.calls.length;
    sent.mockRestore();
    return statements;
  };
  await received("2026-08-03");
  for (let made = 0; made < 12; made += 1) await received("2026-08-04");
  const few = await cost("2026-09-03");
  expect(await cost("2026-09-04")).toBe(few);
  expect(few).toBeLessThanOrEqual(14);
});
