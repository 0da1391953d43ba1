import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { UploadError } from "./body";
import { parseUpload, UPLOAD_LIMITS } from "./multipart";

const BOUNDARY = "xxx";
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;
const field = (name: string, value: string, type = "") => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n${type && `Content-Type: ${type}\r\n`}\r\n${value}\r\n`;
const file = (name: string, content: string, fileName = "a.pdf", type = "application/pdf") =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: ${type}\r\n\r\n${content}\r\n`;
const END = `--${BOUNDARY}--\r\n`;

type Chunk = string | Buffer | Promise<unknown>;

/** A request whose body comes in these pieces; a promise is a pause. */
function request(chunks: Iterable<Chunk>, headers: Record<string, string> = {}) {
  const seen = { bytes: 0, cancelled: false };
  const source = chunks[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = source.next();
      if (done) return controller.close();
      if (value instanceof Promise) return void (await value);
      seen.bytes += Buffer.from(value as string).length;
      controller.enqueue(new Uint8Array(Buffer.from(value as string)));
    },
    cancel: () => void (seen.cancelled = true),
  }, { highWaterMark: 0 });
  const init = { method: "POST", body, duplex: "half", headers: { "content-type": TYPE, ...headers } };
  return { request: new Request("http://localhost/", init as RequestInit), seen };
}

const take = async ({ name, declaredType, stream }: { name: string; declaredType: string; stream: Readable }) =>
  ({ name, declaredType, bytes: (await buffer(stream)).length });
const limits = { ...UPLOAD_LIMITS, idleMs: 150, totalMs: 600 };
const failure = (chunks: Iterable<Chunk>, headers = {}, more = {}) =>
  parseUpload(request(chunks, headers).request, take, { ...limits, ...more }).then(() => "taken", (error: unknown) => (error instanceof UploadError ? `${error.status} ${error.code}` : `fault ${String(error)}`));

test("fields and files are read in order, whatever the pieces", async () => {
  const body = Buffer.from(field("right", "access") + file("proof", "x".repeat(5000), "Zoë.pdf") + field("__proto__", "p") + file("proof", "", "") + file("proof", "y", "b.png", "image/png") + END);
  for (const size of [1, 7, 1000, body.length]) {
    const pieces = Array.from({ length: Math.ceil(body.length / size) }, (_, n) => body.subarray(n * size, (n + 1) * size));
    const upload = await parseUpload(request(pieces).request, take, { ...limits, totalMs: 10_000 });
    expect([...upload.fields]).toEqual([["right", "access"], ["__proto__", "p"]]);
    expect(upload.files).toEqual([
      { field: "proof", result: { name: "Zoë.pdf", declaredType: "application/pdf", bytes: 5000 } },
      { field: "proof", result: { name: "b.png", declaredType: "image/png", bytes: 1 } },
    ]);
    expect(({} as Record<string, unknown>).right).toBeUndefined();
  }
});

test.each([
  ["no type", [END], { "content-type": "" }, "415 not-multipart"],
  ["another type", ["{}"], { "content-type": "application/json" }, "415 not-multipart"],
  ["a urlencoded form", ["a=1"], { "content-type": "application/x-www-form-urlencoded" }, "415 not-multipart"],
  ["no boundary", [END], { "content-type": "multipart/form-data; charset=utf-8" }, "400 malformed"],
  ["an empty boundary", [END], { "content-type": 'multipart/form-data; boundary=""' }, "400 malformed"],
  ["another boundary", ["--yyy\r\n\r\n--yyy--\r\n"], {}, "400 malformed"],
  ["nothing", [], {}, "400 malformed"],
  ["garbage", ["\0\xff".repeat(5000)], {}, "400 malformed"],
  ["a body cut in a field", [field("a", "b").slice(0, -5)], {}, "400 malformed"],
  ["a body cut in a file", [file("a", "b".repeat(100_000)).slice(0, -50)], {}, "400 malformed"],
  ["a body cut in the headers", [field("a", "b").slice(0, 20)], {}, "400 malformed"],
  ["no end", [field("a", "b")], {}, "400 malformed"],
  ["a field twice", [field("a", "1"), field("a", "2"), END], {}, "400 malformed"],
  ["a field without a name", [field("", "1"), END], {}, "400 malformed"],
  ["a field with a long name", [field("n".repeat(201), "1"), END], {}, "400 malformed"],
  ["a file without a name", [file("", "1"), END], {}, "400 malformed"],
  ["a nested multipart", [field("a", "--yyy\r\n", "multipart/mixed; boundary=yyy"), END], {}, "400 malformed"],
  ["a nested multipart file", [file("a", "--yyy\r\n", "x.pdf", "multipart/mixed; boundary=yyy"), END], {}, "400 malformed"],
  ["a field of 64 KB and one byte", [field("a", "x".repeat(65_537)), END], {}, "413 too-large"],
  ["a declared length over the limit", [END], { "content-length": String(25 * 1024 * 1024 + 1) }, "413 too-large"],
  ["a sixth file", [...Array.from({ length: 6 }, () => file("f", "x")), END], {}, "422 too-many"],
  ["101 parts", [...Array.from({ length: 101 }, (_, n) => field(`f${n}`, "x")), END], {}, "422 too-many"],
] as [string, Chunk[], Record<string, string>, string][])("%s", async (_name, chunks, headers, expected) => {
  expect(await failure(chunks, headers)).toBe(expected);
});

