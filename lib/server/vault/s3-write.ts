import "server-only";
import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { ChunkQueue } from "./chunk-queue";
import { isMissing, type S3, s3ErrorOf } from "./s3-client";
import { alreadyThere } from "./storage";

/** The smallest part S3 allows but for the last: a write holds one of them in memory, whatever its size. */
export const PART_BYTES = 5 * 1024 * 1024;

type Address = { Bucket: string; Key: string };
type Part = { PartNumber: number; ETag: string | undefined };

/**
 * Writes one object: in one request when it is at most one part, else in parts, of which nothing is readable until the last
 * request. `If-None-Match` and a question before see to it that nothing is overwritten. An answer that was lost on its way is
 * no failure: the object bears the mark of its writer.
 */
export async function writeObject(s3: S3, address: Address, stream: Readable, id: string): Promise<{ bytes: number }> {
  const { client, sdk } = s3;
  const mark = randomUUID();
  let upload: string | undefined;
  let bytes = 0;
  const parts: Part[] = [];
  try {
    if ((await markOf(s3, address)) !== null) throw alreadyThere(id);
    for await (const { piece, isLast } of pieces(stream)) {
      bytes += piece.length;
      if (isLast && upload === undefined) {
        await put({ Body: piece, ContentLength: piece.length, Metadata: { mark } });
        return { bytes };
      }
      upload ??= (await client.send(new sdk.CreateMultipartUploadCommand({ ...address, Metadata: { mark } }))).UploadId;
      const PartNumber = parts.length + 1;
      const { ETag } = await client.send(new sdk.UploadPartCommand({ ...address, UploadId: upload, PartNumber, Body: piece, ContentLength: piece.length }));
      parts.push({ PartNumber, ETag });
    }
    await settle(() => unlessThere(s3, (condition) => client.send(new sdk.CompleteMultipartUploadCommand({ ...address, UploadId: upload, MultipartUpload: { Parts: parts }, ...condition }))));
    return { bytes };
  } catch (error) {
    stream.destroy();
    // What cannot be cleared now, for the same reason perhaps, the sweep will.
    if (upload !== undefined) await client.send(new sdk.AbortMultipartUploadCommand({ ...address, UploadId: upload })).catch(() => {});
    throw s3ErrorOf(error).status === 412 ? alreadyThere(id) : error;
  }

  async function put(body: { Body: Buffer; ContentLength: number; Metadata: Record<string, string> }): Promise<void> {
    await settle(() => unlessThere(s3, (condition) => client.send(new sdk.PutObjectCommand({ ...address, ...body, ...condition }))));
  }

  /** The request after which the object is there; a failure counts only when it is not there after all. */
  async function settle(request: () => Promise<unknown>): Promise<void> {
    try {
      await request();
    } catch (error) {
      if ((await markOf(s3, address).catch(() => null)) !== mark) throw error;
    }
  }
}

/** Some servers know no conditional writes and say so (501): then the question asked before has to do. */
async function unlessThere(s3: S3, request: (condition: { IfNoneMatch?: string }) => Promise<unknown>): Promise<void> {
  const { isConditional } = s3;
  try {
    await request(isConditional ? { IfNoneMatch: "*" } : {});
  } catch (error) {
    if (!isConditional || s3ErrorOf(error).status !== 501) throw error;
    s3.isConditional = false;
    await request({});
  }
}

/** The mark of who wrote the object there ("" when it bears none), or null when there is none. */
async function markOf({ client, sdk }: S3, address: Address): Promise<string | null> {
  try {
    return (await client.send(new sdk.HeadObjectCommand(address))).Metadata?.["mark"] ?? "";
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Pieces of one part's size; the last may be smaller, or empty when nothing came. */
async function* pieces(stream: Readable): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  const queue = new ChunkQueue();
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    queue.push(chunk);
    while (queue.length > PART_BYTES) yield { piece: queue.take(PART_BYTES), isLast: false };
  }
  yield { piece: queue.take(PART_BYTES), isLast: true };
}
