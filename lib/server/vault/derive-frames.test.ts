import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { readFrames } from "./derive-frames";

const READY = '{"ready":true}\n';
const END = '{"end":true}\n';
const JPEG = Buffer.from("ffd8ffe0ffd9", "hex");

function frame(header: object, bytes = JPEG, length = bytes.length): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(length);
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), size, bytes]);
}
const looks = { looks: "0f".repeat(32), isBlank: false };
const page = (n: number, more: object = {}) => frame({ page: n, width: 2, height: 3, ...looks, ...more });
const read = (parts: (string | Buffer)[], size = 7) => {
  const all = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
  const pieces = Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.subarray(n * size, (n + 1) * size));
  return Array.fromAsync(readFrames(Readable.from(pieces)));
};

test("pages are read whatever the pieces", async () => {
  for (const size of [1, 5, 1000]) {
    const pages = await read([READY, page(1), page(2), END], size);
    expect(pages).toEqual([1, 2].map((n) => ({ page: n, width: 2, height: 3, ...looks, type: "image/jpeg", bytes: JPEG })));
  }
});

test.each(["malformed", "limit", "encrypted", "empty"])("the child says %s", async (error) => {
  await expect(read([READY, page(1), `${JSON.stringify({ error })}\n`])).rejects.toMatchObject({ code: error });
});

test.each([
  ["breaking off", [READY]],
  ["breaking off after a page", [READY, page(1)]],
  ["breaking off in a page", [READY, page(1).subarray(0, -1)]],
  ["no pages", [READY, END]],
  ["a page twice", [READY, page(1), page(1), END]],
  ["a page too far", [READY, page(2), END]],
  ["page 31", [READY, ...Array.from({ length: 31 }, (_, n) => page(n + 1)), END]],
  ["a huge side", [READY, page(1, { width: 5000 }), END]],
  ["looks of another length", [READY, page(1, { looks: "0f" }), END]],
  ["looks that are no digits", [READY, page(1, { looks: "<a>".repeat(21) + "a" }), END]],
  ["no looks", [READY, frame({ page: 1, width: 2, height: 3 }), END]],
  ["an unknown key", [READY, page(1, { type: "text/html" }), END]],
  ["an unknown code", [READY, '{"error":"\\u003cscript>"}\n']],
  ["no JSON", [READY, "<html>\n"]],
  ["an endless line", [READY, "x".repeat(100_000)]],
  ["a page that is no JPEG", [READY, frame({ page: 1, width: 2, height: 3, ...looks }, Buffer.from("<html>")), END]],
  ["a page of 4 GB", [READY, frame({ page: 1, width: 2, height: 3, ...looks }, JPEG, 0xffffffff), END]],
  ["an empty page", [READY, frame({ page: 1, width: 2, height: 3, ...looks }, Buffer.alloc(0)), END]],
  ["pages before it is ready", [page(1), END]],
  ["ready twice", [READY, READY, page(1), END]],
])("a child gone wrong (%s) is malformed, never a page more", async (_name, parts) => {
  await expect(read(parts)).rejects.toMatchObject({ name: "DeriveError", code: "malformed" });
});

test("a converter that never starts is a fault, not the person's file", async () => {
  await expect(read([])).rejects.toThrow("did not start");
});
