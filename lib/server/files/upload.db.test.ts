import { beforeEach, describe, expect, test, vi } from "vitest";
import { randomUUID } from "node:crypto";
import { messages } from "@/lib/i18n/messages";
import { calendarDate } from "@/lib/law/calendar";
import { checkArrival } from "@/lib/request/ask/arrival-input";
import { toldSchema } from "@/lib/request/ask/told-answers";
import { acceptIdentity } from "@/lib/request/check/accept-identity";
import { withdrawRequest } from "@/lib/request/retain/withdraw-request";
import { db } from "../db";
import { fileName } from "../file-name";
import { newCase, newDraft, newFile, newStaff, requesterOf } from "../fixtures/cases";
import { perform } from "../perform";
import { recordRequest } from "../record-request";
import { loadCase } from "../store";
import { visibleFile } from "./visible";
import { asDraft, asRequester, asStaff, blobIds, jpeg, photo, post, type Sent } from "./fixtures/requests";

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined) }),
  headers: async () => new Headers(),
}));
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));

const draftIdentity = "for=draft&purpose=identity&locale=fr";

beforeEach(async () => {
  jar.clear();
  await db().file.deleteMany({});
});

/** Nothing of an upload is left: no row, no blob, no unfinished write. */
async function unchanged(before: string[]): Promise<void> {
  expect(await db().file.count()).toBe(0);
  expect(await blobIds()).toEqual(before);
}

