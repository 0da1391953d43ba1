import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { StaffActor } from "./actor";
import { assignCases } from "./assign";
import { db } from "./db";
import { newCase, newMember, newStaff, newTeam } from "./fixtures/cases";
import { moveCases } from "./jobs/move-cases";
import { takeCase } from "@/lib/request/handle/take-case";
import { perform } from "./perform";
import { caseOf } from "./reads/case";
import { teamList } from "./reads/teams";
import { addStaff, changePlace } from "./staff";
import { loadCase } from "./store";
import { addTeam, removeTeam, renameTeam } from "./teams";

const run = { jobId: "1", attempt: 1, isLastAttempt: false };
const named = async (name: string) => (await db().team.findFirstOrThrow({ where: { name, removedAt: null } })).id;
const placeOf = async (reference: string) => {
  const { assigneeId, teamId } = await db().subjectRequest.findUniqueOrThrow({ where: { reference } });
  return { assigneeId, teamId };
};
const facts = (type: string) => db().event.findMany({ where: { type }, orderBy: { position: "asc" } });

test("the list of teams: added, renamed, removed, each change on record; one of a name, however many at once", async () => {
  const administrator = await newStaff("administrator");
  expect(await Promise.all(Array.from({ length: 5 }, () => addTeam(administrator, "Marque A")))).toEqual(expect.arrayContaining([{ ok: true }, { refused: "name-taken" }]));
  expect(await db().team.count({ where: { name: "Marque A" } })).toBe(1);
  const id = await named("Marque A");
  expect(await addTeam(administrator, "MARQUE A")).toEqual({ refused: "name-taken" });
  expect(await renameTeam(administrator, id, "Marque B")).toEqual({ ok: true });
  expect(await renameTeam(administrator, id, "Marque b")).toEqual({ ok: true });
  expect(await removeTeam(administrator, id)).toEqual({ ok: true });
  expect(await addTeam(administrator, "Marque B")).toEqual({ ok: true });
  for (const change of [renameTeam(administrator, id, "x"), removeTeam(administrator, id)]) expect(await change).toEqual({ refused: "team-unknown" });
  for (const type of ["TeamAdded", "TeamRenamed", "TeamRemoved"]) expect((await facts(type)).map(({ data, actor }) => [data, actor])).toContainEqual([{ teamId: id }, `staff:${administrator.id}`]);
  expect(JSON.stringify((await facts("TeamAdded")).map(({ data }) => data))).not.toContain("Marque");
});

test("only the administrator, and only who proved it just now", async () => {
  const [dpo, administrator] = [await newStaff("dpo"), await newStaff("administrator")];
  const stale: StaffActor = { ...administrator, provenAt: new Date(0) };
  const id = await newTeam();
  for (const [who, refused] of [[dpo, "no-permission"], [stale, "proof-not-fresh"]] as const) {
    for (const change of [addTeam(who, "X"), renameTeam(who, id, "X"), removeTeam(who, id), changePlace(who, dpo.id, { teamId: id, caseScope: "own" })]) expect(await change).toEqual({ refused });
  }
  expect(await teamList(dpo)).toEqual([]);
});

test("a team is removed only once nobody and no open case is in it; who puts something there at the same moment wins or is refused", async () => {
  const [administrator, dpo] = [await newStaff("administrator"), await newStaff("dpo")];
  const id = await newTeam();
  const member = await newMember(["agent"], id, "team");
  const reference = await newCase();
  await assignCases(dpo, [reference], { teamId: id });
  expect(await removeTeam(administrator, id)).toEqual({ refused: "in-use", people: 1, open: 1 });
  expect((await teamList(administrator)).find((team) => team.id === id)).toMatchObject({ people: 1, open: 1 });
  await changePlace(administrator, member.id, { teamId: null, caseScope: "all" });
  await assignCases(dpo, [reference], { staffId: dpo.id });
  const [removed, given] = await Promise.all([removeTeam(administrator, id), assignCases(dpo, [reference], { teamId: id })]);
  const isGiven = "given" in given && given.given === 1;
  expect("ok" in removed).toBe(!isGiven);
  expect((await placeOf(reference)).teamId).toBe(isGiven ? id : null);
  const gone = await newTeam();
  await removeTeam(administrator, gone);
  expect(await assignCases(dpo, [reference], { teamId: gone })).toEqual({ refused: "colleague-unknown" });
  expect(await changePlace(administrator, member.id, { teamId: gone, caseScope: "team" })).toEqual({ refused: "team-unknown" });
  expect(await addStaff(administrator, { name: "Ana", email: `${randomUUID()}@example.org`, roles: ["agent"], teamId: gone, caseScope: "team" })).toEqual({ refused: "team-unknown" });
});

