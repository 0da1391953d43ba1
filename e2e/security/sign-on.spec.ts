import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { companyGroups, setCompanyAccount } from "../support/company";
import { administrator, origin } from "../support/run";
import { act, Form } from "./support/action";
import { askedThere, back, signInByCompany, signInThere } from "./support/company";
import { query } from "./support/database";
import { Jar } from "./support/http";
import { administrator as asAdministrator, choosePassword, invite, password, signIn } from "./support/staff";

/** Against a real provider: security.md AU1, AU7, AU11 for single sign-on. */
const refusedWith = (code: string) => expect.stringMatching(new RegExp(`^/office/sign-in\\?(?:lang=fr&)?sso=${code}\\b`));
const settings = "app/office/settings/staff/actions.ts";

/** Somebody invited here and known to the company. */
async function colleague(groups: string[] = [companyGroups.agent]) {
  const invited = await invite("agent");
  const name = `c${randomUUID()}`;
  setCompanyAccount(name, { email: invited.email, name: "Camille", groups });
  return { ...invited, name, set: (changed: string[]) => setCompanyAccount(name, { email: invited.email, groups: changed }) };
}
const isIn = async (jar: Jar) => (await jar.call("/office")).status === 200;
const rolesOf = async (id: string) => (await query<{ roles: string[] }>(`select roles from "Staff" where id = $1`, [id]))[0]?.roles;

test("the way there: PKCE, state and nonce, our own address and no other; nothing is written", async () => {
  expect((await new Jar().call("/api/sign-on?back=https://evil.example")).headers.location, "to come back is for who is signed in").toBe("/office/sign-in?lang=fr");
  const { origin: site, searchParams: asked } = await askedThere(new Jar(), "?lang=en&redirect_uri=https://evil.example");
  expect(site).toMatch(/^http:\/\/127\.0\.0\.1:/);
  expect(Object.fromEntries(asked)).toMatchObject({ redirect_uri: `${origin}/api/sign-on/back`, response_type: "code", code_challenge_method: "S256", scope: "openid email profile" });
  for (const name of ["state", "nonce", "code_challenge"]) expect(asked.get(name)?.length, name).toBeGreaterThanOrEqual(43);
});

test("in, with the roles of the claim; tampered, replayed or in another's browser: out, each time with words of ours", async () => {
  const { name, id } = await colleague();
  const jar = new Jar();
  const there = await askedThere(jar);
  const other = new Jar();
  await askedThere(other);
  const answer = await signInThere(there, name);
  const held = jar.get("__Host-office-sign-on");
  const changed = (of: string, value: string) => {
    const url = new URL(answer);
    url.searchParams.set(of, value);
    return url;
  };
  const tampered: [Jar, URL][] = [
    [new Jar(), answer], // no visit began in this browser
    [other, answer], // another one did
    [new Jar().set("__Host-office-sign-on", `${held.slice(0, -4)}AAAA`), answer],
    [new Jar().set("__Host-office-sign-on", held), changed("state", "x".repeat(43))],
    [new Jar().set("__Host-office-sign-on", held), changed("iss", "https://evil.example")],
    [new Jar().set("__Host-office-sign-on", held), new URL(`${answer.origin}${answer.pathname}?error=access_denied&error_description=<b>CANARY-ERROR</b>&state=${answer.searchParams.get("state")}&iss=${there.origin}`)],
  ];
  for (const [browser, url] of tampered) {
    const sentTo = await back(browser, url);
    expect(sentTo).toEqual(refusedWith("failed"));
    expect(sentTo).not.toContain("CANARY");
    expect(browser.get("__Host-office")).toBe("");
  }
  expect(await back(jar, answer)).toBe("/office");
  expect([await isIn(jar), await rolesOf(id)]).toEqual([true, ["agent"]]);
  expect(await back(jar, answer), "its own visit is over").toEqual(refusedWith("failed"));
  expect(await back(new Jar().set("__Host-office-sign-on", held), answer), "the code has served").toEqual(refusedWith("failed"));
  expect(await query(`select 1 from "Event" where data::text like '%CANARY-ERROR%'`)).toEqual([]);
});

test("a token drawn for another visit is not taken", async () => {
  const { name } = await colleague();
  const jar = new Jar();
  const there = await askedThere(jar);
  there.searchParams.set("nonce", "n".repeat(43));
  expect(await back(jar, await signInThere(there, name))).toEqual(refusedWith("failed"));
});

