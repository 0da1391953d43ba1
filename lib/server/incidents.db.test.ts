import { expect, test } from "vitest";
import { linkIncident } from "@/lib/request/handle/link-incident";
import { withdrawRequest } from "@/lib/request/retain/withdraw-request";
import { db } from "./db";
import { newCase, newStaff, requesterOf } from "./fixtures/cases";
import { endIncident, gather, keepAnswer, openIncident, sendAgain, writeLetter } from "./incidents";
import { tellIncidentJob } from "./jobs/tell-incident";
import { perform } from "./perform";
import { commonAnswer, countGatherable, incident } from "./reads/incidents";
import { queue } from "./reads/queue";
import { loadCase } from "./store";

const said = { fr: "Voici où nous en sommes.", en: "This is where we stand." };
const run = { jobId: "1", attempt: 1, isLastAttempt: false };

async function opened() {
  const dpo = await newStaff("dpo");
  const done = await openIncident(dpo, { name: "Envoi du 14", startedOn: "2026-11-14" });
  if ("refused" in done) throw new Error(done.refused);
  return { dpo, id: done.id };
}
async function linked(id: string): Promise<string> {
  const reference = await newCase();
  await perform(await newStaff("agent"), linkIncident, { incidentId: id }, { reference });
  return reference;
}
const lettersOf = async (reference: string) => (await db().$queryRaw<{ count: number }[]>`select count(*)::int as count from graphile_worker.jobs where key like 'incident-letter:%' and key in (select 'incident-letter:' || id from "Event" where reference = ${reference})`)[0]?.count;

test("a letter goes to every open request of the incident, once, also when the job breaks off or runs twice at the same time; later to those who came since", async () => {
  const { dpo, id } = await opened();
  const [one, two, gone] = [await linked(id), await linked(id), await linked(id)];
  const stranger = await newCase();
  await perform(requesterOf(gone), withdrawRequest, {}, { reference: gone });
  expect(await writeLetter(dpo, id, said)).toEqual({ ok: true });
  const letterId = (await incident(dpo, id))?.letters[0]?.id ?? "";
  await Promise.all([tellIncidentJob({ letterId }, run), tellIncidentJob({ letterId }, run)]);
  expect((await incident(dpo, id))?.letters).toMatchObject([{ told: 2, isSending: false, ...said }]);
  const late = await linked(id);
  await sendAgain(dpo, id, letterId);
  await tellIncidentJob({ letterId }, run);
  for (const reference of [one, two, late]) {
    expect((await loadCase(reference))?.caseFile?.messages).toMatchObject([{ from: "controller", body: said.fr }]);
    expect(await lettersOf(reference)).toBe(1);
  }
  for (const reference of [gone, stranger]) expect((await loadCase(reference))?.caseFile?.messages).toEqual([]);
  expect((await incident(dpo, id))?.letters[0]?.told).toBe(3);
});

test("an agent neither opens an incident nor writes to all; a DPO who has not just proved who they are writes to nobody", async () => {
  const { dpo, id } = await opened();
  const agent = await newStaff("agent");
  expect(await openIncident(agent, { name: "x", startedOn: "2026-11-14" })).toEqual({ refused: "no-permission" });
  for (const done of [await writeLetter(agent, id, said), await sendAgain(agent, id, id), await keepAnswer(agent, id, said), await endIncident(agent, id)]) expect(done).toEqual({ refused: "no-permission" });
  expect(await gather(await newStaff("auditor"), id, { from: "2026-01-01", until: "2026-12-31", right: "", locale: "" })).toEqual({ refused: "no-permission" });
  expect(await writeLetter({ ...dpo, provenAt: null }, id, said)).toEqual({ refused: "proof-not-fresh" });
  expect(await db().incidentLetter.count({ where: { incidentId: id } })).toBe(0);
});

test("requests that are alike join, and are found together in the queue; of an incident that has ended none joins", async () => {
  const { dpo, id } = await opened();
  const agent = await newStaff("agent");
  await newCase("transfers", { details: "" });
  const alike = { from: "2000-01-01", until: "2999-12-31", right: "transfers", locale: "fr" };
  expect(await countGatherable(agent, { ...alike, locale: "en" })).toBe(0);
  const count = await countGatherable(agent, alike);
  expect(await gather(agent, id, alike)).toEqual({ joined: count, left: false });
  expect(await countGatherable(agent, alike)).toBe(0);
  expect((await queue(agent, { incident: id })).open).toBe(count);
  expect(await incident(agent, id)).toMatchObject({ requests: count, open: count });
  expect(await endIncident(dpo, id)).toEqual({ ok: true });
  expect(await gather(agent, id, alike)).toEqual({ refused: "incident-unknown" });
  expect(await writeLetter(dpo, id, said)).toEqual({ refused: "incident-unknown" });
});

test("what every answer says first is kept, in the language of the request", async () => {
  const { dpo, id } = await opened();
  expect(await commonAnswer(dpo, id, "fr")).toBe("");
  await keepAnswer(dpo, id, said);
  expect([await commonAnswer(dpo, id, "fr"), await commonAnswer(dpo, id, "en"), await commonAnswer(dpo, null, "fr")]).toEqual([said.fr, said.en, ""]);
});
