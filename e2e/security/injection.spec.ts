import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freshForm } from "@/lib/request/form-state";
import { allMail, mailTo } from "../support/smtp";
import { act, type Fields, Form } from "./support/action";
import { attackFolder, badAddresses, plainTexts } from "./support/attack";
import { stateOf } from "./support/database";
import { type Answer, call, Jar } from "./support/http";
import { fileCase, openSpace, save } from "./support/people";
import { administrator } from "./support/staff";

const find = "app/[locale]/follow/actions.ts#find";
const message = "app/[locale]/follow/[reference]/message/actions.ts#send";
const note = "app/office/requests/[reference]/handle/actions.ts#addNoteAction";
const person = { name: "Anne Durand", email: "anne@client.example", onBehalf: "self" };
const deceased = { name: "Paul", diedOn: "2026-10-01", placeOfDeath: "Lyon", lastCountry: "France" };

async function draft(right = "access"): Promise<Jar> {
  const jar = new Jar();
  await act(jar, "app/[locale]/ask/actions.ts#start", `/fr/ask/${right}`, ["fr", right, freshForm, new Form({ how: "new" })]);
  return jar;
}

test("IN1: a field of the ask form sent as a list, in brackets or not at all is an error at that field", async () => {
  const jar = await draft();
  for (const field of ["name", "email", "onBehalf"] as const) {
    const value = person[field];
    const others: Record<string, string> = Object.fromEntries(Object.entries(person).filter(([name]) => name !== field));
    const shapes: Fields[] = [{ ...others }, { ...others, [`${field}[not]`]: "" }, { ...others, [`${field}[]`]: value }, { ...others, [field]: [value, value] }, [...Object.entries(others), [field, value], [field, "b"]]];
    for (const fields of shapes) {
      const { status, state } = await save(jar, "about", fields);
      expect([status, Object.keys(state?.errors ?? {})], `${field} ${JSON.stringify(fields)}`).toEqual([200, [field]]);
    }
  }
  const dead = await draft("deceased");
  for (const field of ["name", "diedOn", "placeOfDeath", "lastCountry"] as const) {
    const { state } = await save(dead, "who", { ...deceased, [field]: [deceased[field], "x"] }, "deceased");
    expect(Object.keys(state?.errors ?? {}), field).toEqual([field]);
  }
});

test("IN4, IN5: what is not one plain address is an error; what is becomes the one recipient", async () => {
  const jar = await draft();
  const listed = join(attackFolder, "email-isemail/tests.xml");
  const faulty = existsSync(listed)
    ? [...readFileSync(listed, "utf8").matchAll(/<address>(.*?)<\/address>[\s\S]*?<category>(\w+)<\/category>/g)].filter((found) => found[2] === "ISEMAIL_ERR").map((found) => found[1] ?? "").filter((address) => !address.includes("&"))
    : [];
  for (const address of [...badAddresses(), ...faulty]) {
    const { status, state, redirect } = await save(jar, "about", { ...person, email: address });
    // Space around an address is taken off, as browsers do; the rest is none.
    if (/^\s|\s$/.test(address)) continue;
    expect([status, redirect, Object.keys(state?.errors ?? {})], JSON.stringify(address)).toEqual([200, null, ["email"]]);
    expect(Object.keys((await act(new Jar(), find, "/fr/follow", ["fr", freshForm, new Form({ reference: "", email: address })])).state?.errors ?? {})).toContain("email");
  }
});

test("IN4: a name cannot add a header or a recipient to a mail", async () => {
  const jar = await draft();
  for (const name of ["Anne\r\nBcc: x@evil.example", "Anne\nBcc: x@evil.example", "Anne\rBcc: x@evil.example", "Anne\u2028Bcc: x", "Anne\u0000", "Anne\u0008", "Anne\u001b[31m"]) {
    expect(Object.keys((await save(jar, "about", { ...person, name })).state?.errors ?? {}), JSON.stringify(name)).toEqual(["name"]);
  }
  const { email, reference } = await fileCase({ name: "=?utf-8?q?Bcc:_x=40evil.example?= <x@evil.example>, Anne %0d%0aBcc: x@evil.example" });
  const { envelope } = await mailTo(email, new RegExp(reference));
  const head = (envelope.raw.split("\r\n\r\n")[0] ?? "").replace(/\r\n[ \t]+/g, " ").split("\r\n");
  expect(envelope.to).toEqual([email]);
  expect(head.filter((line) => /^to:/i.test(line))).toEqual([`To: ${email}`]);
  for (const line of head) expect(line).not.toMatch(/^(bcc|cc|x-evil):|evil\.example/i);
  for (const { to } of allMail()) expect(to).toHaveLength(1);
});

