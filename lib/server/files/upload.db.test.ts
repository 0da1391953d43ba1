import { beforeEach, describe, expect, test, vi } from "vitest";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import sharp from "sharp";
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
import { storage } from "../storage";
import { loadCase, requestKey } from "../store";
import { claimingJpeg, claimingPng, taintedJpeg } from "../vault/fixtures/make-image";
import { endlessPdf, inflatingPdf, pdfOf } from "../vault/fixtures/make-pdf";
import { zipOf } from "../vault/fixtures/make-zip";
import type { Problem } from "./problem";
import { servePage } from "./serve";
import { visibleFile } from "./visible";
import { asDraft, asRequester, asStaff, blobIds, endOfParts, get, jpeg, partOf, photo, post, postBody, type Sent } from "./fixtures/requests";

const { jar, came } = vi.hoisted(() => ({ jar: new Map<string, string>(), came: { from: "" } }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined), set: (name: string, value: string) => void jar.set(name, value) }),
  headers: async () => new Headers(came.from === "" ? {} : { "x-forwarded-for": came.from }),
}));
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));

const draftIdentity = "for=draft&purpose=identity&locale=fr";

beforeEach(async () => {
  jar.clear();
  came.from = "";
  await db().throttle.deleteMany({});
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
    const madeUp = await post(draftIdentity, [await photo()]);
    expect([madeUp.status, await madeUp.json()]).toEqual([401, { code: "expired", message: messages("fr").follow.upload.startAgain }]);
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
    expect([answer.status, await answer.json()]).toEqual([409, { code: "closed", message: messages("fr").follow.upload.error.closed }]);
  });

  test("sixty files of the person fill their side of a request alone: staff still attach the answer and their notes", async () => {
    const reference = await asRequester(jar);
    const { wrappedKey } = await db().subjectRequest.findUniqueOrThrow({ where: { reference } });
    const key = (await requestKey({ reference, wrappedKey })) as Buffer;
    for (let nth = 0; nth < 60; nth += 1) await newFile({ reference, key }, "message");
    await db().file.updateMany({ where: { reference }, data: { pending: false } });
    const toTheCompany = "for=follow&purpose=message&locale=fr";
    expect(await (await post(toTheCompany, [await photo()])).json()).toMatchObject({ code: "too-many" });
    const staff = await asStaff(jar, "agent");
    for (const use of ["reply", "note"]) expect((await post(`for=${use}&purpose=${use}&locale=fr&reference=${reference}`, [await photo()])).status).toBe(201);
    await db().file.deleteMany({ where: { reference, staffId: null } });
    for (let nth = 0; nth < 298; nth += 1) await newFile({ reference, key }, "reply", staff.id);
    await db().file.updateMany({ where: { reference }, data: { pending: false } });
    expect((await post(toTheCompany, [await photo()])).status).toBe(201);
    expect(await (await post(`for=reply&purpose=reply&locale=fr&reference=${reference}`, [await photo()])).json()).toMatchObject({ code: "too-many" });
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

const asJpeg = (bytes: Buffer | string): Sent => ({ bytes: Buffer.from(bytes as string, "latin1"), name: "carte.jpg", type: "image/jpeg" });
const asPdf = (bytes: Buffer): Sent => ({ bytes, name: "acte.pdf", type: "application/pdf" });
const heavy = async (megabytes: number) => asJpeg(Buffer.concat([await jpeg(), Buffer.alloc(megabytes * 1024 * 1024)]));
const sealedPdf = (name: string) => asPdf(readFileSync(new URL(`../vault/fixtures/${name}`, import.meta.url)));
/** The box a HEIC begins with: what a phone calls IMG_0001.HEIC, renamed. */
const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\x01\0meta", "latin1");
const webp = async () => sharp(await jpeg()).webp().toBuffer();

/** Bytes without end, and how many of them were asked for. */
function endless(beginning: Buffer) {
  const read = { bytes: 0 };
  const piece = new Uint8Array(64 * 1024).fill(97);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(beginning)),
    pull: (controller) => { read.bytes += piece.length; controller.enqueue(piece); },
  }, { highWaterMark: 0 });
  return { body, read };
}

