import { connect } from "node:net";
import { expect, test } from "@playwright/test";
import { freshForm } from "@/lib/request/form-state";
import { origin } from "../support/run";
import { act, actions, type Fields, Form, multipart } from "./support/action";
import { query, stateOf } from "./support/database";
import { type Answer, call, Jar } from "./support/http";
import { fileCase } from "./support/people";

const find = "app/[locale]/follow/actions.ts#find";
const id = () => actions.get(find)?.id ?? "";

/** The public attacks on the protocol of server actions (CVE-2025-55182, -55184, CVE-2026-23870), and every kind of broken body: rows by number. */
const bodies: Record<string, Record<string, string>> = {
  "no root": { 1: "x" },
  empty: {},
  "not JSON": { 0: "{" },
  number: { 0: "5" },
  null: { 0: "null" },
  "root refers to itself": { 0: '"$0"' },
  "promise of the root": { 0: '["$@0"]' },
  "prototype of a reference": { 0: '["$1:__proto__:then"]', 1: '{"a":1}' },
  "constructor of a reference": { 0: '["$1:constructor:constructor"]', 1: '{"a":1}' },
  "a thenable with a forged response": {
    0: '{"then":"$1:__proto__:then","status":"resolved_model","reason":-1,"value":"{\\"then\\":\\"$B0\\"}","_response":{"_prefix":"process.exit(1);","_formData":{"get":"$1:constructor:constructor"}}}',
    1: '"$@0"',
  },
  "a deep map": { 0: '["$Q1"]', 1: `${"[".repeat(5_000)}${"]".repeat(5_000)}` },
  "depth of 100 000": { 0: `${"[".repeat(100_000)}${"]".repeat(100_000)}` },
  "a number of 100 000 digits": { 0: `["$n${"9".repeat(100_000)}"]` },
  "2000 arguments": { 0: JSON.stringify(Array(2_000).fill(1)) },
  "a stream that never ends": { 0: '["$R1"]' },
  "a file that is not there": { 0: '["$B1"]' },
  "a map of itself": { 0: '["$Q0"]' },
  "sets in circles": { 0: '["$W1"]', 1: '["$W2"]', 2: '["$W1"]' },
};

const post = (path: string, headers: Record<string, string>, body: Buffer | string) => call(path, { method: "POST", headers, body });

function asFetch(rows: Record<string, string>, action: string): Promise<Answer> {
  const { body, contentType } = multipart(Object.entries(rows));
  return post("/fr/follow", { "content-type": contentType, "next-action": action }, body);
}

/** The same rows as the bound arguments of a plain form. */
function asForm(rows: Record<string, string>): Promise<Answer> {
  const bound = Object.entries(rows).map(([row, text]) => [`$ACTION_1:${Number(row) + 1}`, text] as const);
  const { body, contentType } = multipart([["$ACTION_REF_1", ""], ["$ACTION_1:0", JSON.stringify({ id: id(), bound: "$@1" })], ...bound]);
  return post("/fr/follow", { "content-type": contentType }, body);
}

async function expectHarmless(answer: Answer, what: string, also: number[] = []): Promise<void> {
  expect([400, 404, 409, 413, ...also], `${what}: ${answer.status}`).toContain(answer.status);
  expect(answer.ms, what).toBeLessThan(1_000);
  expect(answer.text).not.toMatch(/node_modules|\.tsx?:\d|at \w+ \(/);
}

for (const [name, rows] of Object.entries(bodies)) {
  test(`WB7, WB8: ${name}: 4xx at once, and the next request is well`, async () => {
    for (const action of [id(), "x", "0".repeat(42), "toString"]) await expectHarmless(await asFetch(rows, action), `Next-Action ${action}`);
    await expectHarmless(await asForm(rows), "a plain form", [200]); // 200: a form all the same, its fields refused
    const next = await call("/api/health");
    expect(next.status).toBe(200);
    expect(next.ms).toBeLessThan(1_000);
  });
}

test("WB7: bodies that are no form at all", async () => {
  for (const [type, body] of [["text/plain", "["], ["text/plain", "[]"], ["application/json", "{}"], ["multipart/form-data", "x"], ["multipart/form-data; boundary=x", "garbage"], ["multipart/form-data; boundary=x", "--x\r\n"], ["application/x-www-form-urlencoded", "a=1"]] as const) {
    await expectHarmless(await post("/fr/follow", { "content-type": type, "next-action": id() }, body), type);
    const plain = await post("/fr/follow", { "content-type": type }, body);
    expect([200, 400, 404], `${type} ${body}`).toContain(plain.status); // 200: the page, as if asked for
  }
});

test("WB7: TRACE and methods nobody serves are 405 on every kind of address, at once", async () => {
  for (const path of ["/", "/fr", "/office", "/api/files", "/api/files/x", "/api/v1/time-limit", "/api/auth/session", "/api/health", "/_next/static/x.js", "/nothing"]) {
    for (const method of ["TRACE", "OPTIONS", "PUT", "PATCH", "DELETE", "PROPFIND"]) {
      const answer = await call(path, { method });
      expect([answer.status, answer.headers.allow], `${method} ${path}`).toEqual([405, "GET, HEAD, POST"]);
    }
  }
  expect((await call("/api/files")).status).toBe(405);
  expect(await raw("NONSENSE / HTTP/1.1\r\nHost: x\r\n\r\n")).toMatch(/^HTTP\/1\.1 405/);
  expect(await raw("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n")).toMatch(/^HTTP\/1\.1 400/);
});

function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((done) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setEncoding("utf8").on("data", (part) => { answer += part; }).on("error", () => done(answer)).on("close", () => done(answer));
  });
}

