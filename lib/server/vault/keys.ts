import "server-only";
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import { IntegrityError, KEY_BYTES, requireCommitment, requireKey, useOfKey } from "./commitment";

/*
 * Vault key → request key → file key: each wraps the next. Destroying a wrapped key erases all below it.
 * A sealed box: version (1 byte) | key version (1) | salt (32) | key commitment (32) | ciphertext | GCM tag (16).
 * The encryption key is fresh per box (HKDF of the salt), so the 12-byte nonce is derived with it.
 */
const VERSION = 1;
const TAG_BYTES = 16;
const HEADER_BYTES = 2 + 2 * KEY_BYTES;

type Purpose = "wrap" | "seal";

const boxNonce = (prefix: Buffer) => Buffer.concat([prefix, Buffer.alloc(5)]);

function associated(purpose: Purpose, keyVersion: number, context: string): Buffer {
  return Buffer.from(`rightsdesk.${purpose}|${VERSION}|${keyVersion}|${context}`, "utf8");
}

function close(key: Buffer, plain: Buffer, purpose: Purpose, keyVersion: number, context: string): Buffer {
  const salt = randomBytes(KEY_BYTES);
  const { encryptionKey, commitment, noncePrefix } = useOfKey(key, salt, purpose);
  const cipher = createCipheriv("aes-256-gcm", encryptionKey, boxNonce(noncePrefix));
  cipher.setAAD(associated(purpose, keyVersion, context));
  const body = [cipher.update(plain), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat([Buffer.of(VERSION, keyVersion), salt, commitment, ...body]);
}

function reopen(key: Buffer, box: Buffer, purpose: Purpose, context: string): Buffer {
  if (box.length < HEADER_BYTES + TAG_BYTES || box[0] !== VERSION) throw new IntegrityError("not a sealed box of this version");
  const use = useOfKey(key, box.subarray(2, 2 + KEY_BYTES), purpose);
  requireCommitment(box.subarray(2 + KEY_BYTES, HEADER_BYTES), use.commitment);
  const iv = boxNonce(use.noncePrefix);
  const decipher = createDecipheriv("aes-256-gcm", use.encryptionKey, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(associated(purpose, box[1]!, context));
  decipher.setAuthTag(box.subarray(-TAG_BYTES));
  const plain = decipher.update(box.subarray(HEADER_BYTES, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    throw new IntegrityError("altered, or sealed for another context");
  }
  return plain;
}

/** 256 random bits. */
export function newKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** Seals `key` under `kek` for one context (say `request:<id>`). `kekVersion` 0–255 tells later which one it was. */
export function wrapKey(kek: Buffer, key: Buffer, context: string, kekVersion = 1): Buffer {
  requireKey(key);
  if (!Number.isInteger(kekVersion) || kekVersion < 0 || kekVersion > 255) throw new RangeError("a key version is 0–255");
  return close(kek, key, "wrap", kekVersion, context);
}

/** @throws IntegrityError on another kek, another context, or any change. */
export function unwrapKey(kek: Buffer, wrapped: Buffer, context: string): Buffer {
  return reopen(kek, wrapped, "wrap", context);
}

/** Which version of the wrapping key is needed to unwrap (authenticated only by the unwrapping itself). */
export function kekVersionOf(wrapped: Buffer): number {
  if (wrapped.length < HEADER_BYTES + TAG_BYTES || wrapped[0] !== VERSION) throw new IntegrityError("not a wrapped key");
  return wrapped[1]!;
}

/** Seals a small document (the case file) held whole in memory. */
export function seal(key: Buffer, plaintext: Buffer | string, context: string): Buffer {
  return close(key, Buffer.from(plaintext as string, "utf8"), "seal", 0, context);
}

/** @throws IntegrityError as unwrapKey. */
export function open(key: Buffer, sealed: Buffer, context: string): Buffer {
  return reopen(key, sealed, "seal", context);
}

/** An independent 256-bit key for one purpose (HKDF-SHA-256, RFC 5869). */
export function derive(key: Buffer, purpose: string): Buffer {
  requireKey(key);
  return Buffer.from(hkdfSync("sha256", createSecretKey(key), Buffer.alloc(0), `rightsdesk.derive.${purpose}`, KEY_BYTES));
}

/** A key for many hashes: as an object of its own it is made ready once, which costs more than the hash. */
export function hashingKey(key: Buffer): KeyObject {
  requireKey(key);
  return createSecretKey(key);
}

/** HMAC-SHA-256 in hex, for lookups: NFKC, trimmed, lower case is the caller's choice, not made here. */
export function keyedHash(key: Buffer | KeyObject, text: string): string {
  return createHmac("sha256", Buffer.isBuffer(key) ? hashingKey(key) : key).update(text, "utf8").digest("hex");
}
