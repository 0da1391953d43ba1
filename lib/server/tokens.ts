import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { env } from "./env";
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
export function emailToken(email: string): Uint8Array<ArrayBuffer> {
  return keyed("search.email", email.normalize("NFKC").trim().toLowerCase());
}

/** A keyed hash for one purpose, e.g. the key of a throttle; useless without the vault key. */
export function keyed(purpose: string, text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(keyedHash(derive(env().vaultKey, purpose), text), "hex"));
}
