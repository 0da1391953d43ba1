import "server-only";
import type { Readable } from "node:stream";
import Busboy, { type BusboyFileStream, type BusboyInstance } from "@fastify/busboy";
import { type BodyLimits, readBody, UploadError } from "./body";
import { MAX_FILE_BYTES } from "./intake";

export type UploadLimits = BodyLimits & { fileBytes: number; files: number; parts: number; headerBytes: number; fieldBytes: number };

/** Bytes and milliseconds. Source: the product's security requirements, UP2. */
export const UPLOAD_LIMITS: UploadLimits = {
  fileBytes: MAX_FILE_BYTES,
  totalBytes: 25 * 1024 * 1024,
  files: 5,
  parts: 100,
  headerBytes: 8 * 1024,
  fieldBytes: 64 * 1024,
  idleMs: 15_000,
  totalMs: 60_000,
};

/** One file as it arrives. `signal` aborts when the rest of the upload fails. */
export type FilePart = { field: string; name: string; declaredType: string; stream: Readable; signal: AbortSignal };
export type Upload<T> = { fields: Map<string, string>; files: { field: string; result: T }[] };

const MAX_NAME_CHARS = 200;

function parserFor(request: Request, limits: UploadLimits): BusboyInstance {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new UploadError("not-multipart");
  try {
    return new Busboy({
      headers: { "content-type": type },
      limits: {
        fileSize: limits.fileBytes,
        parts: limits.parts,
        headerSize: 2 * limits.headerBytes,
        headerPairs: 50,
        fieldSize: limits.fieldBytes,
      },
    });
  } catch {
    throw new UploadError("malformed");
  }
}

type Parts = { on(event: "part", listener: (part: Readable) => void): void };

/**
 * Counts parts and the bytes of their headers. busboy passes over a part it does not understand, and cuts headers
 * at its limit, both in silence; its inner parser tells (version pinned; multipart.test.ts would notice a change).
 */
function watchParts(busboy: BusboyInstance, onHeaders: (bytes: number) => void): { count: number } {
  const { parser } = (busboy as unknown as { _parser: { parser: Parts } })._parser;
  const seen = { count: 0 };
  parser.on("part", (part) => {
    seen.count++;
    part.on("header", (headers: Record<string, string[]>) => {
      const lines = Object.entries(headers).flatMap(([name, values]) => values.map((value) => name.length + value.length + 4));
      onHeaders(lines.reduce((sum, bytes) => sum + bytes, 0));
    });
  });
  return seen;
}

/**
 * Reads a multipart form as it streams. Each file goes to `onFile`, one after another, in the order sent; what it
 * leaves unread is drained. File inputs left empty by the person are passed over. Whatever is wrong with the form
 * as a whole (sizes, counts, duplicate fields, nesting, a broken or stalled body) ends it with an UploadError
 * whose status is 4xx; an error of `onFile` itself is passed on as it is.
 */
export async function parseUpload<T>(
  request: Request,
  onFile: (part: FilePart) => Promise<T>,
  limits: UploadLimits = UPLOAD_LIMITS,
): Promise<Upload<T>> {
  const busboy = parserFor(request, limits);
  const upload: Upload<T> = { fields: new Map(), files: [] };
  const abort = new AbortController();
  const running: Promise<void>[] = [];
  const streams: BusboyFileStream[] = [];
  let failed: (reason: unknown) => void = () => undefined;
  const failure = new Promise<never>((_, reject) => (failed = reject));
  failure.catch(() => undefined);
  const refuse = (code: UploadError["code"]) => failed(new UploadError(code));

  async function take(field: string, stream: BusboyFileStream, name: string, declaredType: string): Promise<void> {
    abort.signal.throwIfAborted();
    const result = await onFile({ field, name, declaredType, stream, signal: abort.signal });
    upload.files.push({ field, result });
    stream.resume();
  }

  const sent = watchParts(busboy, (bytes) => bytes > limits.headerBytes && refuse("too-large"));
  let understood = 0;
  busboy.on("error", () => refuse("malformed"));
  busboy.on("partsLimit", () => refuse("too-many"));
  busboy.on("field", (name, value, _nameCut, isCut, _encoding, type) => {
    understood++;
    if (!isName(name) || upload.fields.has(name) || /^multipart\//i.test(type)) refuse("malformed");
    else if (isCut) refuse("too-large");
    else upload.fields.set(name, value);
  });
  busboy.on("file", (field, stream, name, _encoding, type) => {
    understood++;
    stream.on("error", () => refuse("malformed"));
    stream.on("limit", () => refuse("too-large"));
    if (!isName(field) || /^multipart\//i.test(type)) refuse("malformed");
    if (!name) return void stream.resume();
    if (running.length >= limits.files) return void refuse("too-many");
    streams.push(stream);
    const taken = (running.at(-1) ?? Promise.resolve()).then(() => take(field, stream, name, type));
    taken.catch(failed);
    running.push(taken);
  });

  const finished = new Promise<void>((resolve) => busboy.once("finish", () => resolve()));
  try {
    await Promise.race([failure, feed(readBody(request, limits, abort.signal), busboy, failure)]);
    await Promise.race([failure, finished]);
    if (sent.count !== understood) throw new UploadError("malformed");
    await Promise.race([failure, Promise.all(running)]);
    return upload;
  } catch (error) {
    abort.abort(error);
    for (const stream of streams) stream.destroy(new Error("the upload failed"));
    await Promise.allSettled(running);
    if (error instanceof UploadError) error.results = upload.files.map((file) => file.result);
    throw error;
  }
}

const isName = (name: unknown) => typeof name === "string" && name.length > 0 && name.length <= MAX_NAME_CHARS;

/** Writes the body as fast as the files are taken; stops reading it as soon as the upload has failed. */
async function feed(body: AsyncGenerator<Buffer>, busboy: BusboyInstance, failure: Promise<never>): Promise<void> {
  try {
    for (;;) {
      const next = await Promise.race([failure, body.next()]);
      if (next.done) break;
      await Promise.race([failure, new Promise((written) => busboy.write(next.value, written))]);
    }
  } finally {
    void body.return(undefined).catch(() => undefined);
  }
  busboy.end();
}
