import { expect, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { freshForm } from "@/lib/request/form-state";
import { codeAt, nextCode } from "../support/authenticator";
import { mailTo } from "../support/smtp";
import { act, Form } from "./support/action";
import { query, stateOf } from "./support/database";
import { type Answer, call, Jar } from "./support/http";
import { fileCase } from "./support/people";
import { administrator, choosePassword, codesIn, enterCode, invite, type Member, member, password, secretOn, signIn } from "./support/staff";

const { code: words, prove } = messages("fr").signIn;
const settings = "app/office/settings/staff/actions.ts";
const own = "app/office/account/factor/actions.ts";
const kept = (jar: Jar) => new Jar().set("__Host-office", jar.get("__Host-office"));
const sentTo = ({ status, headers }: Answer) => [status, headers.location?.split("?")[0]];
const ageProof = ({ id }: Member) => query(`update "StaffSession" set "provenAt" = now() - interval '301 seconds' where "staffId" = $1`, [id]);
const proveIt = (jar: Jar, back: string, code: string) => act(jar, "app/office/prove/actions.ts#proveAction", "/office/prove", [back, freshForm, new Form({ code })]);

/** Past the password, not yet past the code. */
async function half({ email }: Member): Promise<Jar> {
  const jar = new Jar();
  expect((await signIn(jar, email, password)).redirect).toBe("/office/sign-in/code?lang=fr");
  return jar;
}

test("AU1: by the password alone no page, file or action of the office opens, by our door or next-auth's", async () => {
  const [dpo, { reference }] = [await member("dpo", "administrator"), await fileCase()];
  const jar = await half(dpo);
  expect([jar.get("__Host-office"), jar.get("__Host-office-code").length]).toEqual(["", 43]);
  const before = await stateOf(reference);
  for (const path of ["/office", `/office/requests/${reference}`, "/office/account", "/office/account/factor", "/office/prove", "/office/settings/staff"]) {
    expect(sentTo(await jar.call(path)), path).toEqual([307, "/office/sign-in"]);
    // The half-session's own secret is no session's, by whatever name.
    expect(sentTo(await new Jar().set("__Host-office", jar.get("__Host-office-code")).call(path)), path).toEqual([307, "/office/sign-in"]);
  }
  const note = await act(jar, "app/office/requests/[reference]/handle/actions.ts#addNoteAction", `/office/requests/${reference}/handle`, [reference, freshForm, new Form({ body: "Une note" })]);
  expect([note.redirect, note.state?.refusal]).toEqual([null, messages("fr").errors.refusal["signed-out"].message]);
  const added = await act(jar, `${settings}#addStaffAction`, "/office/settings/staff", [freshForm, new Form({ name: "X", email: "half@optimarest.example", roles: "agent", scope: "all" })]);
  expect([added.redirect, added.state?.refusal]).toEqual([null, messages("fr").errors.refusal["signed-out"].message]);
  expect(await query(`select 1 from "Staff" where email = 'half@optimarest.example'`)).toEqual([]);

  for (const { email } of [dpo, await member("agent")]) {
    const auth = new Jar();
    const { csrfToken } = JSON.parse((await auth.call("/api/auth/csrf")).text) as { csrfToken: string };
    await auth.call("/api/auth/callback/credentials", { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: `${new URLSearchParams({ csrfToken, email, password, json: "true" })}` });
    expect(auth.get("__Host-office") !== "", email).toBe(email !== dpo.email);
  }
  expect(await stateOf(reference)).toBe(before);
});

test("AU1: who needs an app and has none sets one up first; a wrong code, another's key or going around it opens nothing", async () => {
  const { email, path } = await invite("administrator");
  await choosePassword(new Jar(), path, password);
  const jar = new Jar();
  expect((await signIn(jar, email, password)).redirect).toBe("/office/sign-in/factor?lang=fr");
  expect(sentTo(await jar.call("/office/sign-in/code"))).toEqual([307, "/office/sign-in/factor"]);
  const page = "/office/sign-in/factor";
  const setUp = (code: string) => act(jar, "app/office/sign-in/factor/actions.ts#setUpFactorAction", page, ["fr", freshForm, new Form({ code })]);
  const enter = () => act(jar, "app/office/sign-in/factor/actions.ts#enterAction", page, ["fr", freshForm, new Form()]);
  expect((await enter()).redirect).toBe("/office/sign-in?lang=fr");
  const secret = await secretOn(jar, page);
  expect((await setUp("000000")).state?.errors["code"]).toBe(messages("fr").signIn.setUp.wrong);
  expect((await enterCode(jar, await nextCode(secret))).state?.errors["code"]).toBe(words.wrong);
  const done = await setUp(await nextCode(secret));
  expect(codesIn(done.text)).toHaveLength(10);
  expect(jar.get("__Host-office"), "no session before the codes were seen").toBe("");
  expect(codesIn((await jar.call(page)).text), "shown once").toEqual([]);
  expect((await jar.call(page)).text, "nor the key").not.toContain(secret);
  expect((await enter()).redirect).toBe("/office");
  expect((await jar.call("/office/settings/staff")).status).toBe(200);
});

test("AU2: a code counts once, also when two browsers send it together; that of a minute ago never; a recovery code once", async () => {
  const dpo = await member("dpo");
  const code = await nextCode(dpo.secret);
  const pair = await Promise.all([half(dpo), half(dpo)]);
  const both = await Promise.all(pair.map((jar) => enterCode(jar, code)));
  expect(both.map(({ redirect }) => redirect).sort()).toEqual(["/office", null].sort());
  expect(both.find(({ redirect }) => !redirect)?.state?.errors["code"]).toBe(words.wrong);
  for (const again of [code, codeAt(dpo.secret, Date.now() - 60_000)]) expect((await enterCode(await half(dpo), again)).state?.errors["code"]).toBe(words.wrong);
  const [recovery] = dpo.recoveryCodes as [string];
  expect((await enterCode(await half(dpo), recovery)).redirect).toBe("/office");
  expect((await enterCode(await half(dpo), recovery)).state?.errors["code"]).toBe(words.wrong);
  expect((await mailTo(dpo.email, /Un code de secours a servi/)).text).not.toContain(recovery);
});

test("AU5: five wrong codes end the half-session, ten slow everybody down; a half-session ends after ten minutes", async () => {
  const dpo = await member("dpo");
  const jar = await half(dpo);
  for (let tries = 0; tries < 5; tries += 1) expect((await enterCode(jar, "000000")).state?.errors["code"]).toBe(words.wrong);
  expect((await enterCode(jar, await nextCode(dpo.secret))).state?.refusal).toBe(words.over);
  const other = await half(dpo);
  for (let tries = 0; tries < 4; tries += 1) await enterCode(other, "000000");
  const slowed = await enterCode(other, await nextCode(dpo.secret));
  expect([slowed.status, slowed.state?.refusal]).toEqual([429, expect.stringMatching(new RegExp(words.slowDown(15).slice(0, 20)))]);

  const old = await half(await member("dpo"));
  await query(`update "HalfSession" set "createdAt" = now() - interval '601 seconds' where "tokenHash" = sha256(convert_to($1, 'UTF8'))`, [old.get("__Host-office-code")]);
  expect(sentTo(await old.call("/office/sign-in/code"))).toEqual([307, "/office/sign-in"]);
  expect((await enterCode(old, "000000")).redirect).toBe("/office/sign-in?lang=fr");
});

test("AU7: another app, a lost one reset, or its removal end every session but the one that changed it", async () => {
  const agent = await member("agent");
  const elsewhere = new Jar();
  await signIn(elsewhere, agent.email, password);
  await act(agent.jar, `${own}#beginAppAction`, "/office/account/factor", []);
  const secret = await secretOn(agent.jar, "/office/account/factor");
  const before = kept(agent.jar);
  const done = await act(agent.jar, `${own}#confirmAppAction`, "/office/account/factor", [freshForm, new Form({ code: await nextCode(secret) })]);
  expect(codesIn(done.text)).toHaveLength(10);
  for (const [jar, status] of [[elsewhere, 307], [before, 307], [agent.jar, 200]] as const) expect((await jar.call("/office/account")).status).toBe(status);
  await mailTo(agent.email, /Votre second facteur est en place/);

  expect((await act(await administrator(), `${settings}#resetFactorAction`, "/office/settings/staff", [agent.id, freshForm])).redirect).toContain("done=staff");
  expect((await agent.jar.call("/office/account")).status).toBe(307);
  await mailTo(agent.email, /second facteur est réinitialisé/);
  expect((await signIn(new Jar(), agent.email, password)).redirect).toBe("/office");

  const dpo = await member("dpo");
  expect((await act(dpo.jar, `${own}#removeAppAction`, "/office/account/factor", [freshForm])).state?.refusal).toBe(messages("fr").signIn.account.needed);
});

test("AC7: five minutes after the last code, what gives rights asks for another and changes nothing; then it goes through, under a new cookie", async () => {
  const [admin, agent] = [await member("administrator"), await member("agent")];
  await ageProof(admin);
  const change = (name: string, ...args: unknown[]) => act(admin.jar, `${settings}#${name}`, "/office/settings/staff", args);
  const before = await query(`select roles, "disabledAt", "sessionVersion" from "Staff" where id = $1`, [agent.id]);
  const at = (path: string) => `/office/prove?${new URLSearchParams({ back: path })}`;
  const [list, one] = [at("/office/settings/staff"), at(`/office/settings/staff/${agent.id}`)];
  for (const [answer, to] of [
    [await change("changeRolesAction", agent.id, freshForm, new Form({ roles: "administrator" })), one],
    [await change("accessAction", agent.id, true, freshForm), one],
    [await change("renewLinkAction", agent.id, "X", freshForm), one],
    [await change("resetFactorAction", agent.id, freshForm), one],
    [await change("factorSettingAction", new Form({ who: "all" })), list],
  ] as const) expect(answer.redirect).toBe(to);
  // Where much was typed, it is still there, with the way to prove it in another tab.
  const typed = { name: "X", email: "stale@optimarest.example", roles: "agent", scope: "all" };
  const added = await change("addStaffAction", freshForm, new Form(typed));
  expect([added.redirect, added.state?.typed, added.state?.way?.href]).toEqual([null, typed, at("/office/account")]);
  expect(await query(`select roles, "disabledAt", "sessionVersion" from "Staff" where id = $1`, [agent.id])).toEqual(before);
  expect(await query(`select 1 from "Staff" where email = 'stale@optimarest.example'`)).toEqual([]);

  const old = kept(admin.jar);
  expect((await proveIt(admin.jar, "/office/settings/staff", "000000")).state?.errors["code"]).toBe(words.wrong);
  expect((await proveIt(admin.jar, "/office/settings/staff", await nextCode(admin.secret))).redirect).toBe("/office/settings/staff");
  expect([(await old.call("/office/account")).status, (await admin.jar.call("/office/account")).status]).toEqual([307, 200]);
  expect((await change("changeRolesAction", agent.id, freshForm, new Form({ roles: "auditor" }))).redirect).toContain("done=staff");
  expect((await agent.jar.call("/office")).status).toBe(307);
});

test("AU11: after a proof one goes back to a page of the office, nowhere else", async () => {
  const agent = await member("agent");
  for (const back of ["//evil.example", "https://evil.example/office", "/office//evil.example", "/office/../../evil", "/office\\@evil.example", "/fr", "javascript:alert(1)", ""]) {
    expect((await proveIt(agent.jar, back, password)).redirect, back).toBe("/office");
    expect((await agent.jar.call(`/office/prove?${new URLSearchParams({ back })}`)).text).not.toMatch(/href="[^"]*evil/);
  }
  expect((await proveIt(agent.jar, "/office/account", "pas-le-bon")).state?.errors["code"]).toBe(prove.passwordWrong);
});

