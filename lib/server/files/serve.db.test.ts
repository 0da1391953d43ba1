import { randomUUID } from "node:crypto";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { receiveIdentity } from "@/lib/request/check/receive-identity";
import { acceptIdentity } from "@/lib/request/check/accept-identity";
import { db } from "../db";
import { env } from "../env";
import { newCase, requesterOf } from "../fixtures/cases";
import { perform } from "../perform";
import { asDraft, asRequester, asStaff, get, photo, post } from "./fixtures/requests";
import { remove } from "./remove";
import { attachment, servePage, serveKeptFile } from "./serve";

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined), set: (name: string, value: string) => void jar.set(name, value) }),
  headers: async () => new Headers(),
}));
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));

let reference: string;
let id: string;
const page = (headers?: Record<string, string>, which = id, number = "1") => servePage(get(`/api/files/${which}/${number}`, headers), which, number);

async function uploaded(query: string, name?: string): Promise<string> {
  const answer = await post(query, [await photo(name)]);
  return ((await answer.json()) as { files: { id: string }[] }).files[0]!.id;
}

beforeEach(async () => {
  jar.clear();
  reference = await asRequester(jar);
  id = await uploaded("for=follow&purpose=identity&locale=fr");
});

describe("a page of a document", () => {
  test("UP7: is our own picture, and can be nothing else in a browser", async () => {
    const answer = await page();
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "content-disposition": 'inline; filename="page-1.jpg"',
      "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      "cross-origin-resource-policy": "same-origin",
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 2).toString("hex")).toBe("ffd8");
    expect((await page({ range: "bytes=0-1" })).status).toBe(200);
  });

  test.each([
    [{ "sec-fetch-dest": "script", "sec-fetch-site": "cross-site" }, 403],
    [{ "sec-fetch-dest": "iframe", "sec-fetch-site": "cross-site" }, 403],
    [{ "sec-fetch-dest": "image", "sec-fetch-site": "cross-site" }, 403],
    [{ "sec-fetch-dest": "iframe", "sec-fetch-site": "same-origin" }, 403],
    [{ "sec-fetch-dest": "image", "sec-fetch-site": "same-origin" }, 200],
    [{ "sec-fetch-dest": "document", "sec-fetch-mode": "navigate", "sec-fetch-site": "cross-site" }, 200],
  ])("its own person: %j → %i", async (headers, status) => {
    expect((await page(headers as Record<string, string>)).status).toBe(status);
  });

  test("AC3: nobody, another person, a page that is not there: the same 404 as an unknown file", async () => {
    const unknown = await page({}, "00000000-0000-4000-8000-000000000000");
    expect([unknown.status, await unknown.text()]).toEqual([404, ""]);
    for (const number of ["0", "2", "31", "x", "-1"]) expect((await page({}, id, number)).status).toBe(404);
    await asRequester(jar, await newCase());
    const other = await page();
    expect([other.status, await other.text(), [...other.headers]]).toEqual([404, "", [...unknown.headers]]);
    jar.clear();
    expect((await page()).status).toBe(404);
  });

  test("staff see it once it is sent, leave a trace before the first byte, and need the right", async () => {
    jar.clear();
    const agent = await asStaff(jar, "agent");
    expect((await page()).status).toBe(404);
    await perform(requesterOf(reference), receiveIdentity, {}, { reference });
    const answer = await page();
    expect(answer.status).toBe(200);
    const trace = await db().event.findFirstOrThrow({ where: { type: "FileViewed", reference } });
    expect([trace.actor, trace.data]).toEqual([`staff:${agent.id}`, { fileId: id, page: 1, purpose: "identity", viewedFor: "verification" }]);
    await answer.arrayBuffer();
    jar.clear();
    await asStaff(jar, "auditor");
    expect((await page()).status).toBe(404);
  });

  test("UP8: staff see it as a picture in the viewer, under its watermark; opened or fetched by itself 403, and no trace of a view", async () => {
    await perform(requesterOf(reference), receiveIdentity, {}, { reference });
    jar.clear();
    await asStaff(jar, "agent");
    for (const dest of ["document", "empty"]) {
      const answer = await page({ "sec-fetch-dest": dest, "sec-fetch-mode": "navigate", "sec-fetch-site": "same-origin" });
      expect([answer.status, await answer.text()]).toEqual([403, ""]);
    }
    expect(await db().event.count({ where: { type: "FileViewed", reference } })).toBe(0);
    expect((await page({ "sec-fetch-dest": "image", "sec-fetch-site": "same-origin" })).status).toBe(200);
  });

  test("is gone with the identity accepted", async () => {
    await perform(requesterOf(reference), receiveIdentity, {}, { reference });
    const agent = await asStaff(jar, "agent");
    await perform(agent, acceptIdentity, { method: "document", kinds: ["passport"] }, { reference });
    expect((await page()).status).toBe(404);
  });

  test("altered on disk: 500 integrity, and not a byte of it", async () => {
    const { blobs } = await db().file.findUniqueOrThrow({ where: { id } });
    const handle = await open(join(env().dataDir, "vault", blobs[0]!.slice(0, 2), blobs[0]!), "r+");
    await handle.write(Buffer.from([0x5a, 0x5a, 0x5a]), 0, 3, 200);
    await handle.close();
    const answer = await page();
    expect([answer.status, await answer.json()]).toEqual([500, { code: "integrity" }]);
    await vi.waitFor(async () => expect(await db().file.findUniqueOrThrow({ where: { id } })).toMatchObject({ fault: "integrity" }));
  });
});

