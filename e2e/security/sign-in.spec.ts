import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { messages } from "@/lib/i18n/messages";
import { freshForm } from "@/lib/request/form-state";
import { referenceFrom } from "@/lib/request/reference";
import { origin } from "../support/run";
import { allMail } from "../support/smtp";
import { act, Form, submit } from "./support/action";
import { redirectTargets } from "./support/attack";
import { query } from "./support/database";
import { type Answer, call, Jar } from "./support/http";
import { fileCase, openSpace } from "./support/people";
import { administrator, choosePassword, invite, member, password, signIn } from "./support/staff";

const { setUp, signIn: words } = messages("fr").office;
const linkUse = async (staffId: string) => (await query<{ usedAt: Date | null }>(`select "usedAt" from "SetUpLink" where "staffId" = $1`, [staffId]))[0];

test("AU4: a password of 129 characters, of a megabyte, too short or too common is refused with words, and not kept", async () => {
  const { id, path } = await invite("agent");
  for (const [chosen, message] of [["a1".repeat(65).slice(0, 129), setUp.tooLong], ["long ".repeat(90_000), setUp.tooLong], ["onze-lettre", setUp.tooShort], ["Password1234", setUp.common], ["", setUp.missing]] as const) {
    const { state, status, ms } = await act(new Jar(), "app/office/set-up/[token]/actions.ts#setPasswordAction", path, ["fr", path.split("/").at(-1), freshForm, new Form({ password: chosen, again: chosen })]);
    if (chosen.length > 100_000) expect(ms).toBeLessThan(1_000);
    expect([status, state?.errors["password"]], chosen.slice(0, 20)).toEqual([200, message]);
    expect(JSON.stringify(state?.typed ?? {})).not.toContain(chosen.slice(0, 12) || "nothing");
  }
  const megabyte = await choosePassword(new Jar(), path, "x".repeat(1024 * 1024));
  expect([megabyte.status, megabyte.ms < 1_000]).toEqual([413, true]);
  expect((await linkUse(id))?.usedAt).toBeNull();
  const [row] = await query(`select "passwordHash" from "Staff" where id = $1`, [id]);
  expect(row).toEqual({ passwordHash: null });
});

test("AU4: 128 characters of any kind are a password; it is kept as Argon2id and opens the door as it was typed", async () => {
  const { id, email, path } = await invite("agent");
  const chosen = `🦔 e\u0301té ${"mot ".repeat(40)}`.slice(0, 128);
  expect((await choosePassword(new Jar(), path, chosen)).redirect).toContain("/office/sign-in?done=password");
  const [row] = await query<{ passwordHash: string }>(`select "passwordHash" from "Staff" where id = $1`, [id]);
  expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect((await signIn(new Jar(), email, chosen)).redirect).toBe("/office");
  expect((await signIn(new Jar(), email, chosen.slice(0, -1))).state?.refusal).toBe(words.wrong);
  const huge = await signIn(new Jar(), email, "x".repeat(900_000));
  expect([huge.status, huge.state?.refusal]).toEqual([200, words.wrong]);
});

test("AU5, AU6: known or unknown, the form says the same in the same time, and slows the same down after ten", async () => {
  const ratios: number[] = [];
  const plain = ({ status, text, state, redirect, cookies }: Answer & { state: unknown; redirect: unknown }, email: string) => JSON.stringify([status, state, redirect, cookies, text.length - email.length]).replaceAll(email, "EMAIL");
  for (let pair = 0; pair < 3; pair += 1) {
    const [known, unknown] = [(await member("agent")).email, `nobody.${randomUUID()}@office.example`];
    for (let tries = 1; tries <= 12; tries += 1) {
      const answers: Record<string, Awaited<ReturnType<typeof signIn>>> = {};
      for (const email of tries % 2 ? [known, unknown] : [unknown, known]) answers[email] = await signIn(new Jar(), email, `faux-mot-de-passe-${tries}`);
      const [a, b] = [answers[known], answers[unknown]] as [Awaited<ReturnType<typeof signIn>>, Awaited<ReturnType<typeof signIn>>];
      expect(plain(a, known), `try ${tries}`).toBe(plain(b, unknown));
      if (tries <= 10) expect(a.state?.refusal).toBe(words.wrong);
      else expect(a.state?.refusal).toMatch(new RegExp(words.slowDown(15).slice(0, 20)));
      expect([a.status, a.headers["retry-after"]], `try ${tries}`).toEqual(tries <= 10 ? [200, undefined] : [429, expect.stringMatching(/^\d+$/)]);
      if (tries <= 10) ratios.push(a.ms / b.ms);
    }
  }
  // Asked one after the other, both bear the same load. Without the work on an unknown address it answers in half the time.
  const median = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0;
  expect(Math.max(median, 1 / median), `known takes ${median} of the time of unknown`).toBeLessThan(1.5);
});