test("a case is of its holder's team, taken, given or given back", async () => {
  const dpo = await newStaff("dpo");
  const [one, two] = [await newTeam(), await newTeam()];
  const [first, second] = [await newMember(["agent"], one, "all"), await newMember(["agent"], two, "all")];
  const reference = await newCase();
  await perform(first, takeCase, {}, { reference });
  expect(await placeOf(reference)).toEqual({ assigneeId: first.id, teamId: one });
  await assignCases(dpo, [reference], { staffId: second.id });
  expect(await placeOf(reference)).toEqual({ assigneeId: second.id, teamId: two });
  await assignCases(dpo, [reference], null);
  expect(await placeOf(reference)).toEqual({ assigneeId: null, teamId: two });
  await assignCases(dpo, [reference], { teamId: one });
  expect(await placeOf(reference)).toEqual({ assigneeId: null, teamId: one });
  expect(await assignCases(dpo, [reference], { teamId: one })).toEqual({ given: 1, left: [] });
  await assignCases(dpo, [reference], { staffId: dpo.id });
  expect(await placeOf(reference)).toEqual({ assigneeId: dpo.id, teamId: null });
  expect((await loadCase(reference))?.request).toMatchObject(await placeOf(reference));
  expect((await caseOf(dpo, reference))?.timeline.filter(({ toTeam }) => toTeam !== null)).toHaveLength(3);
});

test("whoever changes teams takes their open cases along, once, and is signed out; the change is on record", async () => {
  const [administrator, dpo] = [await newStaff("administrator"), await newStaff("dpo")];
  const [before, now] = [await newTeam(), await newTeam()];
  const member = await newMember(["agent"], before, "team");
  const [one, two] = [await newCase(), await newCase()];
  await assignCases(dpo, [one, two], { staffId: member.id });
  expect(await changePlace(administrator, member.id, { teamId: now, caseScope: "own" })).toEqual({ ok: true });
  expect(await db().staff.findUniqueOrThrow({ where: { id: member.id } })).toMatchObject({ teamId: now, caseScope: "own", sessionVersion: 2 });
  expect((await facts("StaffPlaceChanged")).at(-1)).toMatchObject({ actor: `staff:${administrator.id}`, data: { staffId: member.id, teamId: now, caseScope: "own" } });
  await Promise.all([moveCases({ staffId: member.id }, run), moveCases({ staffId: member.id }, run)]);
  await moveCases({ staffId: member.id }, run);
  for (const reference of [one, two]) {
    expect(await placeOf(reference)).toEqual({ assigneeId: member.id, teamId: now });
    expect(await db().event.count({ where: { reference, type: "CaseMoved" } })).toBe(1);
  }
  await changePlace(administrator, member.id, { teamId: null, caseScope: "all" });
  await moveCases({ staffId: member.id }, run);
  expect(await placeOf(one)).toEqual({ assigneeId: member.id, teamId: null });
});

test("a change of team and a case taken at the same moment: once the job has run, the case is of the new team", async () => {
  const administrator = await newStaff("administrator");
  const [before, now] = [await newTeam(), await newTeam()];
  for (let round = 0; round < 5; round += 1) {
    const member = await newMember(["agent"], before, "all");
    const reference = await newCase();
    await Promise.all([perform(member, takeCase, {}, { reference }), changePlace(administrator, member.id, { teamId: now, caseScope: "all" })]);
    await moveCases({ staffId: member.id }, run);
    expect(await placeOf(reference)).toEqual({ assigneeId: member.id, teamId: now });
  }
});
