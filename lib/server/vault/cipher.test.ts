import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { CHUNK_BYTES, decrypt, encrypt, HEADER_BYTES, TAG_BYTES } from "./cipher";
import { IntegrityError } from "./commitment";
import { heldBytes } from "./fixtures/held-bytes";
import { newKey } from "./keys";

const key = newKey();
const id: string = randomUUID();
const SEALED = CHUNK_BYTES + TAG_BYTES;

async function seal(plain: Buffer, k = key, blob = id): Promise<Buffer> {
  return Buffer.concat(await Readable.from(plain.length ? [plain] : []).pipe(encrypt(k, blob)).toArray());
}

/** What a reader would have been given before the failure, and the failure. */
async function unseal(sealed: Buffer, k = key, blob = id, pieceBytes = 50_000) {
  const pieces = [];
  for (let at = 0; at < sealed.length; at += pieceBytes) pieces.push(sealed.subarray(at, at + pieceBytes));
  const out: Buffer[] = [];
  try {
    for await (const chunk of Readable.from(pieces).pipe(decrypt(k, blob))) out.push(chunk as Buffer);
    return { plain: Buffer.concat(out), error: undefined };
  } catch (error) {
    return { plain: Buffer.concat(out), error };
  }
}

async function expectRefused(sealed: Buffer, genuine: Buffer, k = key, blob = id): Promise<void> {
  const { plain, error } = await unseal(sealed, k, blob);
  expect(error).toBeInstanceOf(IntegrityError);
  expect(plain.length % CHUNK_BYTES).toBe(0);
  expect(plain.equals(genuine.subarray(0, plain.length))).toBe(true);
}

test.each([0, 1, 15, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 3 * CHUNK_BYTES + 77])(
  "%i bytes come back, and the sealed size is header + tags + bytes",
  async (size) => {
    const plain = randomBytes(size);
    const sealed = await seal(plain);
    expect(sealed.length).toBe(HEADER_BYTES + size + TAG_BYTES * Math.max(1, Math.ceil(size / CHUNK_BYTES)));
    for (const pieceBytes of [1000, 65_536, SEALED, 1_000_000]) {
      const opened = await unseal(sealed, key, id, pieceBytes);
      expect(opened.error).toBeUndefined();
      expect(opened.plain.equals(plain)).toBe(true);
    }
  },
);

test("vectors: blobs sealed by version 1 still open, and the invalid ones do not", async () => {
  const vectors = JSON.parse(readFileSync(`${import.meta.dirname}/fixtures/cipher-vectors.json`, "utf8")) as {
    comment: string; key: string; id: string; sealed: string; plain: string; result: "valid" | "invalid";
  }[];
  expect(vectors.filter((v) => v.result === "valid").length).toBeGreaterThan(2);
  for (const vector of vectors) {
    const opened = await unseal(Buffer.from(vector.sealed, "base64"), Buffer.from(vector.key, "hex"), vector.id);
    expect(opened.error === undefined, vector.comment).toBe(vector.result === "valid");
    if (vector.result === "valid") expect(opened.plain.toString("hex"), vector.comment).toBe(vector.plain);
    else expect(opened.error, vector.comment).toBeInstanceOf(IntegrityError);
  }
});

test("sealing the same bytes twice shares nothing", async () => {
  const plain = Buffer.alloc(1000, 7);
  const [a, b] = [await seal(plain), await seal(plain)];
  expect(a.subarray(1, 33).equals(b.subarray(1, 33))).toBe(false);
  expect(a.subarray(HEADER_BYTES).equals(b.subarray(HEADER_BYTES))).toBe(false);
});

test("each of 200 random bit flips, and one in every part of the header, is noticed", async () => {
  const plain = randomBytes(2 * CHUNK_BYTES + 500);
  const sealed = await seal(plain);
  const places = [0, 1, 32, 33, 64, HEADER_BYTES, sealed.length - 1, ...Array.from({ length: 200 }, () => randomInt(sealed.length))];
  for (const place of places) {
    const flipped = Buffer.from(sealed);
    flipped[place]! ^= 1 << randomInt(8);
    await expectRefused(flipped, plain);
  }
});

test("truncation at every chunk edge, beside it, and in the header is noticed", async () => {
  const plain = randomBytes(3 * CHUNK_BYTES);
  const sealed = await seal(plain);
  const edges = [0, 1, 2, 3].map((n) => HEADER_BYTES + n * SEALED);
  const cuts = new Set([0, 1, 32, HEADER_BYTES - 1, ...edges.flatMap((e) => [e - 1, e, e + 1, e + TAG_BYTES])]);
  for (const cut of cuts) if (cut < sealed.length) await expectRefused(sealed.subarray(0, cut), plain);
});

test("swapped, repeated and dropped chunks and appended bytes are noticed", async () => {
  const plain = randomBytes(4 * CHUNK_BYTES);
  const sealed = await seal(plain);
  const chunk = (n: number) => sealed.subarray(HEADER_BYTES + n * SEALED, HEADER_BYTES + (n + 1) * SEALED);
  const head = sealed.subarray(0, HEADER_BYTES);
  for (const order of [[1, 0, 2, 3], [0, 2, 1, 3], [0, 1, 3, 2], [0, 0, 1, 2, 3], [0, 2, 3], [1, 2, 3], [0, 1, 2, 3, 3]]) {
    await expectRefused(Buffer.concat([head, ...order.map(chunk)]), plain);
  }
  for (const tail of [Buffer.of(0), randomBytes(TAG_BYTES), randomBytes(SEALED), sealed]) {
    await expectRefused(Buffer.concat([sealed, tail]), plain);
  }
});

test("two files' blobs cannot be exchanged, under one key or two", async () => {
  const other = randomUUID();
  const plain = randomBytes(1000);
  await expectRefused(await seal(plain, key, other), plain);
  await expectRefused(await seal(plain, newKey(), other), plain, key, other);
  const [a, b] = [await seal(plain), await seal(plain)];
  await expectRefused(Buffer.concat([a.subarray(0, HEADER_BYTES), b.subarray(HEADER_BYTES)]), plain);
});

test("the commitment alone stops a blob, before any chunk is tried", async () => {
  const sealed = await seal(randomBytes(10));
  sealed[40]! ^= 1;
  const { error, plain } = await unseal(sealed);
  expect((error as Error).message).toContain("wrong key or altered header");
  expect(plain.length).toBe(0);
  expect(((await unseal(await seal(randomBytes(10)), newKey())).error as Error).message).toContain("wrong key");
});

test("a key of another length is refused", () => {
  expect(() => encrypt(randomBytes(16), id)).toThrow(RangeError);
});

test("512 MiB pass through in far less memory", async () => {
  const block = randomBytes(1 << 20);
  const source = Readable.from((function* () { for (let n = 0; n < 512; n++) yield block; })());
  const before = await heldBytes();
  const digest = createHash("sha256");
  let peak = 0;
  let bytes = 0;
  for await (const chunk of source.pipe(encrypt(key, id)).pipe(decrypt(key, id))) {
    digest.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes % (64 << 20) < CHUNK_BYTES) peak = Math.max(peak, (await heldBytes()) - before);
  }
  expect(bytes).toBe(512 << 20);
  expect(peak).toBeLessThan(16 << 20);
});
