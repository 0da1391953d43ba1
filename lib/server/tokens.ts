import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Tx } from "./db";
import { lookupKey } from "./key-ring/ring";
import { derive, keyedHash } from "./vault/keys";

/** A secret for a cookie or a link: 256 random bits. Only its SHA-256 is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 of a token: what the database keeps of it. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token, "utf8").digest());
}

/** Finds a case by e-mail without the e-mail: a keyed hash of the address in lower case. */
export async function emailToken(email: string, tx?: Tx): Promise<Uint8Array<ArrayBuffer>> {
  return emailTokenBy(await lookupKey(tx), email);
}

/** The same under a key of look-ups one has at hand. */
export function emailTokenBy(lookup: Buffer, email: string): Uint8Array<ArrayBuffer> {
  return keyedBy(lookup, "search.email", email.normalize("NFKC").trim().toLowerCase());
}

/** A keyed hash for one purpose, e.g. the key of a throttle; useless without the vault key, and the same when that is changed. */
export async function keyed(purpose: string, text: string, tx?: Tx): Promise<Uint8Array<ArrayBuffer>> {
  return keyedBy(await lookupKey(tx), purpose, text);
}

function keyedBy(lookup: Buffer, purpose: string, text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(keyedHash(derive(lookup, purpose), text), "hex"));
}
