import "server-only";
import { Readable } from "node:stream";
import { isFull, isMissing, s3Client, type S3Place } from "./s3-client";
import { writeObject } from "./s3-write";
import { BlobMissingError, probe, requireBlobId, type Storage, StorageFullError, type StoredBlob } from "./storage";

/**
 * Blobs in a bucket of an S3-compatible server: `<prefix>/<id>`. An object is there whole or not at all; an unfinished write
 * is a multipart upload, which nobody can read and the sweep ends. Who says nothing for `silenceMs` has failed.
 */
export function s3Storage(place: S3Place, silenceMs?: number): Storage {
  const open = s3Client(place, silenceMs);
  const folder = place.prefix === "" ? "" : `${place.prefix}/`;
  const Bucket = place.bucket;
  const addressOf = (id: string) => {
    requireBlobId(id);
    return { Bucket, Key: `${folder}${id}` };
  };
  const idOf = (key: string | undefined) => (key?.startsWith(folder) ? /^[0-9a-f-]{36}$/.exec(key.slice(folder.length))?.[0] : undefined);

  async function write(id: string, stream: Readable): Promise<{ bytes: number }> {
    try {
      return await writeObject(await open(), addressOf(id), stream, id);
    } catch (error) {
      throw isFull(error) ? new StorageFullError(error) : error;
    }
  }

  async function read(id: string): Promise<Readable> {
    const address = addressOf(id);
    const { client, sdk } = await open();
    const { Body } = await client.send(new sdk.GetObjectCommand(address)).catch((error: unknown) => {
      throw isMissing(error) ? new BlobMissingError(id) : error;
    });
    if (!(Body instanceof Readable)) throw new Error("an object without a body");
    return Body;
  }

  async function remove(id: string): Promise<void> {
    const address = addressOf(id);
    const { client, sdk } = await open();
    await client.send(new sdk.DeleteObjectCommand(address)).catch(ignoreMissing);
    await abandon(id);
  }

  async function abandon(id: string): Promise<void> {
    const address = addressOf(id);
    const { client, sdk } = await open();
    for await (const { key, uploadId } of uploads(address.Key)) {
      if (key === address.Key) await client.send(new sdk.AbortMultipartUploadCommand({ ...address, UploadId: uploadId })).catch(ignoreMissing);
    }
  }

  async function* list(beginning = ""): AsyncIterable<StoredBlob> {
    const { client, sdk } = await open();
    for (let token: string | undefined; ; ) {
      const page = await client.send(new sdk.ListObjectsV2Command({ Bucket, Prefix: folder + beginning, ContinuationToken: token }));
      for (const { Key, LastModified } of page.Contents ?? []) {
        const id = idOf(Key);
        if (id && LastModified) yield { id, modifiedAt: LastModified, partial: false };
      }
      token = page.NextContinuationToken;
      if (!page.IsTruncated || !token) break;
    }
    for await (const { key, startedAt } of uploads(folder + beginning)) {
      const id = idOf(key);
      if (id) yield { id, modifiedAt: startedAt, partial: true };
    }
  }

  async function* uploads(prefix: string): AsyncGenerator<{ key: string; uploadId: string; startedAt: Date }> {
    const { client, sdk } = await open();
    for (let marker: { KeyMarker?: string; UploadIdMarker?: string } = {}; ; ) {
      const page = await client.send(new sdk.ListMultipartUploadsCommand({ Bucket, Prefix: prefix, ...marker }));
      for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
        if (Key && UploadId && Initiated) yield { key: Key, uploadId: UploadId, startedAt: Initiated };
      }
      if (!page.IsTruncated || !page.NextKeyMarker) return;
      marker = { KeyMarker: page.NextKeyMarker, ...(page.NextUploadIdMarker ? { UploadIdMarker: page.NextUploadIdMarker } : {}) };
    }
  }

  return { write, read, remove, abandon, list, check: () => probe({ write, read, remove }) };
}

function ignoreMissing(error: unknown): void {
  if (!isMissing(error)) throw error;
}
