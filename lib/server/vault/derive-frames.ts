import "server-only";
import type { Readable } from "node:stream";
import { z } from "zod";
import { ChunkQueue } from "./chunk-queue";

export type DeriveErrorCode = "malformed" | "limit" | "encrypted" | "timeout" | "empty";

/** The original cannot become pages, and why. */
export class DeriveError extends Error {
  constructor(readonly code: DeriveErrorCode) {
    super(code);
    this.name = "DeriveError";
  }
}

/** What a picture looks like, without the picture: 256 bits in hex (child/mark.mjs), and whether nothing can be seen on it. */
export type Looks = { looks: string; isBlank: boolean };
/** One page of a proof as our own picture; sizes in pixels, `page` from 1. */
export type Page = { page: number; width: number; height: number; type: "image/jpeg"; bytes: Buffer } & Looks;

const MAX_LINE_BYTES = 200;
const MAX_PAGE_BYTES = 24 * 1024 * 1024;
const MAX_PAGES = 30;
const side = z.int().min(1).max(4096);
const lineSchema = z.union([
  z.strictObject({ ready: z.literal(true) }),
  z.strictObject({ page: z.int().min(1).max(MAX_PAGES), width: side, height: side, looks: z.string().regex(/^[0-9a-f]{64}$/), isBlank: z.boolean() }),
  z.strictObject({ end: z.literal(true) }),
  z.strictObject({ error: z.enum(["malformed", "limit", "encrypted", "empty"]) }),
]);

/** @throws DeriveError "malformed" for anything but one of our lines. */
function lineOf(text: string): z.infer<typeof lineSchema> {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch {
    throw new DeriveError("malformed");
  }
}

/**
 * The pages in a child's output, one at a time. The child may have been taken over by what it read, so every
 * line, length and order is checked, and a page must be a JPEG by its first and last bytes.
 * @throws DeriveError as the child says; "malformed" when it breaks off; Error when it never started.
 */
export async function* readFrames(stdout: Readable): AsyncGenerator<Page> {
  const queue = new ChunkQueue();
  const source = stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let isReady = false;

  async function fill(bytes: number): Promise<void> {
    while (queue.length < bytes) {
      const { value, done } = await source.next();
      if (done) throw isReady ? new DeriveError("malformed") : new Error("the converter did not start");
      queue.push(value);
    }
  }

  async function readLine() {
    const bytes: number[] = [];
    for (let byte = 0; byte !== 0x0a; bytes.push(byte)) {
      if (bytes.length > MAX_LINE_BYTES) throw new DeriveError("malformed");
      await fill(1);
      byte = queue.take(1)[0]!;
    }
    return lineOf(Buffer.from(bytes).toString("latin1"));
  }

  async function readBytes(): Promise<Buffer> {
    await fill(4);
    const length = queue.take(4).readUInt32BE();
    if (length < 4 || length > MAX_PAGE_BYTES) throw new DeriveError("malformed");
    await fill(length);
    const bytes = queue.take(length);
    if (bytes.readUInt16BE(0) !== 0xffd8 || bytes.readUInt16BE(length - 2) !== 0xffd9) throw new DeriveError("malformed");
    return bytes;
  }

  for (let pages = 0; ; ) {
    const line = await readLine();
    if ("ready" in line && !isReady) isReady = true;
    else if ("error" in line && isReady) throw new DeriveError(line.error);
    else if ("page" in line && isReady && line.page === pages + 1) {
      yield { ...line, type: "image/jpeg", bytes: await readBytes() };
      pages++;
    } else if ("end" in line && pages > 0) return;
    else throw new DeriveError("malformed");
  }
}
