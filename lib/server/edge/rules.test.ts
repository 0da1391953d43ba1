import { expect, test } from "vitest";
import { bodyLimit } from "./body";
import { clientAddress } from "./client-address";
import { directivesOf } from "./csp-report";
import { isKnownHost, knownHosts } from "./host";
import { mayPost } from "./origin";
import { isActionId, isPassedOn, isPlainTarget } from "./request-headers";
import { contentSecurityPolicy } from "./response-headers";
import { routeName } from "./route-name";

const ours = "https://rights.company.tld";

test("RL2: the address for limits is the socket's, or what the outermost proxy of ours saw; what a client says is never believed", () => {
  const from = (said: string | undefined, hops: number) => clientAddress({ headers: said === undefined ? {} : { "x-forwarded-for": said }, socket: { remoteAddress: "10.0.0.9" } as never }, hops);
  expect(from("203.0.113.7", 0)).toBe("10.0.0.9");
  expect(from("1.1.1.1, 203.0.113.7", 1)).toBe("203.0.113.7");
  expect(from("1.1.1.1, 203.0.113.7, 10.0.0.8", 2)).toBe("203.0.113.7");
  for (const said of [undefined, "", "nonsense", "203.0.113.7,"]) expect(from(said, 1)).toBe("10.0.0.9");
  expect(from("203.0.113.7", 2)).toBe("10.0.0.9");
});

test("Host must be the public one, once, with or without the default port", () => {
  const hosts = knownHosts(ours);
  const isKnown = (...values: string[]) => isKnownHost(values.flatMap((value) => ["hOst", value]), hosts);
  expect(isKnown("rights.company.tld")).toBe(true);
  expect(isKnown("RIGHTS.company.tld:443")).toBe(true);
  for (const host of ["evil.example", "rights.company.tld.evil.example", "rights.company.tld:80", "localhost", "", "rights.company.tld@evil.example"]) expect(isKnown(host)).toBe(false);
  expect(isKnown()).toBe(false);
  expect(isKnown("rights.company.tld", "evil.example")).toBe(false);
});

test("this machine answers to its three names on its port only", () => {
  expect([...knownHosts("http://localhost:3000")]).toEqual(["localhost:3000", "127.0.0.1:3000", "[::1]:3000"]);
});

test.each([
  [undefined, undefined, false], ["null", undefined, false], ["http://rights.company.tld", undefined, false], ["https://evil.example", undefined, false],
  ["https://rights.company.tld.evil.example", undefined, false], ["https://rights.company.tld/", undefined, false], [ours, "cross-site", false], [ours, "same-site", false], [ours, "none", false],
  [ours, undefined, true], [ours, "same-origin", true],
])("a POST with Origin %s and Sec-Fetch-Site %s: %s", (origin, secFetchSite, expected) => {
  expect(mayPost({ path: "/fr/ask", origin, secFetchSite, host: "rights.company.tld" }, ours)).toBe(expected);
});

test("a program's question needs no Origin, and nothing that only looks like one is exempt", () => {
  const facts = { origin: undefined, secFetchSite: undefined, host: "rights.company.tld" };
  for (const path of ["/api/v1/time-limit", "/api/v1/a/b-2"]) expect(mayPost({ ...facts, path }, ours), path).toBe(true);
  for (const path of ["/api/v1", "/api/v1/", "/api/v10/x", "/api/v1x", "/api/v1/../files", "/api/v1/..", "/api/v1/%2e%2e/files", "/api/v1/..%2ffiles", "/api/v1//files", "/api/v1/.;/files", "/api/v1/x/", "/api/v1/X", "//api/v1/x", "/fr/api/v1/x", "/api/files"]) {
    expect(mayPost({ ...facts, path }, ours), path).toBe(false);
  }
});

test("another name of this machine is another origin", () => {
  const facts = { path: "/", secFetchSite: undefined, host: "127.0.0.1:3000" };
  expect(mayPost({ ...facts, origin: "http://127.0.0.1:3000" }, "http://localhost:3000")).toBe(true);
  expect(mayPost({ ...facts, origin: "http://localhost:3000" }, "http://localhost:3000")).toBe(false);
});

test("of Next's own headers only those of its browser router pass", () => {
  for (const name of ["rsc", "next-action", "next-router-state-tree", "next-router-prefetch", "next-router-segment-prefetch", "next-url", "cookie", "accept", "sec-fetch-site"]) expect(isPassedOn(name)).toBe(true);
  for (const name of ["next-resume", "Next-HMR-Refresh", "x-middleware-subrequest", "x-middleware-rewrite", "x-nextjs-data", "x-invoke-path", "x-matched-path", "x-now-route-matches", "x-prerender-revalidate", "x-action-forwarded", "X-Forwarded-Host", "x-forwarded-for", "x-original-url", "x-http-method-override", "forwarded", "content-security-policy"]) expect(isPassedOn(name)).toBe(false);
});

test("targets and action ids that cannot be ours are told at once", () => {
  for (const target of ["/", "/fr/ask?x=1", "/a%2fb"]) expect(isPlainTarget(target)).toBe(true);
  for (const target of ["//evil.example", "http://evil.example/", "*", "", undefined, "/\\evil", "/é", "/%", "/%ff", "/%zz", `/${"a".repeat(5000)}`]) expect(isPlainTarget(target)).toBe(false);
  expect(isActionId("40".repeat(21))).toBe(true);
  for (const id of ["x", "", "Z".repeat(42), "a".repeat(39), "a".repeat(43), ["a".repeat(42)], undefined]) expect(isActionId(id)).toBe(false);
});

test("the content policy has no unsafe word, files may be larger than forms and questions are short", () => {
  expect(contentSecurityPolicy("abc")).toMatch(/script-src 'nonce-abc' 'strict-dynamic';/);
  expect(contentSecurityPolicy("abc")).not.toMatch(/unsafe|\*/);
  expect(bodyLimit("/fr/ask")).toBe(1024 * 1024);
  expect(bodyLimit("/api/files/x")).toBe(26 * 1024 * 1024);
  expect(bodyLimit("/api/filesystem")).toBe(1024 * 1024);
  expect(bodyLimit("/api/v1/time-limit")).toBe(16 * 1024);
});

test("a report gives rule names and nothing else", () => {
  expect(directivesOf('[{"type":"csp-violation","body":{"effectiveDirective":"img-src","blockedURL":"https://canary"}}]')).toEqual(["img-src"]);
  expect(directivesOf('{"csp-report":{"violated-directive":"script-src"}}')).toEqual(["script-src"]);
  for (const text of ["", "null", "[null]", "{", '[{"body":{"effectiveDirective":"a\\nb"}}]', '{"body":{"effectiveDirective":7}}']) expect(directivesOf(text)).toEqual([]);
});

test("a route name holds no part of a person's address", () => {
  expect(routeName("/fr/follow/K7QF-2M9X/reply")).toBe("/[locale]/follow");
  expect(routeName("/office/requests/K7QF-2M9X")).toBe("/office/requests");
  expect(routeName(`/api/calendar/${"A".repeat(43)}.ics`)).toBe("/api/calendar");
  expect(routeName("/api/files/canary")).toBe("/api/files");
  expect(routeName("/en/time-limit")).toBe("/[locale]/time-limit");
  expect(routeName("/api/v1/canary")).toBe("/api/v1");
  expect(routeName("/canary@person.example")).toBe("other");
});