test("AU6: whoever asks for a code to a request gets one answer, whether reference and address belong together or not", async () => {
  const [filed, other] = [await fileCase(), await fileCase()];
  const nowhere = referenceFrom(Buffer.from("NOTHERE"));
  const ask = async (reference: string, email: string) => {
    const { status, redirect, state, cookies, headers } = await act(new Jar(), "app/[locale]/follow/actions.ts#find", "/fr/follow", ["fr", freshForm, new Form({ reference, email })]);
    return JSON.stringify([status, redirect, state, cookies.map((line) => line.replace(/=[^;]+/, "").replace(/Expires=[^;]+/, "").length), Object.keys(headers).sort()]);
  };
  const answers = [await ask(filed.reference, filed.email), await ask(filed.reference, other.email), await ask(nowhere, filed.email), await ask(nowhere, "personne@client.example")];
  expect(new Set(answers).size, answers.join("\n")).toBe(1);
  expect(answers[0]).toContain("/fr/follow/code");
});

test("AU5: a device the person has used before still opens while others are slowed down", async () => {
  const { email, jar } = await member("agent");
  for (let tries = 0; tries < 12; tries += 1) await signIn(new Jar(), email, "pas-le-bon-mot-de-passe");
  expect((await signIn(new Jar(), email, password)).redirect).toBeNull();
  expect((await signIn(new Jar().set("__Host-device", jar.get("__Host-device")), email, password)).redirect).toBe("/office");
});

test("AU7: a cookie somebody kept is worth nothing after sign-out, sign-out everywhere, a new password, or in the space", async () => {
  const kept = (jar: Jar, name: string) => new Jar().set(name, jar.get(name));
  const one = await member("agent");
  const [first, second] = [kept(one.jar, "__Host-office"), new Jar()];
  expect((await first.call("/office")).status).toBe(200);
  await act(one.jar, "app/office/account/actions.ts#signOutAction", "/office/account", []);
  expect((await first.call("/office")).headers.location).toBe("/office/sign-in");

  await signIn(second, one.email, password);
  await signIn(one.jar, one.email, password);
  await act(one.jar, "app/office/account/actions.ts#signOutEverywhereAction", "/office/account", []);
  expect((await second.call("/office")).status).toBe(307);

  const other = await member("agent");
  const renewed = await act(await administrator(), "app/office/settings/staff/actions.ts#renewLinkAction", "/office/settings/staff", [other.id, "X", freshForm]);
  await choosePassword(new Jar(), /\/office\/set-up\/[\w-]+/.exec(renewed.text)?.[0] ?? "", "cinq-canards-dans-la-mare");
  expect((await other.jar.call("/office")).status).toBe(307);

  const filed = await fileCase();
  const space = await openSpace(filed);
  const taken = kept(space, "__Host-follow");
  expect((await taken.call(`/fr/follow/${filed.reference}`)).status).toBe(200);
  await act(space, "app/[locale]/follow/actions.ts#leave", "/fr/follow", ["fr", freshForm, new Form()]);
  expect((await taken.call(`/fr/follow/${filed.reference}`)).status).toBe(307);
});

test("AU9: looking at a one-time link spends nothing: HEAD, GET, a browser that clicks nothing; one form does, once", async ({ page }) => {
  const { id, path } = await invite("agent");
  for (const method of ["HEAD", "GET", "GET"]) expect((await call(path, { method })).status).toBe(200);
  await page.goto(path);
  await expect(page.locator('input[name="password"]')).toBeVisible();
  expect((await linkUse(id))?.usedAt).toBeNull();
  const [a, b] = await Promise.all([choosePassword(new Jar(), path, password), choosePassword(new Jar(), path, "un-autre-mot-de-passe")]);
  expect([a?.redirect, b?.redirect].filter(Boolean)).toHaveLength(1);
  expect((await choosePassword(new Jar(), path, "un-troisieme-mot-de-passe")).state?.refusal).toContain(setUp.goneTitle);
  const raw = path.split("/").at(-1) ?? "";
  expect(JSON.stringify(await query(`select * from "SetUpLink" where "staffId" = $1`, [id]))).not.toContain(raw);
});

