import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { takeCase } from "@/lib/request/handle/take-case";
import { takeNext } from "../assign";
import { db } from "../db";
import { newCase, newStaff } from "../fixtures/cases";
import { locks } from "../locks";
import { perform } from "../perform";
import { verifyChain } from "../verify-chain";
import { queue, type QueueAsked } from "./queue";
import { queuePageSize } from "./queue-statement";
import { caseOf } from "./case";
import { othersHere } from "./others-here";

const total = queuePageSize * 2 + 7;
beforeAll(async () => {
  for (let made = 0; made < total; made += 1) await newCase(made % 3 === 0 ? "transfers" : "access", made % 3 === 0 ? { details: "" } : undefined);
});

test("pages by keyset: every case once, in order of the date that matters", async () => {
  const agent = await newStaff("agent");
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await queue(agent, after ? { after } : {});
    seen.push(...page.rows.map((row) => `${row.actOn} ${row.reference}`));
    expect(page.rows.length).toBeLessThanOrEqual(queuePageSize);
    after = page.next ?? undefined;
  } while (after);
  expect(seen).toEqual([...seen].sort());
  expect(new Set(seen).size).toBe(await db().subjectRequest.count({ where: { state: { notIn: ["answered", "withdrawn"] } } }));
});

test("AL1: each page shown is on record before it comes out, with its references in their order, and the chain holds", async () => {
  const agent = await newStaff("agent");
  const looks = () => db().event.findMany({ where: { actor: `staff:${agent.id}` }, orderBy: { position: "asc" }, select: { type: true, reference: true, data: true } });
  const first = await queue(agent, {});
  const second = await queue(agent, { after: first.next ?? "" });
  expect((await queue(agent, { state: "closed" })).rows).toEqual([]);
  expect(await looks()).toEqual([first, second].map(({ rows }) => ({ type: "QueueViewed", reference: null, data: { references: rows.map(({ reference }) => reference) } })));
  expect(first.rows).toHaveLength(queuePageSize);
  expect(await verifyChain()).toMatchObject({ ok: true });
  // Where it cannot be put on record, nothing is shown.
  const holder = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await holder.connect();
  await holder.query("begin");
  await holder.query("select pg_advisory_xact_lock($1)", [locks.chain]);
  await expect(queue(agent, {})).rejects.toThrow(/lock timeout/);
  await holder.query("rollback");
  await holder.end();
  expect(await looks()).toHaveLength(2);
});

test("filters by right, state and mine; names come out of the sealed case file", async () => {
  const agent = await newStaff("agent");
  const reference = await newCase();
  await perform(agent, takeCase, {}, { reference });
  const mine = await queue(agent, { who: "mine" });
  expect(mine.rows).toMatchObject([{ reference, requesterName: "Canary Durand", assignee: { id: agent.id } }]);
  const transfers = await queue(agent, { right: "transfers" });
  expect(transfers.rows.every((row) => row.rights.includes("transfers"))).toBe(true);
  expect((await queue(agent, { state: "closed" })).rows).toEqual([]);
  expect((await queue(agent, { who: "nobody" })).rows.every(({ assignee }) => assignee === null)).toBe(true);
  expect((await queue(agent, { who: agent.id })).rows.map((row) => row.reference)).toEqual([reference]);
  expect((await queue(agent, { locale: "en" })).rows).toEqual([]);
});

test("a name that was opened is told again without its case file, as long as that is what it was; changed, corrected or destroyed since, never the name of before", async () => {
  const [agent, reference] = [await newStaff("agent"), await newCase()];
  await perform(agent, takeCase, {}, { reference });
  const named = async () => (await queue(agent, { who: "mine" })).rows.map(({ requesterName }) => requesterName);
  expect([await named(), await named()]).toEqual([["Canary Durand"], ["Canary Durand"]]);
  const kept = await db().subjectRequest.findUniqueOrThrow({ where: { reference } });
  const altered = Buffer.from(kept.caseFile as Uint8Array);
  altered[altered.length - 1]! ^= 1;
  const setFile = (caseFile: Uint8Array<ArrayBuffer> | null) => db().subjectRequest.update({ where: { reference }, data: { caseFile } });
  await setFile(new Uint8Array(altered));
  await expect(named()).rejects.toThrow("altered, or sealed for another context");
  await setFile(null);
  expect(await named()).toEqual([null]);
  await setFile(kept.caseFile);
  expect(await named()).toEqual(["Canary Durand"]);
});

