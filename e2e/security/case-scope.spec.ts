import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { permissionsOf } from "@/lib/access/permissions";
import type { Permission } from "@/lib/access/permissions";
import { freshForm } from "@/lib/request/form-state";
import { referenceFrom } from "@/lib/request/reference";
import { actionTable, type Facts, pages, routes } from "../access-matrix";
import { act, actions, Form } from "./support/action";
import { query, stateOf } from "./support/database";
import { difference, essence } from "./support/essence";
import { type Answer, Jar } from "./support/http";
import { fileCase } from "./support/people";
import { memberIn, newTeam } from "./support/staff";

const name = `Scope ${randomUUID()}`;
const mayAgent = (audience: string) => permissionsOf(["agent"]).has(audience as Permission);
const unknown: Facts = { reference: referenceFrom(Buffer.from("NOTHERE")), event: randomUUID(), file: randomUUID(), replyFile: randomUUID(), staff: "", team: "", claim: randomUUID(), incident: "", register: "" };

let theirs: Facts;
let mine: string;
let ofMine: string;
let narrow: { who: string; jar: Jar }[];

/** Two cases, of which one is of the team of two agents: one who sees their team's, one who sees their own, and that one is theirs. */
test.beforeAll(async () => {
  const [own, other] = [await fileCase(), await fileCase({ identity: "piece.jpg", name })];
  const [proof] = await query<{ id: string }>(`select id from "File" where reference = $1`, [other.reference]);
  const [filed] = await query<{ id: string; data: { claims: { id: string }[] } }>(`select id, data from "Event" where reference = $1 and type = 'RequestFiled'`, [other.reference]);
  theirs = { ...unknown, reference: other.reference, event: filed?.id ?? "", file: proof?.id ?? "", claim: filed?.data.claims[0]?.id ?? "" };
  mine = own.reference;
  const [begun] = await query<{ id: string }>(`select id from "Event" where reference = $1 and type = 'RequestFiled'`, [mine]);
  ofMine = begun?.id ?? "";
  const team = await newTeam();
  const [ofTeam, ofOwn] = [await memberIn({ team, scope: "team" }, "agent"), await memberIn({ team, scope: "own" }, "agent")];
  await act(Jar.of("dpo"), "app/office/actions.ts#assignAction", "/office", ["", freshForm, new Form({ chosen: mine, to: ofOwn.id })]);
  narrow = [{ who: "of a team", jar: ofTeam.jar }, { who: "with their own cases", jar: ofOwn.jar }];
});

test("AC3: every page of a case outside one's scope is that of a case there is not", async () => {
  const ofCases = Object.entries(pages).filter(([, { audience, path }]) => mayAgent(audience) && path(theirs).includes(theirs.reference));
  expect(ofCases.length).toBeGreaterThanOrEqual(7);
  for (const { who, jar } of narrow) {
    for (const [page, { path }] of ofCases) {
      const [foreign, nothing] = [await jar.call(path(theirs)), await jar.call(path({ ...theirs, reference: unknown.reference }))];
      expect(foreign.status, `${who} at ${page}`).toBe(404);
      expect(difference(essence(foreign, theirs.reference), essence(nothing, unknown.reference)), `${who} at ${page}`).toBe("");
    }
    expect((await jar.call(`/office/requests/${mine}`)).status, who).toBe(200);
    const list = await jar.call("/office?state=all");
    expect(list.text).toContain(mine);
    for (const hidden of [theirs.reference, name]) expect(list.text, who).not.toContain(hidden);
  }
});

test("AC3: so is every file, and every upload to it", async () => {
  for (const { who, jar } of narrow) {
    for (const [route, table] of Object.entries(routes)) {
      for (const { method, path, audience } of table.filter((one) => mayAgent(one.audience) && /files/.test(one.path(theirs)))) {
        const [foreign, nothing] = await Promise.all([theirs, unknown].map((facts) => jar.call(path(facts), { method, headers: { accept: "application/json" } })));
        expect(foreign?.status, `${who}: ${method} ${route} (${audience})`).toBe(404);
        expect(essence(foreign as Answer, theirs.reference)).toBe(essence(nothing as Answer, unknown.reference));
      }
    }
  }
});

test("AC3: every action on it is not found, and changes nothing", async () => {
  const ofCases = Object.entries(actionTable).filter(([action]) => action.startsWith("app/office/requests/"));
  expect(ofCases.length).toBeGreaterThanOrEqual(20);
  const before = await stateOf(theirs.reference);
  let notFound = 0;
  for (const { who, jar } of narrow) {
    for (const [action, { args, audience }] of ofCases) {
      // From a page of a case they see, in which the action stands.
      const at = (actions.get(action)?.page ?? "").replace("[reference]", mine).replace("[eventId]", ofMine);
      const [foreign, nothing] = [await act(jar, action, at, args(theirs)), await act(jar, action, at, args({ ...theirs, reference: unknown.reference }))];
      expect([foreign.status, foreign.redirect, foreign.text.length], `${who}: ${action}`).toEqual([nothing.status, null, nothing.text.length]);
      // What was typed is looked at first, and what one may: a form that is wrong is told so, and who may do this on no case, whatever the reference.
      if (foreign.status !== 404 && !mayAgent(audience)) expect([foreign.state?.refusal, Object.keys(foreign.state?.errors ?? {})], `${who}: ${action}`).toEqual([nothing.state?.refusal ?? "a refusal", []]);
      else if (foreign.status !== 404) expect(Object.keys(foreign.state?.errors ?? {}), `${who}: ${action}`).not.toEqual([]);
      else notFound += 1;
    }
    const given = await act(jar, "app/office/actions.ts#assignAction", "/office", ["", freshForm, new Form({ chosen: theirs.reference, to: "nobody" })]);
    const none = await act(jar, "app/office/actions.ts#assignAction", "/office", ["", freshForm, new Form({ chosen: unknown.reference, to: "nobody" })]);
    expect(given.state?.refusal?.replaceAll(theirs.reference, "X")).toBe(none.state?.refusal?.replaceAll(unknown.reference, "X"));
    const [typed, absent] = [await act(jar, "app/office/actions.ts#searchAction", "/office", [new Form({ words: theirs.reference })]), await act(jar, "app/office/actions.ts#searchAction", "/office", [new Form({ words: unknown.reference })])];
    for (const { redirect } of [typed, absent]) expect(redirect).toMatch(/^\/office\?search=/);
  }
  expect(notFound).toBeGreaterThanOrEqual(2 * (ofCases.length - 4));
  expect(await stateOf(theirs.reference)).toBe(before);
});
