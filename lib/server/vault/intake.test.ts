import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decrypt } from "./cipher";
import type { Scan, Verdict } from "./clamd";
import { plainPng, taintedJpeg } from "./fixtures/make-image";
import { pdfOf } from "./fixtures/make-pdf";
import { memoryStorage } from "./fixtures/memory-storage";
import { type Intake, receive } from "./intake";
import { newKey } from "./keys";
import { StorageFullError } from "./storage";
import { fileStorage } from "./storage-file";

let base: string;
beforeEach(async () => void (base = await mkdtemp(path.join(tmpdir(), "vault-"))));
afterEach(async () => rm(base, { recursive: true, force: true }));

const key = newKey();
const fileId = randomUUID();
const intake = (more: Partial<Intake> = {}): Intake => ({
  fileId, key, storage: fileStorage(base), name: "scan.pdf", declaredType: "application/pdf", allow: "proof", ...more,
});
const inPieces = (bytes: Buffer, size = 16_384) =>
  Readable.from((function* () { for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size); })());
const onDisk = async () => (await readdir(base, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
const opened = async (id: string) => buffer((await fileStorage(base).read(id)).pipe(decrypt(key, id)));

test("a proof is kept as sealed pages only; the original is gone", async () => {
  const pdf = pdfOf("1 0 0 rg 0 0 100 100 re f % CANARY-DISK", { pages: 2 });
  const received = await receive(inPieces(pdf), intake({ name: "../my\u202e scan.pdf" }));
  expect(received).toMatchObject({ ok: true, fileId, name: "my scan.pdf", kind: "pdf", bytes: pdf.length });
  if (!received.ok) return;
  expect(received.blobs.map((blob) => blob.page?.number)).toEqual([1, 2]);
  expect((await onDisk()).map((file) => path.basename(file)).sort()).toEqual(received.blobs.map((blob) => blob.id).sort());
  for (const blob of received.blobs) {
    const page = await opened(blob.id);
    expect(page.subarray(0, 3).toString("hex")).toBe("ffd8ff");
    expect(page.length).toBe(blob.bytes);
    expect(createHash("sha256").update(page).digest("hex")).toBe(blob.sha256);
    expect(blob).toMatchObject({ type: "image/jpeg", page: { width: 1239, height: 1754 } });
  }
  for (const file of await onDisk()) expect((await readFile(file)).includes("CANARY") || (await readFile(file)).includes("JFIF")).toBe(false);
});

test("one page's blob does not open as another's", async () => {
  const received = await receive(inPieces(pdfOf("", { pages: 2 })), intake());
  if (!received.ok) return expect.unreachable();
  const [first, second] = received.blobs;
  const swapped = (await fileStorage(base).read(first!.id)).pipe(decrypt(key, second!.id));
  await expect(buffer(swapped)).rejects.toMatchObject({ code: "integrity" });
});

test("while a proof is taken in, nothing of it lies in clear in the store", async () => {
  const pdf = pdfOf(`%${"CANARY-DISK".repeat(50_000)}\n1 0 0 rg 0 0 100 100 re f`);
  let looked = 0;
  const source = Readable.from((async function* () {
    for (let at = 0; at < pdf.length; at += 65_536) {
      yield pdf.subarray(at, at + 65_536);
      for (const file of await onDisk()) {
        expect((await readFile(file)).includes("CANARY")).toBe(false);
        looked++;
      }
    }
  })());
  expect(await receive(source, intake())).toMatchObject({ ok: true });
  expect(looked).toBeGreaterThan(3);
});

test("a reply is kept sealed as it is", async () => {
  const csv = Buffer.from("name;value\r\nZoë;1\r\n".repeat(20_000));
  const received = await receive(inPieces(csv), intake({ allow: "reply", name: "export.csv", declaredType: "text/csv" }));
  expect(received).toMatchObject({ ok: true, kind: "csv", bytes: csv.length, blobs: [{ type: "text/csv; charset=utf-8", bytes: csv.length }] });
  if (received.ok) expect((await opened(received.blobs[0]!.id)).equals(csv)).toBe(true);
});

const tooBig = Buffer.concat([pdfOf(""), randomBytes(100_000)]);
const jpegNamed = { name: "id.jpg", declaredType: "image/jpeg" };
test.each([
  ["an empty file", Buffer.alloc(0), {}, "empty"],
  ["another type", Buffer.from("GIF89a"), jpegNamed, "type"],
  ["a page in disguise", Buffer.from("<html>"), jpegNamed, "type"],
  ["magic bytes only", Buffer.from("ffd8ffe0", "hex"), jpegNamed, "malformed"],
  ["too many bytes", tooBig, { maxBytes: 100_000 }, "too-large"],
  ["too many pages", pdfOf("", { pages: 31 }), {}, "limit"],
  ["a broken PDF", Buffer.from("%PDF-1.7 and nothing"), {}, "malformed"],
  ["a slow PDF", pdfOf("0 0 m 500 800 l S ".repeat(20_000), { pages: 30 }), { timeoutMs: 500 }, "limit"],
])("%s is refused and leaves nothing", async (_name, bytes, more, code) => {
  expect(await receive(inPieces(bytes), intake(more))).toEqual({ ok: false, code, name: (more as Partial<Intake>).name ?? "scan.pdf" });
  expect(await onDisk()).toEqual([]);
});

test("exactly the limit passes, one byte more does not, and not much more is read", async () => {
  const text = Buffer.alloc(200_000, "a");
  const reply = { allow: "reply", name: "a.txt", declaredType: "text/plain" } as const;
  expect(await receive(inPieces(text), intake({ ...reply, maxBytes: 200_000 }))).toMatchObject({ ok: true, bytes: 200_000 });
  let read = 0;
  const endless = Readable.from((function* () { for (;; read += 16_384) yield text.subarray(0, 16_384); })(), { highWaterMark: 1 });
  expect(await receive(endless, intake({ ...reply, maxBytes: 199_999 }))).toMatchObject({ code: "too-large" });
  expect(read).toBeLessThan(199_999 + 4 * 16_384);
});

test("a refused type is never written at all, and the part is left for the caller to drain", async () => {
  const { storage, writes } = memoryStorage();
  const part = inPieces(Buffer.concat([Buffer.from("MZ"), Buffer.alloc(300_000)]));
  expect(await receive(part, intake({ ...jpegNamed, storage }))).toMatchObject({ code: "type" });
  expect(writes()).toBe(0);
  expect(part.destroyed).toBe(false);
  expect((await buffer(part)).length).toBeGreaterThan(200_000);
});

test("the client breaking off, and the signal, are 'aborted' and leave nothing", async () => {
  const jpeg = await taintedJpeg();
  const breaking = (at: number) => Readable.from((async function* () { yield jpeg.subarray(0, at); throw new Error("ECONNRESET"); })());
  for (const at of [10, jpeg.length - 1]) expect(await receive(breaking(at), intake(jpegNamed))).toMatchObject({ code: "aborted" });
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 250);
  const slow = pdfOf("0 0 m 500 800 l S ".repeat(20_000), { pages: 30 });
  expect(await receive(inPieces(slow), intake({ signal: controller.signal }))).toMatchObject({ code: "aborted" });
  expect(await onDisk()).toEqual([]);
});

test("a full disk is a refusal, a broken one a fault; on the original or on a page, nothing is left", async () => {
  const png = { name: "id.png", declaredType: "image/png" };
  for (const failAt of [1, 2]) {
    const full = memoryStorage(failAt, new StorageFullError(undefined));
    expect(await receive(inPieces(await plainPng()), intake({ ...png, storage: full.storage }))).toMatchObject({ code: "storage-full" });
    const broken = memoryStorage(failAt);
    await expect(receive(inPieces(await plainPng()), intake({ ...png, storage: broken.storage }))).rejects.toThrow("disk broken");
    expect(full.blobs.size + broken.blobs.size).toBe(0);
  }
});

test("a proof changed on disk before its conversion is a fault, never a page", async () => {
  const { storage, blobs } = memoryStorage();
  const changing = { ...storage, read: async (id: string) => ((blobs.get(id)![70]! ^= 1), storage.read(id)) };
  const doing = receive(inPieces(await plainPng()), intake({ name: "id.png", declaredType: "image/png", storage: changing }));
  await expect(doing).rejects.toMatchObject({ code: "integrity" });
  expect(blobs.size).toBe(0);
});

describe("with an antivirus", () => {
  /** One that answers `verdict` after `ms`, and tells what it has seen. */
  function saying(verdict: Verdict, ms = 0) {
    const shown: Buffer[] = [];
    const counts = { cancelled: 0 };
    const scan: Scan = {
      write: async (bytes) => void shown.push(Buffer.from(bytes)),
      verdict: () => new Promise((resolve) => setTimeout(resolve, ms, verdict)),
      cancel: () => void counts.cancelled++,
    };
    return { antivirus: { begin: () => scan, check: async () => undefined }, shown, counts };
  }

  test("it sees every byte of the original, and a clean proof leaves its pages only", async () => {
    const { antivirus, shown, counts } = saying("clean");
    const photo = Buffer.concat([await taintedJpeg(), randomBytes(50_000)]);
    const received = await receive(inPieces(photo), intake({ name: "x.jpg", declaredType: "image/jpeg", antivirus }));
    expect(received).toMatchObject({ ok: true, scan: "clean", original: null });
    expect(Buffer.concat(shown).equals(photo)).toBe(true);
    expect(await onDisk()).toHaveLength(1);
    expect(counts.cancelled).toBe(1);
  });

  test.each([0, 300])("what is infected is refused and leaves nothing, whether it is told at once or after the pages (%i ms)", async (ms) => {
    const { antivirus } = saying("infected", ms);
    for (const allow of ["proof", "reply"] as const) {
      const received = await receive(inPieces(pdfOf("0 0 m 9 9 l S", { pages: 2 })), intake({ antivirus, allow }));
      expect(received).toMatchObject({ ok: false, code: "malware" });
      expect(await onDisk()).toEqual([]);
    }
  });

  test("without a verdict a proof keeps its sealed original beside its pages, a reply file itself", async () => {
    const { antivirus } = saying("unknown");
    const pdf = pdfOf("0 0 m 9 9 l S");
    const proof = await receive(inPieces(pdf), intake({ antivirus }));
    if (!proof.ok || !proof.original) return expect.unreachable();
    expect(proof.scan).toBe("pending");
    expect((await opened(proof.original.id)).equals(pdf)).toBe(true);
    expect(await onDisk()).toHaveLength(2);
    for (const file of await onDisk()) expect((await readFile(file)).includes("%PDF")).toBe(false);
    const reply = await receive(inPieces(pdf), intake({ antivirus, allow: "reply" }));
    expect(reply).toMatchObject({ ok: true, scan: "pending", original: null });
  });

  test("what cannot be opened is refused as such, infected or not is told first", async () => {
    const broken = (await plainPng()).subarray(0, 60);
    const png = { name: "x.png", declaredType: "image/png" };
    expect(await receive(inPieces(broken), intake({ ...png, antivirus: saying("clean").antivirus }))).toMatchObject({ code: "malformed" });
    expect(await receive(inPieces(broken), intake({ ...png, antivirus: saying("unknown").antivirus }))).toMatchObject({ code: "malformed" });
    expect(await receive(inPieces(broken), intake({ ...png, antivirus: saying("infected", 200).antivirus }))).toMatchObject({ code: "malware" });
    expect(await onDisk()).toEqual([]);
  });

  test("an upload broken off ends the scan", async () => {
    const { antivirus, counts } = saying("clean");
    const part = Readable.from((async function* () {
      yield Buffer.concat([await taintedJpeg(), randomBytes(50_000)]);
      throw new Error("gone");
    })());
    expect(await receive(part, intake({ name: "x.jpg", declaredType: "image/jpeg", antivirus }))).toMatchObject({ code: "aborted" });
    expect([counts.cancelled, await onDisk()]).toEqual([1, []]);
  });
});