test("what takes effect at once stands by its own day, a message after the reply by a week from it, all else by when the answer is due", async () => {
  const [agent, plain, atOnce, thanked] = [await newStaff("agent"), await newCase(), await newCase("objection", { kind: "marketing", address: "canary@example.org" }), await newCase()];
  await db().subjectRequest.update({ where: { reference: thanked }, data: { state: "message-after-reply", dueOn: new Date("2026-01-05"), messageDueOn: new Date("2099-01-01") } });
  const { dueOn, targetOn } = await db().subjectRequest.findUniqueOrThrow({ where: { reference: atOnce } });
  expect(targetOn?.getTime()).toBeLessThan(dueOn.getTime());
  const stands = async (filter: QueueAsked, reference: string) => {
    for (let after: string | undefined, place = 0; ; place += queuePageSize) {
      const page = await queue(agent, { ...filter, ...(after ? { after } : {}) });
      const at = page.rows.findIndex((row) => row.reference === reference);
      if (at >= 0) return { place: place + at, on: page.rows[at]?.actOn };
      if (!page.next) return null;
      after = page.next;
    }
  };
  expect(await stands({}, atOnce)).toEqual({ place: 0, on: targetOn?.toISOString().slice(0, 10) });
  expect(await stands({}, plain)).toMatchObject({ on: dueOn.toISOString().slice(0, 10) });
  expect(await stands({}, thanked)).toEqual({ place: (await db().subjectRequest.count({ where: { isOnDesk: true } })) - 1, on: "2099-01-01" });
  expect(await queue(agent, { due: "at-once" })).toMatchObject({ rows: [{ reference: atOnce }], open: 1 });
  expect(await takeNext(agent)).toBe(atOnce);
  // By when an answer is due: in that order, whatever is to be done before.
  await db().subjectRequest.updateMany({ where: { reference: { in: [plain, atOnce] } }, data: { dueOn: new Date("2026-02-01") } });
  await db().subjectRequest.update({ where: { reference: atOnce }, data: { dueOn: new Date("2026-02-02") } });
  expect((await queue(agent, { due: "overdue" })).rows.map(({ reference }) => reference)).toEqual([plain, atOnce]);
});

test("nonsense in the address is the first page, never an error", async () => {
  const agent = await newStaff("agent");
  const first = await queue(agent, {});
  for (const after of ["x", "2026-99-99_K7QF-2M9X", "' or 1=1", "_", "2026-11-23_AAAA-AAAA", ...["2026-02-31", "2026-13-01", "0000-01-01"].map((day) => `${day}_${first.rows[0]?.reference}`)]) expect((await queue(agent, { after })).rows).toHaveLength(first.rows.length);
  expect((await queue(agent, { right: "x", state: "y", due: "z" })).rows).toEqual(first.rows);
});

test("AC: no right to read, nothing seen; every look at a case is on record", async () => {
  const reference = await newCase();
  expect(await queue(await newStaff("administrator"), {})).toEqual({ rows: [], next: null, open: 0, searched: null });
  expect(await caseOf(await newStaff("administrator"), reference)).toBeNull();
  const auditor = await newStaff("auditor");
  expect(await caseOf(auditor, reference)).toMatchObject({ allowed: [], caseFile: { requester: { name: "Canary Durand" } } });
  expect(await db().event.count({ where: { type: "CaseViewed", reference, actor: `staff:${auditor.id}` } })).toBe(1);
});

test("who else opened a case a short while ago is told to colleagues, not oneself to oneself", async () => {
  const [agent, other] = [await newStaff("agent"), await newStaff("dpo")];
  const reference = await newCase();
  expect(await othersHere(agent, reference)).toEqual([]);
  for (const actor of [agent, other, other]) await caseOf(actor, reference);
  const { name } = await db().staff.findUniqueOrThrow({ where: { id: other.id } });
  expect(await othersHere(agent, reference)).toEqual([{ name, at: expect.stringMatching(/^\d{4}-/) }]);
  expect((await othersHere(other, reference)).map(({ name: who }) => who)).not.toContain(name);
  expect(await othersHere(await newStaff("administrator"), reference)).toEqual([]);
});
