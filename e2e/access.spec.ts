import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type Permission, permissionsOf, type Role } from "@/lib/access/permissions";
import { messages } from "@/lib/i18n/messages";
import { type FormState, freshForm } from "@/lib/request/form-state";
import { actionTable, type Audience, type Facts, pages, routes } from "./access-matrix";
import { act, actions, type Fields, Form } from "./security/support/action";
import { query, stateOf } from "./security/support/database";
import { Jar, upload } from "./security/support/http";
import { fileCase, openSpace } from "./security/support/people";
import { member, newTeam } from "./security/support/staff";
import { file } from "./support/people";

const root = join(import.meta.dirname, "..");
const appFiles = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "app"], { cwd: root, encoding: "utf8" }).split("\n");

test("AC1: every page, handler and action is in the table, and nothing else", () => {
  expect(Object.keys(pages).sort()).toEqual(appFiles.filter((name) => name.endsWith("/page.tsx")).sort());
  expect(Object.keys(routes).sort()).toEqual(appFiles.filter((name) => name.endsWith("/route.ts")).sort());
  const exported = appFiles
    .filter((name) => name.endsWith("actions.ts"))
    .flatMap((name) => [...readFileSync(join(root, name), "utf8").matchAll(/^export (?:const|(?:async )?function) (\w+)/gm)].map((found) => `${name}#${found[1]}`));
  expect(Object.keys(actionTable).sort()).toEqual(exported.sort());
  expect([...actions.keys()].sort(), "actions of the build").toEqual(exported.sort());
});

type Visitor = { name: string; jar: Jar; roles: Role[]; isOwner?: boolean };
let facts: Facts;
let visitors: Visitor[];

test.beforeAll(async () => {
  const [own, other] = [await fileCase({ identity: "piece.jpg" }), await fileCase()];
  const agent = Jar.of("agent");
  const { reference } = own;
  const attached = await upload(agent, `for=reply&purpose=reply&locale=fr&reference=${reference}`, "reponse.jpg", readFileSync(file("identity.jpg")), "image/jpeg");
  const [proof] = await query<{ id: string }>(`select id from "File" where reference = $1 and purpose = 'identity'`, [reference]);
  const [filed] = await query<{ id: string; data: { claims: { id: string }[] } }>(`select id, data from "Event" where reference = $1 and type = 'RequestFiled'`, [reference]);
  const [staff] = await query<{ id: string }>(`select id from "Staff" where email = 'agent@optimarest.example'`);
  const register = randomUUID();
  await query(`insert into "RegisterImport" (id, "staffId", source, state, "createdAt", bytes, sha256) values ($1, $2, 'x', 'done', now(), 1, '')`, [register, staff?.id]);
  facts = { register, reference, event: filed?.id ?? "", file: proof?.id ?? "", replyFile: (JSON.parse(attached.text) as { files: { id: string }[] }).files[0]?.id ?? "", staff: staff?.id ?? "", team: await newTeam(), claim: filed?.data.claims[0]?.id ?? "", incident: "" };
  await act(Jar.of("dpo"), "app/office/incidents/actions.ts#openIncidentAction", "/office/incidents", [freshForm, new Form({ incidentName: "Essai", startedOn: "2026-11-01" })]);
  const [incident] = await query<{ id: string }>(`select id from "Incident" limit 1`);
  facts.incident = incident?.id ?? "";
  await act(Jar.of("dpo"), "app/office/figures/actions.ts#publishAction", "/office/figures", [new Form({ isPublic: "yes" })]);
  visitors = [
    { name: "nobody", jar: new Jar(), roles: [] },
    { name: "the requester of another case", jar: await openSpace(other), roles: [] },
    { name: "the requester", jar: await openSpace(own), roles: [], isOwner: true },
    ...(["agent", "dpo", "auditor"] as const).map((role) => ({ name: role, jar: Jar.of(role), roles: [role] })),
    // The first administrator is also a DPO; this one is nothing else.
    { name: "administrator", jar: (await member("administrator")).jar, roles: ["administrator"] },
  ];
});

function may({ roles, isOwner }: Visitor, audience: Audience): boolean {
  if (audience === "public") return true;
  if (audience === "requester") return isOwner === true;
  if (audience === "draft" || audience === "half" || audience === "link" || audience === "task") return false;
  return audience === "staff" ? roles.length > 0 : permissionsOf(roles).has(audience as Permission);
}

/** Where a page sends whom it does not let in; null: it is not found. */
function sentTo({ name, roles }: Visitor, audience: Audience): string | null {
  if (audience === "draft") return "/fr/ask/access";
  if (audience === "half") return "/office/sign-in";
  if (audience === "task") return "/fr/task";
  if (audience === "requester") return name.startsWith("the requester") ? null : "/fr/follow";
  return roles.length === 0 ? "/office/sign-in" : null;
}