test("AU11: no parameter sends anybody to another site", async () => {
  const { email, jar } = await member("agent");
  const filed = await fileCase();
  const ours = (answer: Answer, what: string) => {
    const to = answer.headers.location ?? answer.headers["x-action-redirect"]?.toString().split(";")[0];
    if (to !== undefined) expect(new URL(to, `${origin}/office/x`).origin, `${what} → ${to}`).toBe(origin);
    expect(answer.status, what).toBeLessThan(500);
  };
  const csrf = JSON.parse((await jar.call("/api/auth/csrf")).text) as { csrfToken: string };
  const targets = redirectTargets();
  expect(targets.length).toBeGreaterThan(25);
  for (const [index, target] of targets.entries()) {
    const coded = encodeURIComponent(target);
    ours(await call(`/api/auth/signin?callbackUrl=${coded}`), target);
    if (index > 60) continue;
    for (const path of [`/?next=${coded}`, `/office?callbackUrl=${coded}`, `/office/sign-in?callbackUrl=${coded}&next=${coded}&returnTo=${coded}&url=${coded}`, `/api/files?for=draft&purpose=identity&locale=${coded}&reference=${coded}`, `/api/auth/signin?error=${coded}`, `/api/auth/${coded}`]) ours(await call(path), path);
    ours(await jar.call("/api/auth/callback/credentials", { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: `csrfToken=${csrf.csrfToken}&callbackUrl=${coded}&json=false` }), target);
    ours(await call(`/${target.replace(/[^\u0021-\u007e]/g, (character) => encodeURIComponent(character)).replace(/^\/+/, "")}`), target);
  }
  for (const target of targets.slice(0, 10)) {
    ours(await submit(new Jar(), "app/office/sign-in/actions.ts#signInAction", `/office/sign-in?callbackUrl=${encodeURIComponent(target)}`, [target], { email, password, callbackUrl: target, next: target }), target);
    ours(await act(new Jar(), "app/[locale]/follow/actions.ts#find", "/fr/follow", [target, freshForm, new Form({ reference: filed.reference, email: "autre@client.example" })]), target);
    ours(await jar.call("/api/auth/signin/credentials", { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: `csrfToken=${csrf.csrfToken}&callbackUrl=${encodeURIComponent(target)}` }), target);
  }
});

test("AU12: links in mails name our own address only, and no secret stands in a subject", async () => {
  await openSpace(await fileCase());
  for (const { raw } of allMail()) {
    const text = raw.replace(/=\r\n/g, "").replace(/=3D/g, "=");
    for (const [link] of text.matchAll(/https?:\/\/[^\s"'<>)]+/g)) {
      const { host } = new URL(link);
      expect(link.startsWith(origin) || /(^|\.)(cnil\.fr|europa\.eu|legifrance\.gouv\.fr|w3\.org)$/.test(host), link).toBe(true);
    }
    expect(/^Subject:.*$/m.exec(raw)?.[0]).not.toMatch(/\d{3} ?\d{3}/);
  }
});

test("AU14: next-auth answers broken headers and tokens without a fault, and offers only what we set up", async () => {
  for (const authorization of ["Bearer %%%", "Bearer %E0%A4%A", "Bearer a.b.c", "Basic %%%", `Bearer ${"a".repeat(8000)}`]) {
    for (const path of ["/api/auth/session", "/api/auth/csrf", "/api/auth/providers", "/api/auth/signin", "/office"]) expect((await call(path, { headers: { authorization } })).status, `${authorization.slice(0, 20)} ${path}`).toBeLessThan(500);
  }
  for (const value of ["%%%", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "x".repeat(8000), "{}"]) {
    const jar = new Jar().set("__Host-office", value);
    expect(JSON.parse((await jar.call("/api/auth/session")).text)).toEqual({});
    expect((await new Jar().set("__Host-office", value).call("/office")).headers.location).toBe("/office/sign-in");
  }
  expect(Object.keys(JSON.parse((await call("/api/auth/providers")).text) as object)).toEqual(["credentials"]);
  for (const path of ["/api/auth/signin/google", "/api/auth/callback/google?code=x", "/api/auth/callback/email?token=x&email=a@b.c", "/api/auth/_log", "/api/auth/toString", "/api/auth/__proto__", "/api/auth/a/b/c"]) expect((await call(path)).status, path).toBeLessThan(500);
  expect(JSON.parse((await Jar.of("agent").call("/api/auth/session")).text)).toEqual({ expires: expect.any(String) });
});
