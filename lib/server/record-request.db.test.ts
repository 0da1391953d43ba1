import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { checkArrival, type Came } from "@/lib/request/ask/arrival-input";
import { recordAddress } from "@/lib/request/ask/record-address";
import type { Typed } from "@/lib/request/ask/draft";
import { toldSchema } from "@/lib/request/ask/told-answers";
import { askQuestion } from "@/lib/request/handle/ask-question";
import { recordPosting } from "@/lib/request/reply/record-posting";
import { defaultSettings } from "@/lib/law/clock-settings";
import type { StaffActor } from "./actor";
import { db } from "./db";
import { newStaff } from "./fixtures/cases";
import { perform } from "./perform";
import { caseOf } from "./reads/case";
import { printedLetter } from "./reads/letter";
import { queue } from "./reads/queue";
import { sameName } from "./reads/same-name";
import { recordRequest } from "./record-request";
import { loadCase } from "./store";
import { emailToken } from "./tokens";

const at = new Date("2026-11-26T10:00:00Z");

function came(typed: Typed): Came {
  const checked = checkArrival({ way: "telephone", receivedOn: "2026-11-06", right: "access", ...typed }, { today: "2026-11-26" as Came["cameOn"], now: at.toISOString(), timeZone: "Europe/Paris" });
  if ("codes" in checked) throw new Error(JSON.stringify(checked.codes));
  return checked.came;
}

async function recorded(actor: StaffActor, how: Typed = {}, what: Typed = {}): Promise<string> {
  const arrived = came(how);
  const told = toldSchema(arrived.rights).parse({ formKey: randomUUID(), locale: "fr", words: "CANARY-WORDS", name: "Canary Durand", ...what });
  const done = await recordRequest(actor, arrived, told, { at });
  if ("refused" in done) throw new Error(done.refused);
  return done.reference;
}

async function letterJobs(reference: string): Promise<number> {
  const rows = await db().$queryRaw<{ count: bigint }[]>`
    select count(*) from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'send-letter' and j.payload::text like ${`%${reference}%`}`;
  return Number(rows[0]?.count);
}

describe("recording", () => {
  test("RC1: twenty at once from one form make one request; another form or another person makes another", async () => {
    const [agent, other] = [await newStaff("agent"), await newStaff("agent")];
    const formKey = randomUUID();
    const told = toldSchema(["access"]).parse({ formKey, locale: "fr", words: "Tout", name: "Anne Durand", email: "anne@example.org" });
    const all = await Promise.all(Array.from({ length: 20 }, () => recordRequest(agent, came({}), told, { at })));
    const references = new Set(all.map((one) => ("reference" in one ? one.reference : one.refused)));
    expect(references.size).toBe(1);
    expect(all.filter((one) => "isNew" in one && one.isNew)).toHaveLength(1);
    const [reference] = [...references];
    expect(await db().event.count({ where: { reference: reference! } })).toBe(1);
    expect(await letterJobs(reference!)).toBe(1);
    for (const made of [await recordRequest(other, came({}), told, { at }), await recordRequest(agent, came({}), { ...told, formKey: randomUUID() }, { at })]) expect(made).toMatchObject({ isNew: true });
  });

  test("who may not handle cases records none", async () => {
    const told = toldSchema(["access"]).parse({ formKey: randomUUID(), locale: "fr", words: "Tout", name: "Anne Durand" });
    for (const role of ["auditor", "administrator"] as const) expect(await recordRequest(await newStaff(role), came({}), told, { at })).toEqual({ refused: "no-permission" });
  });

  test("the row has the true day and its due date, overdue or not; nothing personal stands in clear", async () => {
    const agent = await newStaff("agent");
    const reference = await recorded(agent, { receivedOn: "2026-10-05" }, { postalAddress: "CANARY-STREET" });
    const [row] = await db().$queryRaw<{ received: string; due: string; channel: string }[]>`
      select "receivedOn"::text as received, "dueOn"::text as due, channel from "SubjectRequest" where reference = ${reference}`;
    expect(row).toEqual({ received: "2026-10-05", due: "2026-11-05", channel: "telephone" });
    const event = await db().event.findFirstOrThrow({ where: { reference } });
    expect(event.actor).toBe(`staff:${agent.id}`);
    expect(JSON.stringify(event.data)).not.toMatch(/CANARY|Canary/);
    expect((await loadCase(reference))?.caseFile).toMatchObject({ words: "CANARY-WORDS", requester: { name: "Canary Durand", postalAddress: "CANARY-STREET" } });
  });

  test("a registered letter counts from the day the controller's policy names", async () => {
    const agent = await newStaff("agent");
    const how = { way: "registered", presentedOn: "2026-11-02", receivedOn: "2026-11-06" };
    expect((await loadCase(await recorded(agent, how)))?.request.receivedOn).toBe("2026-11-06");
    const content = { ...defaultSettings, policy: { ...defaultSettings.policy, registeredLetterReceipt: "first-presentation" } };
    await db().clockSettings.create({ data: { version: 1, at: new Date("2026-11-01T00:00:00Z"), staffId: agent.id, content } });
    const reference = await recorded(agent, how);
    expect((await loadCase(reference))?.request).toMatchObject({ receivedOn: "2026-11-02", arrival: { post: { deliveredOn: "2026-11-06" } } });
    expect(await db().subjectRequest.findUniqueOrThrow({ where: { reference } })).toMatchObject({ lacksReceiptProof: true, dueOn: new Date("2026-12-02") });
    await db().clockSettings.deleteMany();
  });
});