for (const [name, { audience, path }] of Object.entries(pages)) {
  test(`AC1: ${name} is for ${audience}`, async () => {
    for (const visitor of visitors) {
      const answer = await visitor.jar.call(path(facts));
      const seen = { status: answer.status, to: answer.headers.location?.split("?")[0] ?? null };
      expect(seen, `${visitor.name} at ${path(facts)}`).toEqual(expectedAt(name, audience, visitor));
      if (!may(visitor, audience)) expect(answer.text).not.toContain("Anne Durand");
    }
  });
}

function expectedAt(name: string, audience: Audience, visitor: Visitor): { status: number; to: string | null } {
  if (name === "app/page.tsx") return { status: 307, to: "/fr" };
  if (name === "app/office/sign-in/page.tsx" && visitor.roles.length > 0) return { status: 307, to: "/office" };
  if (name === "app/office/page.tsx" && visitor.name === "administrator") return { status: 307, to: "/office/settings/staff" };
  if (may(visitor, audience)) return { status: 200, to: null };
  const to = sentTo(visitor, audience);
  return { status: to ? 307 : 404, to };
}

for (const [name, table] of Object.entries(routes)) {
  test(`AC1: ${name} answers whom it should`, async () => {
    const before = await stateOf(facts.reference);
    for (const { method, path, audience, also, status = 200 } of table) {
      for (const visitor of visitors) {
        const isAllowed = may(visitor, audience) || (also === "requester" && visitor.isOwner === true);
        // What one may do is left alone where it would change something.
        if (isAllowed && method === "POST") continue;
        const answer = await visitor.jar.call(path(facts), { method, headers: { accept: "application/json" } });
        const expected = isAllowed ? status : method === "GET" || isKnown(visitor, audience) ? 404 : 401;
        expect(answer.status, `${visitor.name} ${method} ${path(facts)}`).toBe(expected);
      }
    }
    expect(await stateOf(facts.reference)).toBe(before);
  });
}

/** Somebody with a session of the right kind is told "not found"; the others that they must come in first. */
function isKnown({ roles, name }: Visitor, audience: Audience): boolean {
  if (audience === "draft" || audience === "task") return false;
  return audience === "requester" ? name.startsWith("the requester") : roles.length > 0;
}

for (const [name, { audience, args }] of Object.entries(actionTable)) {
  test(`AC1: ${name} is for ${audience}`, async () => {
    const before = await stateOf(facts.reference);
    let refused = 0;
    for (const visitor of visitors) {
      if (may(visitor, audience)) continue;
      const answer = await act(visitor.jar, name, addressOf(actions.get(name)?.page ?? ""), args(facts));
      const seen = answer.redirect?.split("?")[0] ?? (answer.state?.refusal ? "refused" : answer.status);
      expect([sentTo(visitor, audience) ?? 404, "refused"], `${visitor.name}: ${JSON.stringify(seen)}`).toContain(seen);
      if (visitor.roles.length === 0 && audience !== "link" && !isClosed(answer.state)) expect(seen).toBe(sentTo(visitor, audience) ?? 404);
      const typed = typedIn(args(facts));
      if (visitor.name === "nobody" && name.startsWith("app/office/") && audience !== "half" && audience !== "link" && typed) expect(answer.state?.typed, "comes back").toEqual(typed);
      refused += 1;
    }
    expect(refused > 0, "somebody may not").toBe(audience !== "public");
    expect(await stateOf(facts.reference), "unchanged").toBe(before);
  });
}

/** A form whose session ended gives back what this browser sent, and nothing else. */
function isClosed(state: FormState | null): boolean {
  const { refusal } = messages("fr").errors;
  return (["session-ended", "signed-out", "task-page-closed", "draft-gone"] as const).some((code) => state?.refusal === refusal[code].message);
}

/** What is typed or chosen in a form that can show it again; null of one that holds nothing, or a secret. */
function typedIn(args: readonly unknown[]): Fields | null {
  const [state, form] = args.slice(-2);
  if (state !== freshForm || !(form instanceof Form)) return null;
  const names = form.pairs.map(([field]) => field);
  return names.length === 0 || names.some((field) => field === "code" || field === "passkey") ? null : form.fields;
}

/** An address of a route, with its parts filled in. */
function addressOf(route: string): string {
  const parts: Record<string, string> = { locale: "fr", right: "access", step: "what", reference: facts.reference, token: "A".repeat(43), id: facts.staff, eventId: facts.event };
  return route.replace(/\[(\w+)\]/g, (_, name: string) => parts[name] ?? "");
}
