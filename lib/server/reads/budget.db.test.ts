import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { addNote } from "@/lib/request/handle/add-note";
import { sendMessage } from "@/lib/request/handle/send-message";
import { takeCase } from "@/lib/request/handle/take-case";
import type { StaffActor } from "../actor";
import { fileDraft } from "../file-draft";
import { manyRows } from "../fixtures/plans";
import { about, newCase, newDraft, newFile, newStaff, requesterOf } from "../fixtures/cases";
import { perform } from "../perform";
import { searchAddress } from "../search-address";
import { requestKey } from "../store";
import { db } from "../db";
import { caseOf } from "./case";
import { followed } from "./follow";
import { queue } from "./queue";
import { queuePageSize } from "./queue-statement";
import { sameName } from "./same-name";
import { samePerson } from "./same-person";

// Next's own modules need a page around them; only the reads are counted here.
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));
vi.mock("next/headers", () => ({ cookies: vi.fn(), headers: vi.fn() }));

/** Statements sent to PostgreSQL while `work` runs, those that open and end a transaction included. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return sent.mock.calls.length;
  } finally {
    sent.mockRestore();
  }
}

let agent: StaffActor;
let small: string;
let large: string;

beforeAll(async () => {
  agent = await newStaff("agent");
  small = await newCase();
  large = await newCase();
  await Promise.all([queue(agent, {}), caseOf(agent, small), followed(requesterOf(small))]);
});

/** Many notes by many people, many messages with files. */
async function grow(reference: string): Promise<void> {
  const key = await requestKey(await db().subjectRequest.findUniqueOrThrow({ where: { reference } }));
  for (let made = 0; made < 8; made += 1) {
    const colleague = await newStaff("agent");
    await perform(colleague, addNote, { body: "note" }, { reference });
    await newFile({ reference, key: key as Buffer }, "message");
    await perform(requesterOf(reference), sendMessage, { body: "message" }, { reference });
  }
}

test("a page of the queue costs the same with one case as with a full page; names that were not opened lately one statement more, however many", async () => {
  const few = await statements(() => queue(agent, {}));
  for (let made = 0; made < queuePageSize; made += 1) {
    const reference = await newCase();
    if (made % 5 === 0) await perform(await newStaff("agent"), takeCase, {}, { reference });
  }
  expect(await statements(() => queue(agent, {}))).toBe(few + 1);
  expect(await statements(() => queue(agent, {}))).toBe(few);
  // The rows with their count, and the look on record.
  expect(few).toBe(1);
  const search = new URL(await searchAddress(agent, "cana dura"), "https://x.example").searchParams.get("search") ?? "";
  expect(await statements(() => queue(agent, { search })), "a search: how often its words occur, before; and names that are not known yet").toBe(few + 2);
  expect(await statements(() => queue(agent, { search })), "the same again").toBe(few);
  await manyRows(3_000);
  const { next } = await queue(agent, {});
  expect(await statements(() => queue(agent, { after: next ?? "" })), "a later page, among many").toBe(few);
  expect(await statements(() => queue(agent, { search })), "a search among many").toBe(few);
});

test("a case costs the same however much happened in it, for staff and for the person", async () => {
  await perform(agent, takeCase, {}, { reference: small });
  await perform(agent, takeCase, {}, { reference: large });
  await grow(large);
  const ofCase = await statements(() => caseOf(agent, small));
  expect(await statements(() => caseOf(agent, large))).toBe(ofCase);
  expect(ofCase).toBeLessThanOrEqual(6);
  const ofSpace = await statements(() => followed(requesterOf(small)));
  expect(await statements(() => followed(requesterOf(large)))).toBe(ofSpace);
  expect(ofSpace).toBeLessThanOrEqual(4);
});

test("what else the same person asked for is one statement, whether nothing or much; so is what stands under the same name", async () => {
  const alone = await fileDraft((await newDraft(undefined, undefined, { ...about, email: "alone@example.org" })).id);
  const of = (reference: string) => statements(() => samePerson(agent, reference, 30));
  expect(await of("reference" in alone ? alone.reference : "")).toBe(1);
  expect(await of(large)).toBe(1);
  const view = await caseOf(agent, large);
  for (const days of [1, 90]) expect(await statements(() => sameName(agent, { ...view!, sameRequestDays: days }))).toBe(1);
});

test("a filing costs the same with five files, and in a database with many cases", async () => {
  const bare = await newDraft();
  const full = await newDraft();
  for (let made = 0; made < 5; made += 1) await newFile({ draftId: full.id, key: full.key }, "evidence");
  const ofBare = await statements(() => fileDraft(bare.id));
  // Two more: the files join the case, then the hashes of their pictures, all at once.
  expect(await statements(() => fileDraft(full.id))).toBe(ofBare + 2);
  // Among them the words it is found by, the count of its network, its place in the figures, and the rules of assignment.
  expect(ofBare).toBeLessThanOrEqual(17);
});
