import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { simpleParser } from "mailparser";
import { messages } from "@/lib/i18n/messages";
import { freshForm } from "@/lib/request/form-state";
import { referenceFrom } from "@/lib/request/reference";
import { file } from "../support/people";
import { allMailTo } from "../support/smtp";
import { act, Form } from "./support/action";
import { query, settled, stateOf } from "./support/database";
import { difference, essence } from "./support/essence";
import { type Answer, asRouter, call, Jar, upload } from "./support/http";
import { type Filed, fileCase, openSpace, save } from "./support/people";
import { administrator, member } from "./support/staff";

const requests = "app/office/requests/[reference]";
const space = "app/[locale]/follow/[reference]";
const note = `${requests}/handle/actions.ts#addNoteAction`;

test("AC2: there is no proxy to get around, and no form of address or header shows a case to nobody", async () => {
  const secret = `SECRET-${randomUUID()}`;
  const { reference } = await fileCase({ details: secret, name: secret });
  const home = `/office/requests/${reference}`;
  const pages = ["", "/check", "/handle", "/reply", "/retain"].map((stage) => `${home}${stage}`);
  const spellings = (path: string) => [
    `${path}.rsc`, `${path}?_rsc=1`, `${path}.segments/_tree.segment.rsc`, `${path}.prefetch.rsc`, `${path}.txt`, `${path}.json`, `${path}/`, `/${path}`, `${path.replace("/office/", "/office//")}`, `${path};x`, `${path};/fr`, `/fr/..${path}`, `/fr/%2e%2e${path}`,
    path.replace("/office/", "/office%2f"), path.replace("/requests/", "%2frequests%2f"), path.replace("/office", "/%6fffice"), path.replace("/office", "/OFFICE"), path.replace("/office", "/office%00"), `/_next/data/x${path}.json`, `${path}?nxtPreference=${reference}`,
    `/fr/follow/public%2f..%2f${reference}`, `/office/sign-in?nxtPreference=${reference}`, `/office/sign-in/..${path.slice("/office".length)}`, `/_next/image?url=${encodeURIComponent(path)}&w=640&q=75`,
  ];
  const middleware = ["middleware", "src/middleware", "proxy", "middleware:middleware:middleware:middleware:middleware", "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy"];
  const headers: Record<string, string>[] = [
    ...middleware.map((value) => ({ "x-middleware-subrequest": value })), { "x-middleware-rewrite": home }, { "x-matched-path": home }, { "x-invoke-path": home }, { "x-nextjs-data": "1" }, { "x-now-route-matches": `1=${reference}` }, { "x-original-url": home }, { "x-rewrite-url": home },
    { rsc: "1" }, { rsc: "1", "next-router-prefetch": "1" }, { rsc: "1", "next-router-segment-prefetch": "/_tree" }, { "next-resume": "1" }, { "x-prerender-revalidate": "1" }, { "x-forwarded-for": "127.0.0.1" }, { "x-forwarded-host": "localhost" }, { authorization: "Bearer x" }, { purpose: "prefetch" },
  ];
  const shown = (answer: Answer, what: string) => {
    expect(answer.status, what).toBeLessThan(500);
    expect(answer.text, what).not.toContain(secret);
  };
  for (const page of pages) {
    for (const path of spellings(page)) shown(await call(path), path);
    for (const sent of headers) {
      for (const path of [page, `${page}?_rsc`]) shown(await call(path, { headers: sent }), `${path} ${JSON.stringify(sent)}`);
    }
    expect((await Jar.of("dpo").call(page)).text, "staff see it").toContain(secret);
  }
  for (const sent of headers) shown(await call("/office/sign-in", { headers: sent }), `/office/sign-in ${JSON.stringify(sent)}`);
});

