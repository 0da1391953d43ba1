import pg from "pg";
import { beforeEach, expect, test, vi } from "vitest";
import type { AssignmentRule } from "@/lib/request/assignment-rule";
import type { StaffActor } from "./actor";
import { assignCases } from "./assign";
import { applyRules as ask, changeRules, newestRules } from "./assignment-rules";
import { db } from "./db";
import { fileDraft } from "./file-draft";
import { newCase, newDraft, newMember, newStaff, newTeam } from "./fixtures/cases";
import { applyRules } from "./jobs/apply-rules";
import { assignmentView } from "./reads/assignment";
import { caseOf } from "./reads/case";
import { setDisabled } from "./staff";

const run = { jobId: "1", attempt: 1, isLastAttempt: false };
const rule = (to: AssignmentRule["to"], rest: Partial<AssignmentRule> = {}): AssignmentRule => ({ rights: [], locale: null, to, ...rest });
const placeOf = async (reference: string) => {
  const { assigneeId, teamId } = await db().subjectRequest.findUniqueOrThrow({ where: { reference } });
  return { assigneeId, teamId };
};

let dpo: StaffActor;
/** These rules and no others. */
async function rules(...list: AssignmentRule[]): Promise<number> {
  for (let left = (await newestRules()).rules.length; left > 0; left -= 1) await changeRules(dpo, (await newestRules()).version, { remove: 0 });
  for (const each of list) expect(await changeRules(dpo, (await newestRules()).version, { add: each })).toEqual({ ok: true });
  return (await newestRules()).version;
}
beforeEach(async () => {
  dpo = await newStaff("dpo");
  await rules();
});

async function statements(work: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, "query");
  await work();
  const { length } = sent.mock.calls;
  sent.mockRestore();
  return length;
}

test("a request that comes in goes where the first rule says, in the transaction of its filing and as a fact in the name of the rule", async () => {
  const [team, other] = [await newTeam(), await newTeam()];
  const member = await newMember(["agent"], team, "team");
  await rules(rule({ staffId: member.id }, { rights: ["transfers"] }), rule({ teamId: other }, { locale: "fr" }));
  const [transfers, access] = [await newCase("transfers", { details: "" }), await newCase()];
  expect([await placeOf(transfers), await placeOf(access)]).toEqual([{ assigneeId: member.id, teamId: team }, { assigneeId: null, teamId: other }]);
  const timeline = (await caseOf(dpo, transfers))?.timeline.map(({ type, actor, data }) => [type, actor, data]);
  expect(timeline?.slice(0, 2)).toMatchObject([["RequestFiled", "requester", {}], ["CaseAssigned", "rule", { staffId: member.id, teamId: team }]]);
});

test("whoever of the team has the least; who is away or gone is passed over, then the team, then nobody", async () => {
  const [administrator, team] = [await newStaff("administrator"), await newTeam()];
  const [busy, free] = [await newMember(["agent"], team, "team"), await newMember(["agent"], team, "team")];
  await assignCases(dpo, [await newCase()], { staffId: busy.id });
  await rules(rule({ leastOf: team }));
  expect(await placeOf(await newCase())).toEqual({ assigneeId: free.id, teamId: team });
  await db().staff.update({ where: { id: free.id }, data: { awayFrom: new Date("2020-01-01") } });
  expect(await placeOf(await newCase())).toEqual({ assigneeId: busy.id, teamId: team });
  await setDisabled(administrator, busy.id, true);
  expect(await placeOf(await newCase())).toEqual({ assigneeId: null, teamId: team });
  await db().staff.update({ where: { id: free.id }, data: { awayUntil: new Date("2020-02-01") } });
  expect(await placeOf(await newCase())).toEqual({ assigneeId: free.id, teamId: team });
  await rules(rule({ staffId: busy.id }));
  expect(await placeOf(await newCase())).toEqual({ assigneeId: null, teamId: null });
});

test("a filing stays cheap: one statement more where no rule fits, three at most beside the placing where one does", async () => {
  const file = async () => fileDraft((await newDraft()).id);
  const count = async () => {
    const { id } = await newDraft();
    return statements(() => fileDraft(id));
  };
  await file();
  const bare = await count();
  await rules(rule({ teamId: await newTeam() }, { rights: ["erasure"] }));
  expect(await count(), "no rule fits").toBe(bare);
  const team = await newTeam();
  for (let made = 0; made < 5; made += 1) await newMember(["agent"], team, "team");
  await rules(rule({ leastOf: team }));
  expect(await count(), "one fits").toBe(bare + 2);
});

test("only who may, on the list as they saw it; each change is on record", async () => {
  const agent = await newStaff("agent");
  const version = await rules(rule({ staffId: agent.id }), rule({ staffId: dpo.id }));
  for (const refused of [changeRules(agent, version, { up: 1 }), ask(agent, version)]) expect(await refused).toEqual({ refused: "no-permission" });
  expect(await assignmentView(agent)).toBeNull();
  expect(await Promise.all([changeRules(dpo, version, { up: 1 }), changeRules(dpo, version, { remove: 0 })])).toEqual(expect.arrayContaining([{ ok: true }, { refused: "changed-meanwhile" }]));
  expect(await changeRules(dpo, version + 1, { remove: 9 })).toEqual({ refused: "rule-unknown" });
  expect(await ask(dpo, version)).toEqual({ refused: "changed-meanwhile" });
  expect((await db().event.findFirstOrThrow({ where: { type: "AssignmentRulesChanged" }, orderBy: { position: "desc" } })).data).toMatchObject({ settingsVersion: version + 1 });
});

test("what nobody has goes where the preview said, once, however often and by how many it is applied", async () => {
  await db().subjectRequest.updateMany({ where: { assigneeId: null, teamId: null }, data: { isOnDesk: false } });
  const team = await newTeam();
  const [one, two] = [await newMember(["agent"], team, "team"), await newMember(["agent"], team, "team")];
  const waiting = await Promise.all(Array.from({ length: 4 }, () => newCase()));
  const [transfer, inTeam] = [await newCase("transfers", { details: "" }), await newCase()];
  await assignCases(dpo, [inTeam], { teamId: team });
  const version = await rules(rule({ leastOf: team }, { rights: ["access"] }));
  const view = await assignmentView(dpo);
  expect(view?.preview).toMatchObject({ waiting: 5, left: 1, to: [{ count: 2 }, { count: 2 }] });
  expect(view?.rules).toMatchObject([{ rights: ["access"], to: { kind: "least", name: expect.stringContaining("Team") } }]);
  expect(await ask(dpo, version)).toEqual({ ok: true });
  await Promise.all([applyRules({ version }, run), applyRules({ version }, run)]);
  await applyRules({ version }, run);
  const places = await Promise.all(waiting.map(placeOf));
  for (const place of places) expect([one.id, two.id]).toContain(place.assigneeId);
  expect(await db().event.count({ where: { reference: { in: waiting }, type: "CaseAssigned", actor: "rule" } })).toBe(4);
  expect([await placeOf(transfer), await placeOf(inTeam)]).toEqual([{ assigneeId: null, teamId: null }, { assigneeId: null, teamId: team }]);
  const late = await newCase("transfers", { details: "" });
  await rules(rule({ teamId: team }));
  await applyRules({ version }, run);
  expect(await placeOf(late)).toEqual({ assigneeId: null, teamId: null });
});
