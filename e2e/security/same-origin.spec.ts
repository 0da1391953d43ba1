import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { freshForm } from "@/lib/request/form-state";
import { file } from "../support/people";
import { origin, signedIn } from "../support/run";
import { act, actions, encode, Form, submit } from "./support/action";
import { query, stateOf } from "./support/database";
import { call, Jar, upload } from "./support/http";
import { fileCase, openSpace } from "./support/people";

const note = "app/office/requests/[reference]/handle/actions.ts#addNoteAction";
const { host, port } = new URL(origin);

/** A POST that no page of ours sent, and the status that says so. */
const foreign: [string, Record<string, string | undefined>, number][] = [
  ["no Origin", { origin: undefined }, 403],
  ["Origin null", { origin: "null" }, 403],
  ["another scheme", { origin: origin.replace("http:", "https:") }, 403],
  ["another port", { origin: "http://localhost:1" }, 403],
  ["another name of this machine", { origin: `http://127.0.0.1:${port}` }, 403],
  ["another site", { origin: "https://evil.example" }, 403],
  ["a name that begins like ours", { origin: `${origin}.evil.example` }, 403],
  ["two origins", { origin: `${origin}, https://evil.example` }, 403],
  ["another site, forwarded", { origin: "https://evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", forwarded: "host=evil.example" }, 403],
  ["another Host and site", { host: "evil.example", origin: "https://evil.example" }, 421],
  ["another Host", { host: "evil.example" }, 421],
  ["Sec-Fetch-Site cross-site", { "sec-fetch-site": "cross-site" }, 403],
  ["Sec-Fetch-Site same-site", { "sec-fetch-site": "same-site" }, 403],
  ["Sec-Fetch-Site none", { "sec-fetch-site": "none" }, 403],
];

test("WB1: a form, an upload or a sign-in that our own page did not send is refused and changes nothing", async () => {
  const filed = await fileCase();
  const { reference } = filed;
  const [agent, requester] = [Jar.of("agent"), await openSpace(filed)];
  const before = await stateOf(reference);
  const page = `/office/requests/${reference}/handle`;
  const bytes = readFileSync(file("identity.jpg"));
  for (const [what, headers, status] of foreign) {
    const answers = [
      await act(agent, note, page, [reference, freshForm, new Form({ body: "Une note" })], { headers }),
      await submit(agent, note, page, [reference], { body: "Une note" }, headers),
      await act(requester, "app/[locale]/follow/[reference]/withdraw/actions.ts#withdraw", `/fr/follow/${reference}/withdraw`, ["fr", reference, freshForm, new Form()], { headers }),
      await upload(requester, `for=follow&purpose=identity&locale=fr&reference=${reference}`, "a.jpg", bytes, "image/jpeg", headers),
      await requester.call("/api/files/00000000-0000-4000-8000-000000000000/remove?for=follow&locale=fr", { method: "POST", headers }),
      await call("/api/auth/callback/credentials", { method: "POST", headers }),
      await call("/api/auth/signout", { method: "POST", headers: { cookie: agent.header, ...headers } }),
    ];
    expect(answers.map((answer) => answer.status), what).toEqual(answers.map(() => status));
    for (const answer of answers) expect(answer.cookies).toEqual([]);
  }
  expect(await stateOf(reference)).toBe(before);
  expect((await agent.call("/office")).status, "still signed in").toBe(200);
});

