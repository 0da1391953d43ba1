import "server-only";
import { createSecretKey, hkdfSync, timingSafeEqual } from "node:crypto";

/** Bytes of every key, salt and commitment in the vault (256 bits). */
export const KEY_BYTES = 32;

/** Something sealed was altered, cut, swapped, or opened with a key that is not its own. */
export class IntegrityError extends Error {
  readonly code = "integrity";

  constructor(what: string) {
    super(what);
    this.name = "IntegrityError";
  }
}

/** @throws RangeError when the key is not 32 bytes: a short key must never pass silently. */
export function requireKey(key: Buffer): void {
  if (key.length !== KEY_BYTES) throw new RangeError(`a vault key has ${KEY_BYTES} bytes, not ${key.length}`);
}

/**
 * One use of a key: a fresh encryption key, a nonce prefix of 7 bytes, and a value that commits to the key.
 * AES-GCM alone can be opened by two keys with two meanings; comparing the commitment first rules that out.
 * The salt is random per use, so no two uses share an encryption key and nonces never repeat.
 * Source: HKDF-SHA-256, RFC 5869; commitment by a second HKDF output ("padding fix", USENIX Security 2022).
 */
export function useOfKey(key: Buffer, salt: Buffer, purpose: string) {
  requireKey(key);
  // Node takes its own key objects several times faster than bytes; a page of the queue opens fifty boxes.
  const okm = Buffer.from(hkdfSync("sha256", createSecretKey(key), salt, `rightsdesk.vault.${purpose}`, 2 * KEY_BYTES + 7));
  return {
    encryptionKey: createSecretKey(okm.subarray(0, KEY_BYTES)),
    commitment: okm.subarray(KEY_BYTES, 2 * KEY_BYTES),
    noncePrefix: okm.subarray(2 * KEY_BYTES),
  };
}

/** @throws IntegrityError when the stored commitment is not the one of this key and salt. Constant time. */
export function requireCommitment(stored: Buffer, own: Buffer): void {
  if (stored.length !== own.length || !timingSafeEqual(stored, own)) throw new IntegrityError("wrong key or altered header");
}
