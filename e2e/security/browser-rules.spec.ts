import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freshForm } from "@/lib/request/form-state";
import { signedIn } from "../support/run";
import { tellOfBrokenRules } from "./support/broken-rules";
import { act, build, Form } from "./support/action";
import { query } from "./support/database";
import { type Answer, call, Jar } from "./support/http";
import { type Filed, fileCase, openSpace, save } from "./support/people";
import { member } from "./support/staff";

let filed: Filed;
let requester: Jar;
test.beforeAll(async () => {
  filed = await fileCase({ identity: "piece.jpg" });
  requester = await openSpace(filed);
});

const nonceOf = ({ headers }: Answer) => /script-src 'nonce-([A-Za-z0-9+/=]{22,})' 'strict-dynamic'/.exec(String(headers["content-security-policy"]))?.[1];

test("WB3: twenty answers, twenty nonces; every script carries its own, nothing is allowed inline", async () => {
  const pages = ["/fr", "/en/follow", "/office/sign-in", "/fr/ask/access"];
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => call(pages[index % pages.length] ?? "/")));
  expect(new Set(answers.map(nonceOf)).size).toBe(20);
  for (const answer of answers) {
    const policy = String(answer.headers["content-security-policy"]);
    for (const rule of ["default-src 'self'", "style-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) expect(policy).toContain(rule);
    expect(policy).not.toMatch(/unsafe-|\*|https?:/);
    const scripts = answer.text.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(2);
    for (const script of scripts) expect(script).toContain(`nonce="${nonceOf(answer)}"`);
    expect(answer.text).not.toMatch(/<[^>]+\s(?:style|on\w+)=/i);
  }
});

test("WB3: pages hydrate in a browser without one broken rule and without a request to another origin", async ({ browser, baseURL }) => {
  for (const [state, paths] of [[undefined, ["/fr", "/en/ask/deceased", "/fr/follow", "/fr/nowhere", "/office/sign-in"]], [signedIn("dpo"), ["/office", `/office/requests/${filed.reference}`, `/office/requests/${filed.reference}/check`, "/office/account", "/office/nowhere"]]] as const) {
    const context = await browser.newContext(state ? { storageState: state } : {});
    const broken: string[] = [];
    await tellOfBrokenRules(context, broken);
    const page = await context.newPage();
    page.on("console", (message) => { if (/Content Security|hydrat|Minified React error/i.test(message.text())) broken.push(message.text()); });
    page.on("pageerror", (error) => broken.push(error.message));
    page.on("request", (request) => { if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(`${baseURL}/`)) broken.push(request.url()); });
    for (const path of paths) {
      await page.goto(path);
      // React leaves its mark on the document once its code runs.
      await page.waitForFunction(() => Object.keys(document).some((key) => key.startsWith("__reactContainer")) || Object.keys(document.documentElement).some((key) => key.startsWith("__react")));
    }
    expect(broken).toEqual([]);
    await context.close();
  }
});

test("WB4, WB5, WB6: the same rules on every kind of answer, no cache for anything personal, no leave for another origin", async () => {
  const [proof] = await query<{ id: string }>(`select id from "File" where reference = $1`, [filed.reference]);
  const chunk = /\/_next\/static\/[^"]+\.js/.exec((await call("/fr")).text)?.[0] ?? "";
  const dpo = Jar.of("dpo");
  const foreign = { origin: "https://evil.example", "access-control-request-method": "POST", "access-control-request-headers": "next-action" };
  const answers: [string, number, Answer][] = await Promise.all(
    ([
      ["/fr", 200, new Jar(), {}], ["/", 307, new Jar(), {}], ["/office", 307, new Jar(), {}], ["/nothing", 404, new Jar(), {}], ["/office/nothing", 404, dpo, {}], ["/fr", 405, new Jar(), { method: "OPTIONS" }],
      ["/api/files", 405, new Jar(), {}], ["/fr", 403, new Jar(), { method: "POST" }], [chunk, 200, new Jar(), {}], ["/_next/static/nothing.js", 404, new Jar(), {}], ["/icon.svg", 200, new Jar(), {}], ["//x", 400, new Jar(), {}],
      [`/api/files/${proof?.id}/1`, 200, dpo, {}], [`/api/files/${proof?.id}/1`, 404, new Jar(), {}], ["/api/auth/session", 200, dpo, {}], ["/api/auth/nothing", 400, new Jar(), {}], ["/api/health", 200, new Jar(), {}], ["/_next/image?url=%2Fx.avif&w=640&q=75", 404, new Jar(), {}],
      [`/office/requests/${filed.reference}`, 200, dpo, {}], [`/office/requests/${filed.reference}?_rsc`, 200, dpo, { headers: { rsc: "1" } }], [`/fr/follow/${filed.reference}`, 200, requester, {}], [`/fr/follow/${filed.reference}?_rsc`, 200, requester, { headers: { rsc: "1" } }], ["/fr/ask/sent", 200, filed.jar, {}],
    ] as [string, number, Jar, { method?: string; headers?: Record<string, string> }][]).map(async ([path, status, jar, sent]) => [path, status, await jar.call(path, { ...sent, headers: { ...foreign, ...sent.headers } })]),
  );
  for (const [path, status, { headers, ...answer }] of answers) {
    expect(answer.status, path).toBe(status);
    expect(headers, path).toMatchObject({
      "strict-transport-security": "max-age=31536000; includeSubDomains", "x-content-type-options": "nosniff", "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin", "x-frame-options": "DENY",
      // Not `no-referrer`: then browsers name no origin on a form, which WB1 needs. Nothing leaves for another site either way.
      "referrer-policy": "same-origin",
      "cache-control": path === chunk ? "public, max-age=31536000, immutable" : "private, no-store",
    });
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["content-security-policy"], path).toMatch(path.startsWith(`/api/files/${proof?.id}`) && status === 200 ? /^sandbox; default-src 'none'/ : /^default-src 'self'/);
    for (const name of Object.keys(headers)) expect(name).not.toMatch(/^access-control-|^x-powered-by$|^server$/);
    expect(JSON.stringify(headers)).not.toMatch(/next\.?js|16\.\d+\.\d+/i);
  }
});