describe("bad input: the person reads why, and nothing is left. security.md UP1, UP2, UP4, UP11", () => {
  let before: string[];
  beforeEach(async () => {
    await asDraft(jar);
    before = await blobIds();
  });

  async function isRefused(answer: Response, code: Problem, status: number): Promise<void> {
    expect([answer.status, await answer.json()]).toEqual([status, { code, message: messages("fr").follow.upload.error[code] }]);
    await unchanged(before);
  }

  test.each<[string, Problem, number, () => Promise<Sent[]>]>([
    ["an SVG called .jpg", "type", 415, async () => [asJpeg("<svg onload=alert(1)>")]],
    ["a JPEG called .pdf", "type", 415, async () => [{ ...(await photo("x.pdf")) }]],
    ["a JPEG said to be a PDF", "type", 415, async () => [{ ...(await photo()), type: "application/pdf" }]],
    ["a WebP called .jpg", "type", 415, async () => [asJpeg(await webp())]],
    ["a WebP", "type", 415, async () => [{ bytes: await webp(), name: "carte.webp", type: "image/webp" }]],
    ["a HEIC called .jpg", "type", 415, async () => [asJpeg(heic)]],
    ["a HEIC", "type", 415, async () => [{ bytes: heic, name: "IMG_0001.HEIC", type: "image/heic" }]],
    ["a GIF that is a PDF further in", "type", 415, async () => [asPdf(Buffer.concat([Buffer.from("GIF89a/*"), pdfOf("")]))]],
    ["a JPEG's first bytes before a page", "malformed", 422, async () => [asJpeg("\xff\xd8\xff\xe0<html><script>alert(1)</script></html>")]],
    ["a picture and a ZIP", "type", 415, async () => [await photo(), { bytes: zipOf("a.txt", Buffer.from("a")), name: "x.zip", type: "application/zip" }]],
    ["an empty file", "empty", 422, async () => [asJpeg("")]],
    ["no file", "empty", 422, async () => []],
    ["a picture cut short", "malformed", 422, async () => [asJpeg((await jpeg()).subarray(0, 120))]],
    ["a PDF cut short", "malformed", 422, async () => [asPdf(pdfOf("0 0 m").subarray(0, 120))]],
    ["a PDF with a password", "encrypted", 422, async () => [sealedPdf("encrypted-user.pdf")]],
    ["a PDF with an owner's password", "encrypted", 422, async () => [sealedPdf("encrypted-owner.pdf")]],
    ["31 pages", "limit", 422, async () => [asPdf(pdfOf("", { pages: 31 }))]],
    ["a PDF whose page draws itself on and on", "limit", 422, async () => [asPdf(endlessPdf())]],
    ["a PDF that takes minutes to draw", "limit", 422, async () => [asPdf(pdfOf("0 0 m 500 800 l S ".repeat(200_000), { pages: 30 }))]],
    ["a PDF of 512 MiB in 5 KB", "limit", 422, async () => [asPdf(inflatingPdf())]],
    ["a PNG of 2 500 megapixels in 1 KB", "limit", 422, async () => [{ bytes: await claimingPng(50_000, 50_000), name: "carte.png", type: "image/png" }]],
    ["a JPEG of 3 600 megapixels in 1 KB", "limit", 422, async () => [asJpeg(await claimingJpeg(60_000, 60_000))]],
    ["a file over 10 MB", "too-large", 413, async () => [await heavy(10)]],
    ["27 MB in one form", "too-large", 413, async () => [await heavy(9), await heavy(9), await heavy(9)]],
    ["six files", "too-many", 422, async () => Promise.all(Array.from({ length: 6 }, (_, nth) => photo(`${nth}.jpg`)))],
  ])("%s → %s", async (_what, code, status, files) => isRefused(await post(draftIdentity, await files()), code, status));

  const file = partOf("file", "carte.jpg");
  test.each<[string, Problem, number, string, Record<string, string>]>([
    ["no form at all", "malformed", 422, "hello", { "content-type": "application/json" }],
    ["a form without its boundary", "malformed", 422, "hello", { "content-type": "multipart/form-data" }],
    ["a form that stops in the middle", "malformed", 422, `${file}hello`, {}],
    ["a form in a form", "malformed", 422, `${partOf("file", "x.jpg", "multipart/mixed; boundary=b")}--b--${endOfParts}`, {}],
    ["a field twice", "malformed", 422, `${partOf("a", null)}1\r\n${partOf("a", null)}2${endOfParts}`, {}],
    ["a hundred and one parts", "too-many", 422, `${Array.from({ length: 101 }, (_, nth) => `${partOf(`f${nth}`, null)}\r\n`).join("")}${endOfParts}`, {}],
    ["a part whose header is 9 KB", "too-large", 413, `${partOf("file", "x".repeat(9 * 1024))}hello${endOfParts}`, {}],
    ["25 MB and one byte, as declared", "too-large", 413, `${file}hello${endOfParts}`, { "content-length": String(25 * 1024 * 1024 + 1) }],
  ])("%s → %s", async (_what, code, status, body, headers) => isRefused(await postBody(draftIdentity, body, headers), code, status));

  test("a body without end is read to its limit and not further", async () => {
    const begun = Buffer.concat([Buffer.from(file), await jpeg()]);
    for (const [beginning, limit] of [[begun, 10], [Buffer.from(partOf("words", null)), 25], [Buffer.from("prologue"), 25]] as const) {
      const { body, read } = endless(beginning);
      await isRefused(await postBody(draftIdentity, body), "too-large", 413);
      expect(read.bytes).toBeLessThan((limit + 1) * 1024 * 1024);
    }
  });

  test("fifteen seconds of silence end it, not fourteen; so does the line going dead", async () => {
    const begun = Buffer.concat([Buffer.from(file), await jpeg(), Buffer.alloc(300_000)]);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const isWaited = Promise.withResolvers<void>();
      const silent = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(begun), pull: () => isWaited.resolve() }, { highWaterMark: 0 });
      let isAnswered = false;
      const answering = postBody(draftIdentity, silent).finally(() => (isAnswered = true));
      await isWaited.promise;
      await vi.advanceTimersByTimeAsync(14_900);
      expect(isAnswered).toBe(false);
      await vi.advanceTimersByTimeAsync(200);
      await isRefused(await answering, "aborted", 400);
    } finally {
      vi.useRealTimers();
    }
    let pulls = 0;
    const dying = new ReadableStream<Uint8Array>({ pull: (controller) => (pulls++ === 0 ? controller.enqueue(begun) : controller.error(new Error("ECONNRESET"))) }, { highWaterMark: 0 });
    await isRefused(await postBody(draftIdentity, dying), "aborted", 400);
  });

  test.each([1, 2, 3])("no room left at the write number %i: told as ours, and nothing is left", async (nth) => {
    const { write } = storage();
    let writes = 0;
    const full = vi.spyOn(storage(), "write").mockImplementation((id, source) => {
      writes += 1;
      return write(id, writes < nth ? source : Readable.from((async function* () {
        for await (const chunk of source) yield chunk;
        throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      })()));
    });
    try {
      await isRefused(await post(draftIdentity, [await photo(), await photo()]), "storage-full", 507);
    } finally {
      full.mockRestore();
    }
    expect(writes).toBe(nth);
    expect((await post(draftIdentity, [await photo()])).status, "with room again").toBe(201);
  });

  test("a picture that is also a ZIP and a page: only our own picture of it is kept", async () => {
    const both = Buffer.concat([await taintedJpeg(), Buffer.from("<script>alert('CANARY')</script>"), zipOf("CANARY.txt", Buffer.from("CANARY"))]);
    const answer = await post(draftIdentity, [asJpeg(both)]);
    expect(answer.status).toBe(201);
    const { files } = (await answer.json()) as { files: { id: string }[] };
    const shown = Buffer.from(await (await servePage(get(`/api/files/${files[0]!.id}/1`), files[0]!.id, "1")).arrayBuffer());
    expect(await sharp(shown).metadata()).toMatchObject({ format: "jpeg", width: 40, height: 60 });
    expect(shown.toString("latin1")).not.toMatch(/CANARY|<script|PK\x03\x04/);
    expect((await blobIds()).length).toBe(before.length + 1);
  });

  test("whoever reads English is told in English", async () => {
    const answer = await post("for=draft&purpose=identity&locale=en", [asJpeg(heic)]);
    expect(await answer.json()).toEqual({ code: "type", message: messages("en").follow.upload.error.type });
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
    expect([answer.status, await answer.json()]).toEqual([413, { code: "too-large", message: messages("fr").follow.upload.error["too-large"] }]);
    expect(await db().file.count({ where: { reference } })).toBe(1);
  });

  test("UP2, UP9: all drafts together have a bound; beyond it the person is told, nothing is kept, and what belongs to a request still comes in", async () => {
    for (const bytes of [2 ** 31 - 1, 2 ** 31 - 1]) {
      const draft = await newDraft();
      const full = await newFile({ draftId: draft.id, key: draft.key }, "identity");
      await db().file.update({ where: { id: full }, data: { storedBytes: bytes } });
    }
    const before = await blobIds();
    const draftId = await asDraft(jar);
    const answer = await post(draftIdentity, [await photo()]);
    expect([answer.status, await answer.json()]).toEqual([507, { code: "storage-full", message: messages("fr").follow.upload.error["storage-full"] }]);
    expect([await db().file.count({ where: { draftId } }), await blobIds()]).toEqual([0, before]);
    await asRequester(jar);
    expect((await post("for=follow&purpose=message&locale=fr", [await photo()])).status).toBe(201);
    await db().file.updateMany({ where: { draftId: { not: null } }, data: { storedBytes: 2 ** 30 } });
    expect((await post(draftIdentity, [await photo()])).status).toBe(201);
  });

  test("UP2: what is stored counts, not what was sent: padding fills nobody's room, and many pages fill their own draft's", async () => {
    const draftId = await asDraft(jar);
    const padded = { ...(await photo()), bytes: Buffer.concat([await jpeg(), Buffer.alloc(2_000_000)]) };
    expect((await post(draftIdentity, [padded])).status).toBe(201);
    const [file] = await db().file.findMany({ where: { draftId } });
    expect(file?.bytes).toBeGreaterThan(2_000_000);
    expect(file?.storedBytes).toBeLessThan(10_000);
    const stored = await Array.fromAsync(await storage().read(file?.blobs[0] ?? ""));
    expect(file?.storedBytes).toBe(Buffer.concat(stored as Buffer[]).length);
    await db().file.updateMany({ where: { draftId }, data: { storedBytes: 100 * 1024 ** 2 } });
    const answer = await post(draftIdentity, [await photo()]);
    expect([answer.status, await answer.json()]).toMatchObject([413, { code: "too-large" }]);
  });

  test("UP9: drafts of one network store a gigabyte a day, so that it fills no room but its own; no address is kept", async () => {
    const before = await blobIds();
    await asDraft(jar);
    came.from = "203.0.113.7";
    expect((await post(draftIdentity, [await photo()])).status).toBe(201);
    const [row] = await db().throttle.findMany();
    expect(row?.count).toBe(1);
    await db().throttle.updateMany({ data: { count: 1024 ** 2 } });
    for (let times = 0; times < 2; times += 1) {
      const answer = await post(draftIdentity, [await photo()]);
      expect([answer.status, await answer.json()]).toMatchObject([507, { code: "storage-full" }]);
    }
    expect((await blobIds()).length).toBe(before.length + 1);
    expect((await db().throttle.findFirstOrThrow()).count, "what was refused at once counts no more").toBe(1024 ** 2 + 1);
    came.from = "198.51.100.7";
    expect((await post(draftIdentity, [await photo()])).status).toBe(201);
    came.from = "10.0.0.7";
    expect((await post(draftIdentity, [await photo()])).status).toBe(201);
    expect(await db().throttle.count()).toBe(2);
    await asRequester(jar);
    came.from = "203.0.113.7";
    expect((await post("for=follow&purpose=message&locale=fr", [await photo()])).status).toBe(201);
  });
});
