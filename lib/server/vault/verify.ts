import "server-only";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { decrypt } from "./cipher";
import type { Storage } from "./storage";

/**
 * Reads a blob to its end and keeps nothing of it: a chunk or two in memory, whatever its size.
 * @throws IntegrityError when a byte is not what was written, BlobMissingError, or what the storage throws
 */
export async function verify(storage: Storage, key: Buffer, id: string): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(await storage.read(id), decrypt(key, id), nowhere);
}