test("AU6: a forgotten password gets one answer, known or not; the link waits for a click; no session follows and the code is still asked", async () => {
  const dpo = await member("dpo");
  const told = /Un mot de passe a été choisi pour votre compte/;
  const first = await mailTo(dpo.email, told);
  const ask = async (email: string) => {
    const { status, redirect, state, cookies, headers } = await act(new Jar(), "app/office/sign-in/forgotten/actions.ts#forgottenAction", "/office/sign-in/forgotten", ["fr", freshForm, new Form({ email })]);
    return JSON.stringify([status, redirect, state, cookies, Object.keys(headers).sort()]);
  };
  expect(await ask(dpo.email)).toBe(await ask(`personne.${dpo.id}@office.example`));
  const mail = await mailTo(dpo.email, /\/office\/set-up\//);
  const path = /\/office\/set-up\/[\w-]{43}/.exec(mail.text ?? "")?.[0] ?? "";
  for (const method of ["HEAD", "GET"]) expect((await call(path, { method })).status).toBe(200);
  const [jar, chosen] = [new Jar(), "six-herissons-sous-la-haie"];
  expect((await choosePassword(jar, path, chosen)).redirect).toContain("/office/sign-in?done=password");
  expect([jar.get("__Host-office"), (await dpo.jar.call("/office")).status]).toEqual(["", 307]);
  expect((await signIn(jar, dpo.email, chosen)).redirect).toBe("/office/sign-in/code?lang=fr");
  expect((await choosePassword(new Jar(), path, chosen)).redirect).toBeNull();
  await expect.poll(async () => (await mailTo(dpo.email, told)).messageId).not.toBe(first.messageId);
});

test("sessions: one ends another of one's own, never somebody else's", async () => {
  const [one, other] = [await member("agent"), await member("agent")];
  const second = new Jar();
  await signIn(second, one.email, password);
  const idOf = async ({ id }: Member, which: "asc" | "desc") => (await query<{ id: string }>(`select id from "StaffSession" where "staffId" = $1 order by "createdAt" ${which} limit 1`, [id]))[0]?.id;
  const end = async (id: unknown) => act(one.jar, "app/office/account/actions.ts#endSessionAction", "/office/account", [id]);
  for (const id of [await idOf(other, "asc"), null, { not: "" }, "x"]) await end(id);
  expect((await other.jar.call("/office")).status).toBe(200);
  await end(await idOf(one, "desc"));
  expect([(await second.call("/office")).status, (await one.jar.call("/office")).status]).toEqual([307, 200]);
});
