import "server-only";
import { access, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { alreadyThere, BlobMissingError, probe, requireBlobId, type Storage, StorageFullError, type StoredBlob } from "./storage";

const PARTIAL = ".part";
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException | null)?.code;
const isFull = (error: unknown) => ["ENOSPC", "EDQUOT", "EFBIG"].includes(codeOf(error) ?? "");

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

/** Undefined when it vanished meanwhile: others write and remove while we list. */
async function orGone<T>(promise: Promise<T>): Promise<T | undefined> {
  return promise.catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  });
}

/**
 * Blobs on a local disk: `<base>/<first two of the id>/<id>`, folders 0700, files 0600.
 * Write order: `.part`, fsync, rename, fsync of the folder. A crash leaves at most a `.part`, which the sweep removes.
 */
export function fileStorage(base: string): Storage {
  const place = (id: string) => {
    requireBlobId(id);
    const folder = path.join(base, id.slice(0, 2));
    return { folder, file: path.join(folder, id) };
  };

  async function write(id: string, stream: Readable): Promise<{ bytes: number }> {
    const { folder, file } = place(id);
    let isOurs = false;
    try {
      if (await mkdir(folder, { recursive: true, mode: 0o700 })) await syncFolder(base);
      const handle = await open(file + PARTIAL, "wx", 0o600);
      // Only now, holding the .part alone, is it certain that nobody else is about to put the blob there.
      if (await orGone(access(file).then(() => true))) {
        await handle.close();
        await rm(file + PARTIAL);
        throw alreadyThere(id);
      }
      isOurs = true;
      let bytes = 0;
      try {
        for await (const chunk of stream as AsyncIterable<Buffer>) bytes += await writeAll(handle, chunk);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(file + PARTIAL, file);
      await syncFolder(folder);
      return { bytes };
    } catch (error) {
      stream.destroy();
      if (isOurs) await remove(id);
      throw isFull(error) ? new StorageFullError(error) : error;
    }
  }

  async function read(id: string): Promise<Readable> {
    const handle = await orGone(open(place(id).file, "r"));
    if (!handle) throw new BlobMissingError(id);
    return handle.createReadStream();
  }

  async function remove(id: string): Promise<void> {
    const { file } = place(id);
    await rm(file, { force: true });
    await abandon(id);
  }

  async function abandon(id: string): Promise<void> {
    await rm(place(id).file + PARTIAL, { force: true });
  }

  async function* list(beginning?: string): AsyncIterable<StoredBlob> {
    for (const folder of (await orGone(readdir(base))) ?? []) {
      if (!/^[0-9a-f-]{2}$/.test(folder) || (beginning !== undefined && folder !== beginning)) continue;
      for (const name of (await orGone(readdir(path.join(base, folder)))) ?? []) {
        const [, id, partial] = /^([0-9a-f-]{36})(\.part)?$/.exec(name) ?? [];
        const seen = id && (await orGone(stat(path.join(base, folder, name))));
        if (id && seen) yield { id, modifiedAt: seen.mtime, partial: partial !== undefined };
      }
    }
  }

  return { write, read, remove, abandon, list, check: () => probe({ write, read, remove }) };
}

async function writeAll(handle: Awaited<ReturnType<typeof open>>, chunk: Buffer): Promise<number> {
  let done = 0;
  while (done < chunk.length) done += (await handle.write(chunk, done)).bytesWritten;
  return chunk.length;
}
