import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Absence } from "@/lib/request/absence";
import { isAway, setAbsence } from "./absence";
import { assignCases, takeNext } from "./assign";
import { now } from "./clock";
import { civilDay } from "./clock-facts";
import { db } from "./db";
import { newCase, newMember, newStaff, newTeam } from "./fixtures/cases";
import { absenceOf } from "./reads/absence";
import { alone } from "./reads/asked";
import { colleagues } from "./reads/colleagues";
import { loadView } from "./reads/load";
import { openCounts } from "./reads/open-counts";
import { queue } from "./reads/queue";

const today = () => civilDay(now());
const from = (standIn: string | null = null, until: string | null = null): Absence => ({ from: today(), until, standIn });

test("one's own absence, or another's by a DPO or an administrator; a stand-in is somebody else who handles cases; on record", async () => {
  const [agent, other, dpo, administrator, auditor] = [await newStaff("agent"), await newStaff("agent"), await newStaff("dpo"), await newStaff("administrator"), await newStaff("auditor")];
  expect(await setAbsence(agent, agent.id, from(other.id))).toEqual({ ok: true });
  expect(await absenceOf(agent, agent.id)).toMatchObject({ from: today(), until: null, standIn: { id: other.id } });
  expect(await setAbsence(other, agent.id, null)).toEqual({ refused: "no-permission" });
  expect(await absenceOf(other, agent.id)).toBeNull();
  for (const who of [dpo, administrator]) expect(await setAbsence(who, agent.id, from(null, "2099-01-01"))).toEqual({ ok: true });
  for (const standIn of [agent.id, auditor.id, randomUUID()]) expect(await setAbsence(agent, agent.id, from(standIn))).toEqual({ refused: "stand-in-unknown" });
  expect(await setAbsence(dpo, randomUUID(), null)).toEqual({ refused: "unknown" });
  expect(await setAbsence(agent, agent.id, null)).toEqual({ ok: true });
  expect(await absenceOf(dpo, agent.id)).toMatchObject({ from: null, until: null, standIn: null });
  const facts = await db().event.findMany({ where: { type: "AbsenceChanged" }, orderBy: { position: "asc" } });
  expect(facts.map(({ actor, data }) => [actor, data])).toMatchObject([
    [`staff:${agent.id}`, { staffId: agent.id, after: { from: today(), until: null, standInId: other.id } }],
    [`staff:${dpo.id}`, { after: { until: "2099-01-01" } }],
    [`staff:${administrator.id}`, {}],
    [`staff:${agent.id}`, { after: { from: null } }],
  ]);
});

test("while somebody is away the next one is not given to them; what they have stays theirs, and colleagues are told", async () => {
  const [agent, dpo] = [await newStaff("agent"), await newStaff("dpo")];
  const [held] = [await newCase(), await newCase()];
  await assignCases(dpo, [held], { staffId: agent.id });
  await setAbsence(agent, agent.id, from(null, "2099-01-01"));
  expect([await isAway(agent), await takeNext(agent)]).toEqual([true, null]);
  expect((await queue(dpo, { who: agent.id })).rows).toMatchObject([{ reference: held, assignee: { id: agent.id, isHere: false, awayUntil: "2099-01-01" } }]);
  expect((await alone(colleagues(dpo))).find(({ id }) => id === agent.id)).toMatchObject({ isHere: false, awayUntil: "2099-01-01" });
  expect((await openCounts(dpo)).get(agent.id)).toBe(1);
  await setAbsence(agent, agent.id, null);
  expect([await isAway(agent), (await takeNext(agent)) === null]).toEqual([false, false]);
});

test("the load of each: open, late, soon due; to those who may give cases, of those they may give them to", async () => {
  const team = await newTeam();
  const [of, beside, dpo] = [await newMember(["agent"], team, "team"), await newMember(["agent"], team, "own"), await newStaff("dpo")];
  const cases = [await newCase(), await newCase(), await newCase()] as const;
  await assignCases(dpo, cases, { staffId: beside.id });
  const due = (reference: string, dueOn: string, rest = {}) => db().subjectRequest.update({ where: { reference }, data: { dueOn: new Date(dueOn), ...rest } });
  await due(cases[0], "2020-01-01");
  await due(cases[1], today());
  await due(cases[2], "2020-01-01", { suspended: true });
  for (const who of [of, dpo]) expect((await loadView(who))?.find(({ id }) => id === beside.id)).toMatchObject({ open: 3, overdue: 1, soon: 1, isHere: true, team: expect.stringContaining("Team") });
  expect((await loadView(of))?.map(({ id }) => id).sort()).toEqual([of.id, beside.id].sort());
  for (const who of [beside, await newStaff("auditor")]) expect(await loadView(who)).toBeNull();
});
