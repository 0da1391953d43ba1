import type { CaseScope } from "@/lib/access/case-scope";
import { freshForm } from "@/lib/request/form-state";
import { nextCode } from "../../support/authenticator";
import { provenStaff, query } from "./database";
import { act, Form } from "./action";
import { Jar } from "./http";

const settings = "app/office/settings/staff/actions.ts";
let count = 0;

export const password = "quatre-oies-au-bord-du-lac";
/** `secret`: of their authenticator app, where their role needs one. */
export type Member = { id: string; email: string; jar: Jar; secret: string; recoveryCodes: string[] };

/** The administrator's browser, in which they proved a moment ago who they are. */
export async function administrator(): Promise<Jar> {
  await provenStaff();
  return Jar.of("administrator");
}

/** Their team, if any, and how far they see. */
type Place = { team: string; scope: CaseScope };
type Invited = { id: string; email: string; path: string };
const anywhere: Place = { team: "", scope: "all" };

/** A team of their own for one test. */
export async function newTeam(): Promise<string> {
  count += 1;
  const name = `Team ${process.pid}.${count}`;
  await act(await administrator(), "app/office/settings/teams/actions.ts#addTeamAction", "/office/settings/teams", [freshForm, new Form({ name })]);
  const [row] = await query<{ id: string }>(`select id from "Team" where name = $1`, [name]);
  if (!row) throw new Error("no team");
  return row.id;
}

/** Adds somebody of their own for one test, so that what happens to them disturbs no other; gives the set-up link's path. */
export function invite(...roles: string[]): Promise<Invited> {
  return inviteTo(anywhere, ...roles);
}

async function inviteTo(place: Place, ...roles: string[]): Promise<Invited> {
  count += 1;
  const email = `sec.${process.pid}.${count}@office.example`;
  const added = await act(await administrator(), `${settings}#addStaffAction`, "/office/settings/staff", [freshForm, new Form({ name: `Sec ${count}`, email, roles, ...place })]);
  const path = /\/office\/set-up\/[\w-]+/.exec(added.text)?.[0];
  const [row] = await query<{ id: string }>(`select id from "Staff" where email = $1`, [email]);
  if (!path || !row) throw new Error(`not added: ${added.status} ${added.text.slice(0, 300)}`);
  return { id: row.id, email, path };
}

export function choosePassword(jar: Jar, path: string, chosen: string) {
  return act(jar, "app/office/set-up/[token]/actions.ts#setPasswordAction", path, ["fr", path.split("/").at(-1), freshForm, new Form({ password: chosen, again: chosen })]);
}

export function signIn(jar: Jar, email: string, given: string) {
  return act(jar, "app/office/sign-in/actions.ts#signInAction", "/office/sign-in", ["fr", freshForm, new Form({ email, password: given })]);
}

/** The code after the password. */
export function enterCode(jar: Jar, code: string) {
  return act(jar, "app/office/sign-in/code/actions.ts#enterCodeAction", "/office/sign-in/code", ["fr", freshForm, new Form({ code })]);
}

/** The secret on a page that sets up an app. */
export async function secretOn(jar: Jar, path: string): Promise<string> {
  return /one-time-link[^>]*>([A-Z2-7 ]+)</.exec((await jar.call(path)).text)?.[1] ?? "";
}

/** The recovery codes in an answer. */
export function codesIn(text: string): string[] {
  return [...new Set(text.match(/\b(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}\b/g) ?? [])];
}

/** Sets up an app behind the password and goes in. */
export async function setUpApp(jar: Jar): Promise<{ secret: string; recoveryCodes: string[] }> {
  const page = "/office/sign-in/factor";
  const secret = await secretOn(jar, page);
  const done = await act(jar, "app/office/sign-in/factor/actions.ts#setUpFactorAction", page, ["fr", freshForm, new Form({ code: await nextCode(secret) })]);
  const entered = await act(jar, "app/office/sign-in/factor/actions.ts#enterAction", page, ["fr", freshForm, new Form()]);
  if (entered.redirect !== "/office") throw new Error(`not set up: ${done.status} ${JSON.stringify(done.state)} ${entered.status} ${entered.redirect}`);
  return { secret, recoveryCodes: codesIn(done.text) };
}

/** Somebody new, signed in. */
export async function member(...roles: string[]): Promise<Member> {
  return memberIn(anywhere, ...roles);
}

/** Somebody new of a team, signed in. */
export async function memberIn(place: Place, ...roles: string[]): Promise<Member> {
  const { id, email, path } = await inviteTo(place, ...roles);
  await choosePassword(new Jar(), path, password);
  const jar = new Jar();
  const signed = await signIn(jar, email, password);
  if (signed.redirect?.startsWith("/office/sign-in/factor")) return { id, email, jar, ...(await setUpApp(jar)) };
  if (signed.redirect !== "/office") throw new Error(`not signed in: ${signed.status} ${JSON.stringify(signed.state)}`);
  return { id, email, jar, secret: "", recoveryCodes: [] };
}