test.describe("AC3: what is another's cannot be told from what is not there", () => {
  let own: Filed;
  let other: Filed;
  let mine: Jar;
  const unknown = referenceFrom(Buffer.from("NOTHERE"));

  test.beforeAll(async () => {
    [own, other] = [await fileCase(), await fileCase({ identity: "piece.jpg" })];
    mine = await openSpace(own);
  });

  test("pages of a space, as HTML and as the router asks", async () => {
    for (const rest of ["", "/check", "/message", "/reply", "/withdraw"]) {
      // The router's own answers say "not found" inside.
      for (const [status, asked] of [[404, (path: string) => mine.call(path)], [200, (path: string) => mine.call(...asRouter(path))]] as const) {
        const [theirs, nothing] = await Promise.all([other.reference, unknown].map((reference) => asked(`/fr/follow/${reference}${rest}`)));
        expect(theirs?.status).toBe(status);
        expect(theirs?.text).not.toContain("Anne Durand");
        expect(difference(essence(theirs as Answer, other.reference), essence(nothing as Answer, unknown)), rest).toBe("");
      }
    }
  });

  test("files, their pages, their removal", async () => {
    const [proof] = await query<{ id: string }>(`select id from "File" where reference = $1`, [other.reference]);
    const ids = [proof?.id ?? "", randomUUID()];
    for (const rest of ["", "/1", "/2"]) {
      const [theirs, nothing] = await Promise.all(ids.map((id) => mine.call(`/api/files/${id}${rest}`)));
      expect(theirs?.status).toBe(404);
      expect(essence(theirs as Answer)).toEqual(essence(nothing as Answer));
    }
    for (const query of ["for=follow&locale=fr", `for=follow&locale=fr&reference=${other.reference}`, "for=draft&locale=fr", `for=reply&locale=fr&reference=${other.reference}`]) {
      const [theirs, nothing] = await Promise.all(ids.map((id) => mine.call(`/api/files/${id}/remove?${query}`, { method: "POST" })));
      // In one's own space a file that is not there, or not one's own, counts as taken back already.
      expect(theirs?.status).toBe(query === "for=follow&locale=fr" ? 303 : query.startsWith("for=follow") ? 404 : 401);
      expect(essence(theirs as Answer)).toEqual(essence(nothing as Answer));
    }
    expect(await query(`select 1 from "File" where id = $1`, [proof?.id])).toHaveLength(1);
  });

  test("actions and uploads with another's reference", async () => {
    const before = await stateOf(own.reference, other.reference);
    for (const [page, action, fields] of [["check", "sendDocuments", {}], ["message", "send", { body: "Bonjour" }], ["withdraw", "withdraw", {}]] as const) {
      const [theirs, nothing] = await Promise.all([other.reference, unknown].map((reference) => act(mine, `${space}/${page}/actions.ts#${action}`, `/fr/follow/${own.reference}/${page}`, ["fr", reference, freshForm, new Form(fields)])));
      expect([theirs?.status, theirs?.redirect, theirs?.state?.refusal, theirs?.state?.typed]).toEqual([200, null, messages("fr").errors.refusal["session-ended"].message, fields]);
      expect(theirs?.text.length).toBe(nothing?.text.length);
    }
    const sent = await Promise.all([other.reference, unknown].map((reference) => upload(mine, `for=follow&purpose=identity&locale=fr&reference=${reference}`, "a.jpg", readFileSync(file("identity.jpg")), "image/jpeg")));
    expect(sent.map(({ status }) => status)).toEqual([404, 404]);
    expect(await stateOf(own.reference, other.reference)).toBe(before);
  });
});

test("AC4: what is internal reaches the person on no page, in no payload, in no mail", async () => {
  const canary = `CANARY-7f3a-${randomUUID()}`;
  const filed = await fileCase();
  const agent = await member("agent", "dpo");
  await query(`update "Staff" set name = $1 where id = $2`, [canary, agent.id]);
  const [event] = await query<{ data: { claims: { id: string }[] } }>(`select data from "Event" where reference = $1 and type = 'RequestFiled'`, [filed.reference]);
  const claimId = event?.data.claims[0]?.id ?? "";
  const does = async (name: string, fields: Record<string, string | string[]>) => {
    const done = await act(agent.jar, `${requests}/${name}`, `/office/requests/${filed.reference}`, name.endsWith("#addNoteAction") ? [filed.reference, freshForm, new Form(fields)] : [filed.reference, 99, freshForm, new Form(fields)]);
    expect(done.redirect, `${name}: ${JSON.stringify(done.state)}`).toContain("done=");
  };
  await does("handle/actions.ts#takeCaseAction", {});
  await does("handle/actions.ts#addNoteAction", { body: canary });
  await does("handle/actions.ts#decideClaimAction", { claimId, outcome: "refused", grounds: "manifestly-unfounded", explanation: canary });
  await does("reply/actions.ts#draftReplyAction", { body: canary });
  const pending = await upload(agent.jar, `for=reply&purpose=reply&locale=fr&reference=${filed.reference}`, `${canary}.jpg`, readFileSync(file("identity.jpg")), "image/jpeg");
  expect(pending.status).toBe(201);
  await does("handle/actions.ts#askQuestionAction", { body: "Quelle adresse ?" });
  await settled(filed.reference, 2);
  expect((await agent.jar.call(`/office/requests/${filed.reference}`)).text, "staff see it").toContain(canary);

  const jar = await openSpace(filed);
  const home = `/fr/follow/${filed.reference}`;
  for (const path of [home, `${home}/check`, `${home}/message`, `${home}/reply`, `${home}/withdraw`, `/en/follow/${filed.reference}`, "/fr/follow", "/fr/ask/sent", "/fr"]) {
    for (const answer of [await jar.call(path), await jar.call(...asRouter(path))]) {
      expect(answer.text, path).not.toContain(canary);
      expect(answer.text, path).not.toMatch(new RegExp(`${agent.id}|wrappedKey|emailToken|assignee|awaiting-answer`));
    }
  }
  expect((await jar.call(`/api/files/${(JSON.parse(pending.text) as { files: { id: string }[] }).files[0]?.id}`)).status).toBe(404);
  const mails = allMailTo(filed.email);
  expect(mails.length).toBeGreaterThan(2);
  for (const { raw } of mails) {
    const { subject, text, html } = await simpleParser(raw);
    expect(text).toContain("OPTIMAREST");
    expect(`${raw} ${subject} ${text} ${html || ""}`).not.toContain("CANARY-7f3a");
  }
});