test("WB1: a page of another site opened in the browser cannot post to us", async ({ browser }) => {
  const { reference } = await fileCase();
  const before = await stateOf(reference);
  const context = await browser.newContext({ storageState: signedIn("agent") });
  const page = await context.newPage();
  const { body, contentType } = encode([reference, freshForm, new Form({ body: "Une note" })]);
  await page.route("http://evil.example/**", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>evil</title>" }));
  await page.goto("http://evil.example/");
  const status = await page.evaluate(
    async ({ url, text, type, id }) => {
      await fetch(url, { method: "POST", mode: "no-cors", credentials: "include", headers: { "content-type": type }, body: text }).catch(() => null);
      return fetch(url, { method: "POST", credentials: "include", headers: { "content-type": type, "next-action": id }, body: text }).then((answer) => answer.status, () => "blocked");
    },
    { url: `${origin}/office/requests/${reference}/handle`, text: body.toString(), type: contentType, id: actions.get(note)?.id ?? "" },
  );
  expect(status).toBe("blocked");
  expect(await stateOf(reference)).toBe(before);
  await context.close();
});

test("AU12: another Host is refused whatever else it says, and no mail ever names another", async () => {
  for (const headers of [{ host: "evil.example" }, { host: `evil.example:${port}` }, { host: `${host}.evil.example` }, { host: `${host}@evil.example` }, { host: "" }]) {
    for (const path of ["/fr", "/office/sign-in", "/api/auth/session", "/_next/static/x.js"]) expect([400, 421], `${headers.host} ${path}`).toContain((await call(path, { headers })).status);
  }
  const forwarded = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "x-host": "evil.example", "x-original-host": "evil.example", forwarded: "host=evil.example;proto=https" };
  for (const path of ["/", "/fr", "/office", "/office/sign-in", "/api/auth/signin", "/api/auth/providers", "/api/auth/csrf"]) {
    const answer = await call(path, { headers: forwarded });
    expect(answer.status).toBeLessThan(500);
    expect(JSON.stringify([answer.text, answer.headers]), path).not.toContain("evil.example");
  }
});

test("WB2: no link does anything: every address the office shows, asked for with GET and HEAD, leaves all as it was", async () => {
  const filed = await fileCase({ identity: "piece.jpg" });
  const space = await openSpace(filed);
  const before = await stateOf(filed.reference);
  const [counted] = await query<{ position: string }>(`select coalesce(max(position), 0)::text as position from "Event"`);
  const visited = new Set<string>();
  const crawl = async (jar: Jar, start: string[], within: RegExp) => {
    const waiting = [...start];
    for (let path = waiting.pop(); path !== undefined && visited.size < 150; path = waiting.pop()) {
      if (visited.has(path)) continue;
      visited.add(path);
      expect((await jar.call(path, { method: "HEAD" })).status, `HEAD ${path}`).toBeLessThan(500);
      const answer = await jar.call(path);
      expect(answer.status, path).toBeLessThan(500);
      const links = [...answer.text.matchAll(/<(?:a|img|link)[^>]+(?:href|src)="(\/[^"#]*)/g)].map((found) => (found[1] ?? "").replaceAll("&amp;", "&"));
      waiting.push(...links.filter((link) => within.test(link)));
    }
  };
  const office = new RegExp(`^/office(?!/requests/(?!${filed.reference}))|^/api/files`);
  for (const role of ["dpo", "auditor", "administrator"] as const) {
    visited.clear();
    await crawl(Jar.of(role), ["/office", `/office/requests/${filed.reference}`, "/office/account", "/office/settings/staff"], office);
    expect(visited.size, role).toBeGreaterThan(3);
  }
  visited.clear();
  await crawl(space, [`/fr/follow/${filed.reference}`, "/fr", "/fr/ask/sent"], /^\/(fr|en|api\/files)/);
  expect(visited.size).toBeGreaterThan(12);
  expect(await stateOf(filed.reference)).toBe(before);
  const written = await query<{ type: string }>(`select distinct type from "Event" where position > $1 and (reference = $2 or actor in (select 'staff:' || id from "Staff" where email in ('dpo@optimarest.example', 'auditor@optimarest.example')))`, [counted?.position, filed.reference]);
  expect(written.map(({ type }) => type).filter((type) => !/Viewed$|^FollowOpened$|^SignalRaised$|^RegisterExport(ed|Ended)$/.test(type))).toEqual([]);
});
