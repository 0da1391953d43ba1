import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { pipeline, Readable } from "node:stream";
import { fileLimits } from "@/lib/request/import/columns";
import type { ImportState } from "@/lib/request/import/import-state";
import { db, type Tx } from "../db";
import { enqueue } from "../jobs/enqueue";
import { unwrapByVault } from "../key-ring/ring";
import { storage } from "../storage";
import { UploadError } from "../vault/body";
import { decrypt, encrypt } from "../vault/cipher";
import { UnreadableFile } from "./unreadable";

/** What the key of a register's file is bound to. */
export const importContext = (id: string) => `register-import:${id}`;

export type Kept = { blob: string; bytes: number; sha256: Buffer };

/** Seals a register as it streams, never whole in memory and never in clear on disk. Nothing of it is left after any error. @throws UploadError "too-large" */
export async function keepSealed(source: AsyncIterable<Buffer>, key: Buffer): Promise<Kept> {
  const blob = randomUUID();
  const digest = createHash("sha256");
  let bytes = 0;
  async function* counted() {
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > fileLimits.bytes) throw new UploadError("too-large");
      digest.update(chunk);
      yield chunk;
    }
  }
  await storage().write(blob, pipeline(Readable.from(counted()), encrypt(key, blob), () => undefined));
  return { blob, bytes, sha256: digest.digest() };
}

/** The register in clear, as it streams; `onRead` hears how many bytes were read so far. @throws UnreadableFile when it is there no more */
export async function* openSealed(importId: string, onRead: (bytes: number) => void = () => undefined): AsyncGenerator<Buffer> {
  const row = await db().registerImport.findUnique({ where: { id: importId }, select: { blob: true, wrappedKey: true } });
  if (!row?.blob || !row.wrappedKey) throw new UnreadableFile("empty");
  const key = await unwrapByVault(db(), row.wrappedKey, importContext(importId));
  let bytes = 0;
  for await (const chunk of pipeline(await storage().read(row.blob), decrypt(key, row.blob), () => undefined) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    onRead(bytes);
    yield chunk;
  }
}

/** Destroys the key and with it the file, in the caller's transaction; the blob is unlinked after it. */
export async function destroySealedFile(tx: Tx, id: string, { state }: { state: ImportState }): Promise<void> {
  const row = await tx.registerImport.findUnique({ where: { id }, select: { blob: true } });
  await tx.registerImport.update({ where: { id }, data: { state, wrappedKey: null, blob: null } });
  if (row?.blob) await enqueue(tx, "remove-blobs", { blobs: [row.blob] });
}