const extra: [string, string][] = [["status", "CLOSED"], ["state", "answered"], ["role", "ADMIN"], ["verified", "true"], ["dueDate", "2099-01-01"], ["dueOn", "2099-01-01"], ["id", "1"], ["reference", "AAAA-AAAA"], ["version", "99"], ["assigneeId", "1"], ["user", '{"connect":{"id":1}}'], ["user[connect][id]", "1"]];

test("AC5: columns nobody may set are not set by a filing", async () => {
  const [plain, stuffed] = [await fileCase(), await fileCase({ about: Object.fromEntries(extra) })];
  const row = async (reference: string) => {
    const [found] = await query(`select version, state, stage, "waitingFor", rights, suspended, "assigneeId", "receivedOn", "dueOn", "closedAt" from "SubjectRequest" where reference = $1`, [reference]);
    return found;
  };
  expect(await row(stuffed.reference)).toEqual(await row(plain.reference));
  expect(stuffed.reference).not.toBe("AAAA-AAAA");
  const jar = new Jar();
  expect((await save(jar, "what", extra)).redirect).toContain("/fr/ask/access?gone=1");
});

test("AC5: an action of the office refuses what its form does not have, and changes nothing", async () => {
  const { reference } = await fileCase();
  const before = await stateOf(reference);
  const answer = await act(Jar.of("agent"), note, `/office/requests/${reference}/handle`, [reference, freshForm, new Form([["body", "Une note"], ...extra])]);
  expect([answer.status, answer.redirect]).toEqual([200, null]);
  expect(Object.keys(answer.state?.errors ?? {})).not.toHaveLength(0);
  const renamed = await act(await administrator(), "app/office/settings/staff/actions.ts#addStaffAction", "/office/settings/staff", [freshForm, new Form([["name", "X"], ["email", "mass@optimarest.example"], ["roles", "agent"], ["scope", "all"], ["passwordHash", "x"], ["sessionVersion", "9"]])]);
  expect(Object.keys(renamed.state?.errors ?? {})).not.toHaveLength(0);
  expect(await stateOf(reference)).toBe(before);
});

test("AC6: an account disabled, or a role taken, counts from the next request on, also for a form left open", async () => {
  const { reference } = await fileCase();
  const staff = await member("agent");
  const page = `/office/requests/${reference}`;
  const change = async (name: string, ...args: unknown[]) => act(await administrator(), `app/office/settings/staff/actions.ts#${name}`, "/office/settings/staff", [staff.id, ...args]);
  expect((await staff.jar.call(page)).status).toBe(200);
  const before = await stateOf(reference);
  expect((await change("accessAction", true, freshForm)).redirect).toContain("done=staff");
  const next = await staff.jar.call(page);
  expect([next.status, next.headers.location]).toEqual([307, "/office/sign-in"]);
  expect(next.ms).toBeLessThan(1_000);
  // What they typed comes back to the browser it came from, and nothing else.
  const sent = await act(staff.jar, note, `${page}/handle`, [reference, freshForm, new Form({ body: "Une note" })]);
  expect([sent.state?.refusal, sent.state?.typed]).toEqual([messages("fr").errors.refusal["signed-out"].message, { body: "Une note" }]);
  expect(await stateOf(reference)).toBe(before);

  const demoted = await member("agent");
  await act(await administrator(), "app/office/settings/staff/actions.ts#changeRolesAction", "/office/settings/staff", [demoted.id, freshForm, new Form({ roles: "auditor" })]);
  expect((await demoted.jar.call(page)).status).toBe(307);
});