test("IN10: fifty thousand of one character in any field are answered at once", async () => {
  const filed = await fileCase();
  const [jar, dead, space] = [await draft(), await draft("deceased"), await openSpace(filed)];
  const times: number[] = [];
  const answered = ({ status, ms }: Answer, what: string) => {
    expect(status, what).toBeLessThan(500);
    expect(ms, what).toBeLessThan(1_000);
    times.push(ms);
  };
  for (const character of ["a", "(", "@", ".", " ", "é", "-"]) {
    const long = character.repeat(50_000);
    for (const field of ["name", "email", "postalAddress", "customerNumber"]) answered(await save(jar, "about", { ...person, [field]: long }), `${field} ${character}`);
    answered(await save(jar, "what", { scope: "specific", details: long }), `details ${character}`);
    for (const field of ["name", "diedOn", "deceasedEmail"]) answered(await save(dead, "who", { ...deceased, [field]: long }, "deceased"), `${field} ${character}`);
    answered(await act(new Jar(), find, "/fr/follow", ["fr", freshForm, new Form({ reference: long, email: long })]), `find ${character}`);
    answered(await act(new Jar(), "app/[locale]/follow/code/actions.ts#enter", "/fr/follow/code", ["fr", freshForm, new Form({ code: long })]), `code ${character}`);
    answered(await act(new Jar(), "app/office/sign-in/actions.ts#signInAction", "/office/sign-in", ["fr", freshForm, new Form({ email: long, password: long })]), `sign-in ${character}`);
    answered(await act(space, message, `/fr/follow/${filed.reference}/message`, ["fr", filed.reference, freshForm, new Form({ body: long })]), `message ${character}`);
    answered(await act(Jar.of("agent"), note, `/office/requests/${filed.reference}/handle`, [filed.reference, freshForm, new Form({ body: long })]), `note ${character}`);
  }
  answered(await call("/fr", { headers: { "accept-language": "a-".repeat(6_000), "user-agent": "(".repeat(2_000) } }), "headers");
  const sorted = times.sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(200);
});

test("IN11, IN12: NUL and other controls are errors at their field, never a fault, and change nothing", async () => {
  const filed = await fileCase();
  const space = await openSpace(filed);
  const before = await stateOf(filed.reference);
  for (const text of ["a\u0000b", "\u0000", "a\u0007b", "a\u007fb"]) {
    const answers: [string, Answer & { state: { errors: Record<string, string> } | null }][] = [
      ["body", await act(space, message, `/fr/follow/${filed.reference}/message`, ["fr", filed.reference, freshForm, new Form({ body: text })])],
      ["body", await act(Jar.of("agent"), note, `/office/requests/${filed.reference}/handle`, [filed.reference, freshForm, new Form({ body: text })])],
      ["details", await save(await draft(), "what", { scope: "specific", details: text })],
      ["reference", await act(new Jar(), find, "/fr/follow", ["fr", freshForm, new Form({ reference: `K7QF${text}`, email: `${text}@client.example` })])],
      ["name", await act(await administrator(), "app/office/settings/staff/actions.ts#addStaffAction", "/office/settings/staff", [freshForm, new Form({ name: text, email: "nul@optimarest.example", roles: "agent", scope: "all" })])],
    ];
    for (const [field, { status, state }] of answers) expect([status, Object.keys(state?.errors ?? {})[0]], `${field} ${JSON.stringify(text)}`).toEqual([200, field]);
    const { status, state } = await act(new Jar(), "app/office/sign-in/actions.ts#signInAction", "/office/sign-in", ["fr", freshForm, new Form({ email: `a${text}@client.example`, password: text })]);
    expect([status, state?.refusal], "sign-in").toEqual([200, expect.any(String)]);
  }
  for (const path of ["/fr/follow/a%00b", "/office/requests/a%00b", "/office/set-up/a%00b", "/api/files/a%00b", "/fr?a=%00", "/%00", "/%ff", "/fr/follow/%E0%A4%A", "/fr/%2e%2e%2f%2e%2e%2fetc%2fpasswd"]) {
    const answer = await call(path);
    expect(answer.status, path).toBeLessThan(500);
  }
  expect(await stateOf(filed.reference)).toBe(before);
});

test("IN11: broken JSON where a browser reports is no fault", async () => {
  const suite = join(attackFolder, "../json/JSONTestSuite");
  const bodies = existsSync(suite) ? readdirSync(suite).map((name) => readFileSync(join(suite, name))) : [];
  for (const body of [...bodies, "", "{", "[", "null", '{"csp-report":null}', '[{"body":{"effectiveDirective":{"a":1}}}]', "[".repeat(100_000), '{"__proto__":{"x":1}}']) {
    const answer = await call("/api/csp-report", { method: "POST", body });
    expect([204, 413]).toContain(answer.status);
  }
  expect(bodies.length === 0 || bodies.length > 100).toBe(true);
});

const shown = (text: string) => text.normalize("NFC").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/'/g, "&#x27;");

test("IN12: every script, joined emoji and right-to-left text comes back as it was typed, to the person and to staff", async () => {
  for (const name of plainTexts().slice(0, 3)) {
    const filed = await fileCase({ name, details: plainTexts().join("\n") });
    const space = await openSpace(filed);
    const sent = await act(space, message, `/fr/follow/${filed.reference}/message`, ["fr", filed.reference, freshForm, new Form({ body: plainTexts().join("\n") })]);
    expect(sent.redirect).toContain("done=sendMessage");
    const [theirs, ours] = [await space.call(`/fr/follow/${filed.reference}`), await Jar.of("dpo").call(`/office/requests/${filed.reference}`)];
    for (const text of plainTexts()) for (const page of [theirs, ours]) expect(page.text, text).toContain(shown(text));
    expect(ours.text).toContain(shown(name));
  }
});