describe("who may", () => {
  test("UP9: without a draft or a session 401, and nothing is kept", async () => {
    const before = await blobIds();
    for (const use of ["draft", "follow", "reply"]) {
      expect((await post(`for=${use}&purpose=identity&locale=fr`, [await photo()])).status).toBe(401);
      const page = await post(`for=${use}&purpose=identity&locale=fr`, [await photo()], { accept: "text/html" });
      expect([page.status, page.headers.get("content-type")]).toEqual([401, "text/html; charset=utf-8"]);
    }
    jar.set("__Host-draft", "made-up");
    expect((await post(draftIdentity, [await photo()])).status).toBe(401);
    await unchanged(before);
  });

  test("a page of another site is refused", async () => {
    await asDraft(jar);
    expect((await post(draftIdentity, [await photo()], { origin: "https://evil.example" })).status).toBe(403);
    expect((await post(draftIdentity, [await photo()], { "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  test("AC3: another's request is not found, and staff need the right to handle", async () => {
    const other = await newCase();
    await asRequester(jar);
    expect((await post(`for=follow&purpose=message&locale=fr&reference=${other}`, [await photo()])).status).toBe(404);
    await asStaff(jar, "auditor");
    expect((await post(`for=reply&purpose=reply&locale=fr&reference=${other}`, [await photo()])).status).toBe(404);
    await asStaff(jar, "agent");
    expect((await post(`for=reply&purpose=reply&locale=fr&reference=${other}`, [await photo()])).status).toBe(201);
    expect((await post(`for=reply&purpose=identity&locale=fr&reference=${other}`, [await photo()])).status).toBe(422);
  });

  test("RC3: a request that is closed takes no more", async () => {
    const reference = await asRequester(jar);
    await perform(requesterOf(reference), withdrawRequest, {}, { reference });
    const answer = await post("for=follow&purpose=message&locale=fr", [await photo()]);
    expect([answer.status, await answer.json()]).toMatchObject([409, { code: "closed" }]);
  });

  test("nothing more is taken in to prove an identity that is established; a message still is", async () => {
    const before = await blobIds();
    const reference = await asRequester(jar);
    await perform(await newStaff("agent"), acceptIdentity, { method: "known-facts", kinds: [] }, { reference });
    const answer = await post("for=follow&purpose=identity&locale=fr", [await photo()]);
    expect([answer.status, await answer.json()]).toMatchObject([409, { code: "closed" }]);
    await unchanged(before);
    expect((await post("for=follow&purpose=message&locale=fr", [await photo()])).status).toBe(201);
  });
});

test("staff add a scan of how a request came: part of the case at once, and never the person's to see", async () => {
  const agent = await asStaff(jar, "agent");
  const told = toldSchema(["access"]).parse({ formKey: randomUUID(), locale: "fr", words: "Tout", name: "Anne Durand", email: "anne@example.org" });
  const checked = checkArrival({ way: "letter", receivedOn: "2026-11-06", right: "access" }, { today: calendarDate("2026-11-26"), now: "2026-11-26T10:00:00.000Z", timeZone: "Europe/Paris" });
  const made = "came" in checked && (await recordRequest(agent, checked.came, told));
  const reference = made && "reference" in made ? made.reference : "";
  const query = `for=record&purpose=receipt-proof&locale=fr&reference=${reference}`;
  expect(await db().subjectRequest.findUniqueOrThrow({ where: { reference } })).toMatchObject({ lacksReceiptProof: true });
  const plain = await post(query, [await photo("lettre.jpg")], { accept: "text/html" });
  expect([plain.status, plain.headers.get("location")]).toEqual([303, `/office/requests/${reference}?done=addReceiptProof`]);
  const file = await db().file.findFirstOrThrow({ where: { reference } });
  expect(file).toMatchObject({ purpose: "receipt-proof", pending: false, staffId: agent.id });
  expect(await db().subjectRequest.findUniqueOrThrow({ where: { reference } })).toMatchObject({ lacksReceiptProof: false });
  expect(await visibleFile(file.id)).toMatchObject({ actor: { kind: "staff" } });
  jar.clear();
  await asRequester(jar, reference);
  expect(await visibleFile(file.id)).toBeNull();
  const wrong = await post(query, [], { accept: "text/html" });
  expect(wrong.status).toBe(401);
  jar.clear();
  await asStaff(jar, "agent");
  expect((await post(`for=record&purpose=receipt-proof&locale=fr&reference=${await newCase()}`, [await photo()])).status, "the form is its own proof").toBe(409);
  expect((await post(`for=record&purpose=identity&locale=fr&reference=${reference}`, [await photo()])).status).toBe(422);
});

describe("what", () => {
  test("a picture is kept as our own page, sealed, under the draft's key", async () => {
    const draftId = await asDraft(jar);
    const answer = await post(draftIdentity, [await photo()]);
    expect(answer.status).toBe(201);
    const { files } = (await answer.json()) as { files: { id: string }[] };
    expect(files).toEqual([{ id: expect.any(String), name: "carte.jpg", bytes: (await jpeg()).length, pages: 1 }]);
    expect(await db().file.findUniqueOrThrow({ where: { id: files[0]!.id } })).toMatchObject({ draftId, reference: null, purpose: "identity", pending: true, staffId: null });
  });

  test.each<[string, number, () => Promise<Sent[]>]>([
    ["type", 415, async () => [{ bytes: Buffer.from("<svg onload=alert(1)>"), name: "x.jpg", type: "image/jpeg" }]],
    ["type", 415, async () => [{ bytes: await jpeg(), name: "x.pdf", type: "image/jpeg" }]],
    ["empty", 422, async () => [{ bytes: Buffer.alloc(0), name: "x.jpg", type: "image/jpeg" }]],
    ["empty", 422, async () => []],
    ["malformed", 422, async () => [{ bytes: (await jpeg()).subarray(0, 120), name: "x.jpg", type: "image/jpeg" }]],
    ["too-large", 413, async () => [{ bytes: Buffer.concat([await jpeg(), Buffer.alloc(10 * 1024 * 1024)]), name: "x.jpg", type: "image/jpeg" }]],
    ["too-many", 422, async () => Promise.all(Array.from({ length: 6 }, (_, nth) => photo(`${nth}.jpg`)))],
    ["type", 415, async () => [await photo(), { bytes: Buffer.from("PK"), name: "x.zip", type: "application/zip" }]],
  ])("%s → %i, and nothing is left", async (code, status, files) => {
    await asDraft(jar);
    const before = await blobIds();
    const answer = await post(draftIdentity, await files());
    const told = (await answer.json()) as { code: string; message: string };
    expect([answer.status, told.code]).toEqual([status, code]);
    expect(told.message.length).toBeGreaterThan(10);
    await unchanged(before);
  });

  test("a plain form is sent back to its page with the code", async () => {
    await asDraft(jar);
    const wrong = await post(draftIdentity, [], { accept: "text/html" });
    expect([wrong.status, wrong.headers.get("location")]).toEqual([303, "/fr/ask/access/documents?upload=empty&purpose=identity"]);
    const right = await post(draftIdentity, [await photo()], { accept: "text/html" });
    expect([right.status, right.headers.get("location")]).toEqual([303, "/fr/ask/access/documents"]);
  });

  test("UP6: names are text only, and safe", async () => {
    const reference = await asRequester(jar);
    const names = ["../../etc/passwd.jpg", "a\u202Egpj.exe.jpg", `${"x".repeat(5000)}.jpg`, "CON.jpg"];
    for (const name of names) expect((await post("for=follow&purpose=message&locale=fr", [await photo(name)])).status).toBe(201);
    const { key } = (await loadCase(reference))!;
    const kept = (await db().file.findMany({ where: { reference }, orderBy: { createdAt: "asc" } })).map((file) => fileName(key!, file));
    expect(kept.every((name) => name.length <= 100 && !/[/\\\u202e\p{Cc}]/u.test(name))).toBe(true);
    expect(kept[3]).toBe("_CON.jpg");
  });
});

describe("RC4: limits hold in parallel", () => {
  test("fifty uploads at once on a draft store exactly five, and no blob beside them", async () => {
    const draftId = await asDraft(jar);
    const before = await blobIds();
    const one = await photo();
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(draftIdentity, [one])));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    expect(answers.filter(({ status }) => status !== 201).every(({ status }) => status === 422 || status === 503)).toBe(true);
    expect(await db().file.count({ where: { draftId } })).toBe(5);
    expect((await blobIds()).length).toBe(before.length + 5);
  });

  test("25 MB in all: counted over what waits already", async () => {
    const reference = await asRequester(jar);
    await post("for=follow&purpose=message&locale=fr", [await photo()]);
    await db().file.updateMany({ where: { reference }, data: { bytes: 25 * 1024 * 1024 } });
    const answer = await post("for=follow&purpose=message&locale=fr", [await photo()]);
    expect([answer.status, await answer.json()]).toMatchObject([413, { code: "too-large" }]);
  });

  test("UP2, UP9: all drafts together have a bound; beyond it the person is told, nothing is kept, and what belongs to a request still comes in", async () => {
    for (const bytes of [2 ** 31 - 1, 2 ** 31 - 1]) {
      const draft = await newDraft();
      const full = await newFile({ draftId: draft.id, key: draft.key }, "identity");
      await db().file.update({ where: { id: full }, data: { bytes } });
    }
    const before = await blobIds();
    const draftId = await asDraft(jar);
    const answer = await post(draftIdentity, [await photo()]);
    expect([answer.status, await answer.json()]).toEqual([507, { code: "storage-full", message: messages("fr").follow.upload.error["storage-full"] }]);
    expect([await db().file.count({ where: { draftId } }), await blobIds()]).toEqual([0, before]);
    await asRequester(jar);
    expect((await post("for=follow&purpose=message&locale=fr", [await photo()])).status).toBe(201);
    await db().file.updateMany({ where: { draftId: { not: null } }, data: { bytes: 2 ** 30 } });
    expect((await post(draftIdentity, [await photo()])).status).toBe(201);
  });
});