test("what just fits is taken", async () => {
  expect(await failure([...Array.from({ length: 5 }, () => file("f", "x")), field("a", "x".repeat(65_536)), END])).toBe("taken");
  expect(await failure([...Array.from({ length: 100 }, (_, n) => field(`f${n}`, "x")), END])).toBe("taken");
  expect(await failure([END])).toBe("taken");
});

test("part headers over 8 KB, and parts that are neither field nor file, are refused, not passed over", async () => {
  const long = `X-Long: ${"y".repeat(9000)}\r\n`;
  expect(await failure([field("a", "x", `text/plain; x=${"y".repeat(9000)}`), END])).toBe("413 too-large");
  expect(await failure([`--xxx\r\n${long}Content-Disposition: form-data; name="a"\r\n\r\nx\r\n`, END])).toBe("413 too-large");
  expect(await failure([`--xxx\r\nContent-Disposition: attachment; name="a"\r\n\r\nx\r\n`, END])).toBe("400 malformed");
  expect(await failure([`--xxx\r\nContent-Type: text/plain\r\n\r\nx\r\n`, field("a", "b"), END])).toBe("400 malformed");
  expect(await failure([`--xxx\r\nContent-Disposition: form-data; name="a\rb"\r\n\r\nx\r\n`, END])).toBe("400 malformed");
});

test("a file over the limit ends the upload, with at most 64 KiB more read", async () => {
  const piece = Buffer.alloc(16_384, "a");
  const endless = (function* () { yield file("f", "").slice(0, -2); for (;;) yield piece; })();
  const { request: sent, seen } = request(endless);
  await expect(parseUpload(sent, take)).rejects.toMatchObject({ status: 413, code: "too-large" });
  expect(seen.bytes).toBeLessThan(10 * 1024 * 1024 + 80 * 1024);
  expect(seen.cancelled).toBe(true);
});

test("25 MB over several files end the upload; those taken are handed back", async () => {
  const start = file("f", "").slice(0, -2);
  const one = [start, ...Array.from({ length: 9 * 16 }, () => Buffer.alloc(65_536, "a")), "\r\n"];
  const sent = request([...one, ...one, ...one, END]).request;
  const error = await parseUpload(sent, take).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ status: 413, code: "too-large", results: [{ bytes: 9 * 1024 * 1024 }, { bytes: 9 * 1024 * 1024 }] });
});

test("a declared length over the limit is refused before a byte is read", async () => {
  const { request: sent, seen } = request([END], { "content-length": "99999999" });
  await expect(parseUpload(sent, take)).rejects.toMatchObject({ status: 413 });
  expect(seen.bytes).toBe(0);
});

test("silence and dripping time out; our own slowness does not", async () => {
  const never = new Promise(() => undefined);
  expect(await failure([file("f", "x".repeat(10)).slice(0, -5), never])).toBe("408 timeout");
  const drip = (function* () { yield file("f", ""); for (;;) { yield wait(60); yield "x"; } })();
  expect(await failure(drip)).toBe("408 timeout");
  const slow = async ({ stream }: { stream: Readable }) => (await wait(700), (await buffer(stream)).length);
  const upload = await parseUpload(request([file("f", "x".repeat(200_000)), field("a", "1"), END]).request, slow, limits);
  expect(upload).toMatchObject({ files: [{ result: 200_000 }] });
});

test("the client breaking off is 'aborted', for the file in hand too", async () => {
  const gone = (function* () { yield file("f", "x".repeat(100_000)).slice(0, -9); yield Promise.reject(new Error("ECONNRESET")); })();
  let seen: unknown;
  const watching = async ({ stream }: { stream: Readable }) => buffer(stream).catch((error: unknown) => { seen = error; throw error; });
  await expect(parseUpload(request(gone).request, watching, limits)).rejects.toMatchObject({ status: 400, code: "aborted" });
  expect(seen).toBeInstanceOf(Error);
});

test("files are taken one after another; one left unread is drained; a fault comes out as it is", async () => {
  let inside = 0;
  const alone = async ({ name }: { name: string }) => {
    expect(++inside).toBe(1);
    await wait(20);
    inside--;
    return name;
  };
  const chunks = [file("f", "x".repeat(300_000), "1"), file("f", "y", "2"), file("f", "z", "3"), END];
  expect((await parseUpload(request(chunks).request, alone, limits)).files.map(({ result }) => result)).toEqual(["1", "2", "3"]);
  const broken = async () => { throw new Error("disk broken"); };
  await expect(parseUpload(request(chunks).request, broken, limits)).rejects.toThrow("disk broken");
});

const corpus = path.join(process.env.SHARED_DIR ?? "../shared", "data/attack/http/multipart-gofuzz");
const fuzz = existsSync(corpus) ? readdirSync(corpus).map((name) => readFileSync(path.join(corpus, name))) : [];

test("fuzzed bodies end in a result or a 4xx, and never in an unhandled rejection", async () => {
  const own = [field("a", "b") + END, file("a", "b") + END].flatMap((text) => Array.from({ length: text.length }, (_, at) => Buffer.from(text.slice(0, at) + "\r\n--xxx\r" + text.slice(at + 3))));
  for (const body of [...fuzz, ...own]) {
    const guess = /^--([^\r\n]{1,70})/m.exec(body.toString("latin1"))?.[1] ?? BOUNDARY;
    for (const boundary of new Set([BOUNDARY, guess])) {
      const outcome = await failure([body], { "content-type": `multipart/form-data; boundary="${boundary.replace(/[^\x21-\x7e]|["\\]/g, "")}"` });
      expect(outcome).toMatch(/^(taken|4\d\d )/);
    }
  }
}, 60_000);
