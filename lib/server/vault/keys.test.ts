import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { IntegrityError } from "./commitment";
import { derive, kekVersionOf, keyedHash, newKey, open, seal, unwrapKey, wrapKey } from "./keys";

const vault = newKey();

test("vault key → request key → file key", () => {
  const [request, file] = [newKey(), newKey()];
  const wrappedRequest = wrapKey(vault, request, "request:1", 3);
  const wrappedFile = wrapKey(request, file, "file:9");
  expect(kekVersionOf(wrappedRequest)).toBe(3);
  expect(unwrapKey(unwrapKey(vault, wrappedRequest, "request:1"), wrappedFile, "file:9").equals(file)).toBe(true);
  expect(wrappedRequest.includes(request)).toBe(false);
});

test("a wrapped key opens only with its kek, its context, and unchanged", () => {
  const wrapped = wrapKey(vault, newKey(), "request:1");
  expect(() => unwrapKey(newKey(), wrapped, "request:1")).toThrow(IntegrityError);
  expect(() => unwrapKey(vault, wrapped, "request:2")).toThrow(IntegrityError);
  for (let place = 0; place < wrapped.length; place++) {
    const flipped = Buffer.from(wrapped);
    flipped[place]! ^= 1;
    expect(() => unwrapKey(vault, flipped, "request:1"), `byte ${place}`).toThrow(IntegrityError);
  }
  for (let length = 0; length < wrapped.length; length++) {
    expect(() => unwrapKey(vault, wrapped.subarray(0, length), "request:1")).toThrow(IntegrityError);
  }
});

test("re-wrapping under a new vault key keeps the key and refuses the old one", () => {
  const next = newKey();
  const old = wrapKey(vault, newKey(), "request:1", 1);
  const rewrapped = wrapKey(next, unwrapKey(vault, old, "request:1"), "request:1", 2);
  expect(unwrapKey(next, rewrapped, "request:1").equals(unwrapKey(vault, old, "request:1"))).toBe(true);
  expect(() => unwrapKey(vault, rewrapped, "request:1")).toThrow(IntegrityError);
});

test("a document is sealed for its context; a wrapped key is not a document", () => {
  const text = JSON.stringify({ name: "Zoë Ångström 🗝" });
  const sealed = seal(vault, text, "case-file:1");
  expect(open(vault, sealed, "case-file:1").toString()).toBe(text);
  expect(open(vault, seal(vault, Buffer.alloc(0), "x"), "x").length).toBe(0);
  expect(sealed.equals(seal(vault, text, "case-file:1"))).toBe(false);
  expect(() => open(vault, sealed, "case-file:2")).toThrow(IntegrityError);
  expect(() => open(vault, wrapKey(vault, newKey(), "c"), "c")).toThrow(IntegrityError);
  expect(() => unwrapKey(vault, seal(vault, newKey(), "c"), "c")).toThrow(IntegrityError);
});

test("keys of another length and versions out of a byte are refused", () => {
  expect(() => wrapKey(vault, randomBytes(16), "c")).toThrow(RangeError);
  expect(() => seal(randomBytes(31), "x", "c")).toThrow(RangeError);
  expect(() => wrapKey(vault, newKey(), "c", 256)).toThrow(RangeError);
});

test("derived keys and hashes are stable, and differ by key, purpose and text", () => {
  const key = Buffer.alloc(32, 1);
  expect(keyedHash(key, "abc")).toBe("73860612aa6aadf68985b6e9c4233357cedd5f24a221eba740b2aa8350276cfc");
  expect(derive(key, "search").equals(derive(key, "search"))).toBe(true);
  const all = [derive(key, "a"), derive(key, "b"), derive(newKey(), "a")].map((k) => keyedHash(k, "text"));
  expect(new Set([...all, keyedHash(derive(key, "a"), "text2")]).size).toBe(4);
});