test("WB7: broken headers of the browser's router are no fault of the server", async () => {
  for (const headers of [{ rsc: "1", "next-router-state-tree": "%" }, { rsc: "1", "next-router-state-tree": "[" }, { rsc: "1", "next-router-state-tree": encodeURIComponent("[1,2,3]") }, { rsc: "x", "next-router-prefetch": "9" },
    { rsc: "1", "next-router-segment-prefetch": "/../../office" }, { rsc: "1", "next-url": "//evil.example" }, { cookie: "__Host-office=%; __Host-follow=\u00e9; __Host-draft=;;" }]) {
    for (const path of ["/fr", "/fr/follow", "/office", "/office/sign-in"]) {
      const answer = await call(path, { headers: headers as unknown as Record<string, string> });
      expect(answer.status, `${JSON.stringify(headers)} ${path}`).toBeLessThan(500);
    }
  }
});

test("IN1: arguments of the wrong kind are 4xx or a field's error, never 500, and change nothing", async () => {
  const { reference } = await fileCase();
  const before = await stateOf(reference);
  const odd: unknown[] = [null, undefined, 5, ["a"], { attempt: "x" }, { toString: 1 }, { not: "" }];
  const form = new Form({ unknown: "1" });
  const [jar, admin] = [Jar.of("agent"), Jar.of("administrator")];
  for (const [name] of actions) {
    if (/account|#start|#leave|#signIn|#takeNext/.test(name)) continue; // with no argument to go wrong, or allowed to anyone
    const isOffice = name.startsWith("app/office");
    for (const value of odd) {
      await Promise.all([[value, value, value, value], [reference, 99, value, form], ["fr", reference, value, form], [freshForm, value]].map(async (args) => {
        const answer = await act(isOffice ? (name.includes("settings") ? admin : jar) : new Jar(), name, isOffice ? "/office/sign-in" : "/fr/follow", args);
        expect(answer.status, `${name} ${JSON.stringify(args)}`).toBeLessThan(500);
      }));
    }
  }
  expect(await stateOf(reference)).toBe(before);
});

test("IN1, IN9: lists, brackets, doubled names, prototypes and JSON in a public form's fields: the same refusal, nothing kept", async () => {
  const count = async () => (await query<{ count: number }>(`select count(*)::int as count from "FollowCode" where lookup is not null`))[0]?.count ?? 0;
  const shapes: ((field: string) => Fields)[] = [
    (field) => ({ [`${field}[not]`]: "" }), (field) => ({ [`${field}[$ne]`]: "x" }), (field) => ({ [`${field}[]`]: ["a", "b"] }), (field) => ({ [field]: ["a", "b"] }), (field) => ({ [field]: ['{"not":""}'] }),
    (field) => ({ [field]: '{"contains":""}' }), (field) => ({ [field]: "null" }), (field) => ({ [field]: "[]" }), (field) => [["__proto__", "x"], [`__proto__[${field}]`, "x"], ["constructor.prototype.x", "1"]], () => ({}),
  ];
  const jar = new Jar();
  const before = await count();
  for (const shape of shapes) {
    const fields = [...new Form(shape("reference")).pairs, ...new Form(shape("email")).pairs];
    const { status, redirect, state } = await act(jar, find, "/fr/follow", ["fr", freshForm, new Form(fields)]);
    expect([status, redirect, Object.keys(state?.errors ?? {})], JSON.stringify(fields)).toEqual([200, null, ["reference", "email"]]);
  }
  expect(jar.header).toBeUndefined();
  expect(await count()).toBe(before);
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  expect((await call("/fr?__proto__[x]=1&constructor.prototype.x=1&locale=a&locale=b")).status).toBe(200);
});