test("WB5: nothing personal was built in advance", () => {
  const { routes, dynamicRoutes } = JSON.parse(readFileSync(join(build, "prerender-manifest.json"), "utf8")) as Record<"routes" | "dynamicRoutes", object>;
  expect(Object.keys(routes).filter((route) => !["/_global-error", "/_not-found", "/icon.svg"].includes(route))).toEqual([]);
  expect(Object.keys(dynamicRoutes)).toEqual([]);
});

test("WB5: signing out clears what the browser keeps, for staff and for the person, and only then", async () => {
  const staff = await member("agent");
  const out = await act(staff.jar, "app/office/account/actions.ts#signOutAction", "/office/account", []);
  expect(out.headers["clear-site-data"]).toBe('"cache", "storage"');
  const left = await act(await openSpace(await fileCase()), "app/[locale]/follow/actions.ts#leave", "/fr/follow", ["fr", freshForm, new Form()]);
  expect(left.headers["clear-site-data"]).toBe('"cache", "storage"');
  expect((await call("/fr")).headers["clear-site-data"]).toBeUndefined();
});

test("AU8: every cookie of ours is __Host-, HttpOnly, Secure, SameSite and small", async () => {
  const jar = new Jar();
  const staff = await member("agent");
  const answers = [
    await act(jar, "app/[locale]/ask/actions.ts#start", "/fr/ask/access", ["fr", "access", freshForm, new Form({ how: "new" })]),
    await save(jar, "what", { scope: "everything" }),
    await act(jar, "app/[locale]/follow/actions.ts#find", "/fr/follow", ["fr", freshForm, new Form({ reference: filed.reference, email: filed.email })]),
    await act(requester, "app/[locale]/follow/actions.ts#leave", "/fr/follow", ["fr", freshForm, new Form()]),
    await act(await signedInAnew(staff.email), "app/office/account/actions.ts#signOutAction", "/office/account", []),
    ...(await Promise.all(["/fr", "/office", "/office/sign-in", "/api/auth/csrf", "/api/auth/session", "/api/auth/providers", "/api/auth/signin?callbackUrl=/office", "/api/auth/signout"].map((path) => staff.jar.call(path)))),
    ...signIns,
  ];
  const lines = answers.flatMap(({ cookies }) => cookies);
  const names = new Set(lines.map((line) => line.split("=")[0]));
  for (const name of ["__Host-draft", "__Host-follow", "__Host-follow-code", "__Host-office", "__Host-device", "__Host-office-csrf"]) expect([...names]).toContain(name);
  for (const line of lines) {
    expect(line).toMatch(/^__Host-/);
    for (const attribute of [/; HttpOnly/i, /; Secure/i, /; SameSite=(Lax|Strict)/i, /; Path=\/(;|$)/i]) expect(line).toMatch(attribute);
    expect(line).not.toMatch(/; Domain=/i);
    expect(line.length).toBeLessThan(4096);
  }
});

const signIns: Answer[] = [];

async function signedInAnew(email: string): Promise<Jar> {
  const { signIn, password } = await import("./support/staff");
  const jar = new Jar();
  signIns.push(await signIn(jar, email, password));
  return jar;
}