describe("a file of a reply", () => {
  test("is downloaded under its own name, by the person only once it is sent", async () => {
    jar.clear();
    await asStaff(jar, "agent");
    const reply = await uploaded(`for=reply&purpose=reply&locale=fr&reference=${reference}`, "données « été ».jpg");
    const serve = () => serveKeptFile(get(`/api/files/${reply}`), reply);
    const answer = await serve();
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="[^"]+"; filename\*=UTF-8''donn%C3%A9es%20/);
    expect(Buffer.from(await answer.arrayBuffer()).length).toBe(Number(answer.headers.get("content-length")));
    expect((await page({}, reply)).status).toBe(404);
    jar.clear();
    await asRequester(jar, reference);
    expect((await serve()).status).toBe(404);
    await db().file.update({ where: { id: reply }, data: { pending: false } });
    expect((await serve()).status).toBe(200);
    expect((await serveKeptFile(get(`/api/files/${id}`), id)).status).toBe(404);
  });

  test("UP6: a name cannot break out of its header", () => {
    expect(attachment('a"b\\c%\u00e9\u{1f600}.pdf')).toBe("attachment; filename=\"a_b_c____.pdf\"; filename*=UTF-8''a%22b%5Cc%25%C3%A9%F0%9F%98%80.pdf");
  });
});

describe("taking back", () => {
  const taken = (which: string, query: string, accept = "text/html") => remove(new Request(`${env().publicUrl}/x?${query}`, { method: "POST", headers: { accept, origin: env().publicUrl, host: new URL(env().publicUrl).host } }), which);
  const answered = async (answer: Promise<Response>) => [(await answer).status, (await answer).headers.get("location")];

  test("removes what is not sent, with its key; not another's, not what is sent", async () => {
    const draftId = await asDraft(jar);
    const own = await uploaded("for=draft&purpose=identity&locale=fr");
    await taken(id, "for=draft&locale=fr");
    expect(await db().file.count({ where: { id } })).toBe(1);
    expect(await answered(taken(own, "for=draft&locale=fr"))).toEqual([303, "/fr/ask/access/documents"]);
    expect(await db().file.count({ where: { draftId } })).toBe(0);
    await perform(requesterOf(reference), receiveIdentity, {}, { reference });
    await taken(id, `for=follow&locale=fr&reference=${reference}`);
    expect(await db().file.count({ where: { id } })).toBe(1);
  });

  test("pressed twice, it leads back to the form as the first time; what is another's is answered like what never was", async () => {
    await asDraft(jar);
    const own = await uploaded("for=draft&purpose=identity&locale=fr");
    for (const which of [own, own, id, randomUUID()]) expect(await answered(taken(which, "for=draft&locale=fr"))).toEqual([303, "/fr/ask/access/documents"]);
    for (const which of [own, id, randomUUID()]) expect(await answered(taken(which, "for=draft&locale=fr", "application/json"))).toEqual([204, null]);
    const message = await uploaded(`for=follow&purpose=message&locale=en&reference=${reference}`);
    for (let times = 0; times < 2; times += 1) expect(await answered(taken(message, `for=follow&purpose=message&locale=en&reference=${reference}`))).toEqual([303, `/en/follow/${reference}/message`]);
    expect((await taken("x", "for=draft&locale=fr")).status).toBe(404);
    expect((await taken(own, `for=follow&locale=fr&reference=${await newCase()}`)).status).toBe(404);
    jar.delete("__Host-draft");
    expect((await taken(own, "for=draft&locale=fr")).status).toBe(401);
  });

  test("a page of another site removes nothing", async () => {
    const answer = await remove(new Request(`${env().publicUrl}/x?for=follow`, { method: "POST", headers: { origin: "https://evil.example", host: "localhost" } }), id);
    expect(answer.status).toBe(403);
  });
});
