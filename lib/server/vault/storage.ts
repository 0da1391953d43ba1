import "server-only";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";

/** What is stored under one id; `partial` marks an unfinished write. */
export type StoredBlob = { id: string; modifiedAt: Date; partial: boolean };

/**
 * Where sealed blobs lie. A driver sees ciphertext only and knows no names.
 * An id is 36 characters of a UUID; anything else is a TypeError (ids are made by us, never by a person).
 */
export interface Storage {
  /** All or nothing: an id is readable only after its last byte is safe. Refuses an id already there. */
  write(id: string, stream: Readable): Promise<{ bytes: number }>;
  /** @throws BlobMissingError */
  read(id: string): Promise<Readable>;
  /** Removes the blob and any unfinished write of it. An absent id is no error. */
  remove(id: string): Promise<void>;
  /** Removes unfinished writes of the id, never the blob. */
  abandon(id: string): Promise<void>;
  /** All of them, or those whose id begins with these two characters. */
  list(beginning?: string): AsyncIterable<StoredBlob>;
  /** Writes, reads and removes a probe. Throws what stands in the way. */
  check(): Promise<void>;
}

/** No room, or over quota: the person may try again later (507). */
export class StorageFullError extends Error {
  readonly code = "storage-full";

  constructor(cause: unknown) {
    super("the storage is full", { cause });
    this.name = "StorageFullError";
  }
}

/** The row points to a blob that is not there. */
export class BlobMissingError extends Error {
  readonly code = "missing";

  constructor(readonly id: string) {
    super(`blob ${id} is missing`);
    this.name = "BlobMissingError";
  }
}

/** @throws TypeError unless the id is safe as a file name and an object key. */
export function requireBlobId(id: string): void {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new TypeError("not a blob id");
}

/** An id is written once. */
export function alreadyThere(id: string): Error {
  return new Error(`blob ${id} is already there`);
}

/** The check of every driver. */
export async function probe({ write, read, remove }: Pick<Storage, "write" | "read" | "remove">): Promise<void> {
  const id = randomUUID();
  try {
    await write(id, Readable.from([Buffer.from(id)]));
    for await (const chunk of (await read(id)) as AsyncIterable<Buffer>) {
      if (chunk.toString() !== id) throw new Error("the storage does not return what was written");
    }
  } finally {
    await remove(id);
  }
}