test("unknown, without a role, not verified, disabled, the address kept for emergencies, another's address: told gently, and on record", async () => {
  const member = await colleague();
  expect(await signInByCompany(new Jar(), member.name)).toBe("/office");
  const disabled = await colleague();
  await act(await asAdministrator(), `${settings}#accessAction`, `/office/settings/staff/${disabled.id}`, [disabled.id, true, { errors: {}, refusal: null, typed: {}, attempt: 0 }]);
  const unverified = await invite("agent");
  const cases: [string, Parameters<typeof setCompanyAccount>[1]][] = [
    ["unknown", { email: `${randomUUID()}@office.example`, groups: [companyGroups.dpo] }],
    ["no-role", { email: unverified.email, groups: ["customer-care-2"] }],
    ["unverified", { email: unverified.email, email_verified: false, groups: [companyGroups.agent] }],
    ["disabled", { email: disabled.email, groups: [companyGroups.agent] }],
    ["break-glass", { email: administrator.email, groups: [companyGroups.agent] }],
    ["other-account", { email: member.email, groups: [companyGroups.agent] }],
  ];
  for (const [code, account] of cases) {
    const [name, jar] = [`n${randomUUID()}`, new Jar()];
    setCompanyAccount(name, account);
    expect(await signInByCompany(jar, name)).toEqual(refusedWith(code));
    expect(jar.get("__Host-office")).toBe("");
    expect((await query(`select 1 from "Event" where type = 'SignInFailed' and data->'changes' ? $1`, [`sign-on-${code}`])).length, code).toBeGreaterThan(0);
  }
});

test("AC6: another role in the claim ends the other sessions; none at all lets nobody in, and takes what they had", async () => {
  const { name, id, set } = await colleague();
  const first = new Jar();
  await signInByCompany(first, name);
  set([companyGroups.auditor, "something-else"]);
  const second = new Jar();
  await signInByCompany(second, name);
  expect([await isIn(first), await isIn(second), await rolesOf(id)]).toEqual([false, true, ["auditor"]]);
  set([]);
  expect(await signInByCompany(new Jar(), name)).toEqual(refusedWith("no-role"));
  expect([await isIn(second), await rolesOf(id)]).toEqual([false, []]);
});

test("whoever is bound has no password any more, and proves themselves at the provider: the same person, just now", async () => {
  const [{ name, email, path }, stranger] = [await colleague(), await colleague()];
  await choosePassword(new Jar(), path, password);
  expect((await signIn(new Jar(), email, password)).redirect).toBe("/office");
  const jar = new Jar();
  await signInByCompany(jar, name);
  expect((await signIn(new Jar(), email, password)).redirect).toBeNull();
  expect((await act(jar, "app/office/prove/actions.ts#proveAction", "/office/prove", ["/office", { errors: {}, refusal: null, typed: {}, attempt: 0 }, new Form({ code: password })])).redirect).toBeNull();
  expect((await jar.call("/office/prove?back=/office/account/factor")).text).toContain("/api/sign-on?back=");
  const there = await askedThere(jar, "?back=/office/account/factor");
  expect(Object.fromEntries(there.searchParams)).toMatchObject({ prompt: "login", max_age: "0" });
  const before = jar.get("__Host-office");
  expect(await back(jar, await signInThere(there, stranger.name))).toBe("/office/prove?back=%2Foffice%2Faccount%2Ffactor&sso=other-account");
  // Who takes the demand for a new sign-in out of the address proves nothing.
  const lax = await askedThere(jar, "?back=/office/account/factor");
  for (const part of ["prompt", "max_age"]) lax.searchParams.delete(part);
  expect(await back(jar, await signInThere(lax, name))).toMatch(/sso=not-fresh$/);
  expect(jar.get("__Host-office")).toBe(before);
  expect(await back(jar, await signInThere(await askedThere(jar, "?back=/office/account/factor"), name))).toBe("/office/account/factor");
  expect([jar.get("__Host-office") === before, await isIn(jar), await isIn(new Jar().set("__Host-office", before))]).toEqual([false, true, false]);
  expect(await back(jar, await signInThere(await askedThere(jar, "?back=//evil.example"), name))).toBe("/office");
});
