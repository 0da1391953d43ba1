import { expect, test } from "vitest";
import { withdrawRequest } from "@/lib/request/retain/withdraw-request";
import { assignCases, takeNext } from "./assign";
import { db } from "./db";
import { newCase, newStaff, requesterOf } from "./fixtures/cases";
import { releaseCases } from "./jobs/release-cases";
import { perform } from "./perform";
import { alone } from "./reads/asked";
import { colleagues } from "./reads/colleagues";
import { changeRoles, setDisabled } from "./staff";

const holderOf = async (reference: string) => (await db().subjectRequest.findUniqueOrThrow({ where: { reference } })).assigneeId;
const run = { jobId: "1", attempt: 1, isLastAttempt: false };

test("chosen cases go to a colleague and back; what is closed meanwhile is named, the others are given", async () => {
  const [agent, other] = [await newStaff("agent"), await newStaff("dpo")];
  const [one, two, gone] = [await newCase(), await newCase(), await newCase()];
  await perform(requesterOf(gone), withdrawRequest, {}, { reference: gone });
  expect(await assignCases(agent, [one, two, two, gone, "2222-2222"], { staffId: other.id })).toEqual({ given: 2, left: [gone, "2222-2222"] });
  expect([await holderOf(one), await holderOf(two), await holderOf(gone)]).toEqual([other.id, other.id, null]);
  expect(await assignCases(agent, [one], null)).toEqual({ given: 1, left: [] });
  expect(await holderOf(one)).toBeNull();
  expect((await db().event.findMany({ where: { reference: one, type: "CaseAssigned" }, orderBy: { position: "asc" } })).map(({ data, actor }) => [data, actor])).toEqual([[{ staffId: other.id, teamId: null }, `staff:${agent.id}`], [{ staffId: null, teamId: null }, `staff:${agent.id}`]]);
});

test("only to somebody who handles cases here, and by somebody who may", async () => {
  const [agent, auditor, left] = [await newStaff("agent"), await newStaff("auditor"), await newStaff("agent")];
  const reference = await newCase();
  await db().staff.update({ where: { id: left.id }, data: { disabledAt: new Date() } });
  for (const id of [auditor.id, left.id, "00000000-0000-4000-8000-000000000000"]) expect(await assignCases(agent, [reference], { staffId: id })).toEqual({ refused: "colleague-unknown" });
  expect(await assignCases(auditor, [reference], { staffId: agent.id })).toEqual({ refused: "no-permission" });
  expect((await alone(colleagues(agent))).map(({ id }) => id)).not.toContain(left.id);
  expect(await holderOf(reference)).toBeNull();
});

test("take next: the most urgent that nobody has; ten at once get ten; none left is told", async () => {
  await db().subjectRequest.updateMany({ where: { assigneeId: null }, data: { assigneeId: (await newStaff("agent")).id } });
  const urgent = await newCase();
  const made = [urgent, ...(await Promise.all(Array.from({ length: 9 }, () => newCase())))];
  await db().subjectRequest.update({ where: { reference: urgent }, data: { dueOn: new Date("2020-01-01") } });
  const first = await newStaff("agent");
  expect(await takeNext(first)).toBe(urgent);
  expect(await holderOf(urgent)).toBe(first.id);
  const taken = await Promise.all((await Promise.all(Array.from({ length: 9 }, () => newStaff("agent")))).map((agent) => takeNext(agent)));
  expect([urgent, ...taken].sort()).toEqual([...made].sort());
  expect(await takeNext(first)).toBeNull();
  const [transfer, plain] = [await newCase("transfers", { details: "" }), await newCase()];
  expect(await takeNext(first, { locale: "en" })).toBeNull();
  expect([await takeNext(first, { right: "transfers" }), await takeNext(first, { right: "transfers" }), await takeNext(first)]).toEqual([transfer, null, plain]);
  expect(await takeNext(await newStaff("auditor"))).toBeNull();
});

test("an account disabled: its open cases go back to the queue, once, and not if it is enabled again by then", async () => {
  const [administrator, agent, back] = [await newStaff("administrator"), await newStaff("agent"), await newStaff("agent")];
  const [one, two] = [await newCase(), await newCase()];
  await assignCases(agent, [one], { staffId: agent.id });
  await assignCases(agent, [two], { staffId: back.id });
  await setDisabled(administrator, agent.id, true);
  await setDisabled(administrator, back.id, true);
  await setDisabled(administrator, back.id, false);
  for (const staffId of [agent.id, back.id, agent.id]) await releaseCases({ staffId }, run);
  expect([await holderOf(one), await holderOf(two)]).toEqual([null, back.id]);
  expect(await db().event.count({ where: { reference: one, type: "CaseAssigned" } })).toBe(2);
  expect((await db().$queryRaw<{ count: number }[]>`select count(*)::int as count from graphile_worker.jobs where task_identifier = 'release-cases'`)[0]?.count).toBe(2);
});

test("the right to handle cases taken away: the open ones go back to the queue; not if it is given back by then, nor while another role gives it", async () => {
  const [administrator, agent, back, still] = [await newStaff("administrator"), await newStaff("agent"), await newStaff("agent"), await newStaff("agent", "dpo")];
  const held = [await newCase(), await newCase(), await newCase()];
  for (const [index, { id }] of [agent, back, still].entries()) await assignCases(agent, [held[index] ?? ""], { staffId: id });
  await changeRoles(administrator, agent.id, ["auditor"]);
  await changeRoles(administrator, back.id, []);
  await changeRoles(administrator, back.id, ["agent"]);
  await changeRoles(administrator, still.id, ["dpo"]);
  const jobs = await db().$queryRaw<{ staffId: string }[]>`select payload ->> 'staffId' as "staffId" from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = 'release-cases' and payload ->> 'staffId' = any(${[agent.id, back.id, still.id]}) order by job.id`;
  expect(jobs.map(({ staffId }) => staffId)).toEqual([agent.id, back.id]);
  for (const { staffId } of jobs) await releaseCases({ staffId }, run);
  expect(await Promise.all(held.map(holderOf))).toEqual([null, back.id, still.id]);
});