describe("who is told, and how", () => {
  test("a receipt is mailed only where there is an address for it; else it waits to be posted, and the queue finds it", async () => {
    const agent = await newStaff("agent");
    const [mailed, posted, neither] = [await recorded(agent, {}, { email: "anne@example.org" }), await recorded(agent, {}, { postalAddress: "1 rue X" }), await recorded(agent)];
    expect(await Promise.all([mailed, posted, neither].map(letterJobs))).toEqual([1, 0, 0]);
    const rows = (await queue(agent, { state: "to-post" })).rows.map(({ reference }) => reference);
    expect([mailed, posted, neither].filter((reference) => rows.includes(reference))).toEqual([posted]);
    const event = (await loadCase(posted))!.events[0]!;
    expect(await perform(agent, recordPosting, { letter: "receipt", eventId: event.id, postedOn: "2026-11-26" }, { reference: posted, at })).toMatchObject({ ok: true });
    expect(await db().subjectRequest.findUniqueOrThrow({ where: { reference: posted } })).toMatchObject({ hasLettersToPost: false });
  });

  test("an address that becomes known opens the way: the receipt leaves, and a code may be asked for", async () => {
    const agent = await newStaff("agent");
    const reference = await recorded(agent);
    expect(await perform(agent, recordAddress, { email: "anne@example.org", postalAddress: null }, { reference })).toMatchObject({ ok: true });
    expect(await letterJobs(reference)).toBe(1);
    const { emailToken: stored } = await db().subjectRequest.findUniqueOrThrow({ where: { reference } });
    expect(stored && Buffer.from(stored).equals(Buffer.from(await emailToken("anne@example.org")))).toBe(true);
  });

  test("a letter on paper holds the question itself, and is no letter of another event", async () => {
    const agent = await newStaff("agent");
    const reference = await recorded(agent, {}, { postalAddress: "1 rue X" });
    await perform(agent, askQuestion, { body: "Quelle commande ?" }, { reference });
    expect(await letterJobs(reference)).toBe(0);
    const view = (await caseOf(agent, reference))!;
    const asked = view.timeline.at(-1)!;
    expect(await printedLetter(agent, view, asked.id)).toMatchObject({ standing: { name: "question", is: "due" }, letter: { blocks: expect.arrayContaining([{ kind: "paragraph", text: "Quelle commande ?" }]) } });
    expect(await printedLetter(agent, view, randomUUID())).toBeNull();
  });
});

test("without an e-mail address, requests under the same name that ask the same are pointed out, from either side; with two addresses, only these tell", async () => {
  const agent = await newStaff("agent");
  const name = "Zéphyrine N’Gouandjika";
  const byPhone = await recorded(agent, {}, { name });
  const named = await recorded(agent, { receivedOn: "2026-11-20" }, { name: "N’GOUANDJIKA zephyrine", email: "z@example.org" });
  const others = [await recorded(agent, { receivedOn: "2025-08-04" }, { name }), await recorded(agent, { right: "transfers" }, { name }), await recorded(agent, {}, { name: "Zéphyrine Petit" })];
  const found = async (reference: string) => (await sameName(agent, (await caseOf(agent, reference))!)).map((other) => other.reference);
  expect([await found(byPhone), await found(named)]).toEqual([[named], [byPhone]]);
  const secondAddress = await recorded(agent, {}, { name, email: "other@example.org" });
  expect((await found(secondAddress)).sort()).toEqual([byPhone]);
  expect(await found(others[2] ?? "")).toEqual([]);
  expect(await found(await recorded(agent, {}, { name: "Zéphyrine" }))).toEqual([]);
});
