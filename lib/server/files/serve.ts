import "server-only";
import { pipeline, Readable } from "node:stream";
import { messages } from "@/lib/i18n/messages";
import { type FilePurpose, isKeptAsItIs } from "@/lib/request/event";
import { viewedFor } from "@/lib/request/viewed-for";
import type { FileRow as Row } from "../db";
import type { Actor } from "../actor";
import { recordAccess } from "../audit";
import { faultOf, noteFault } from "../file-fault";
import { fileKey, fileName } from "../file-name";
import { log } from "../log";
import { decrypt } from "../vault/cipher";
import { IntegrityError } from "../vault/commitment";
import { BlobMissingError } from "../vault/storage";
import { storage } from "../storage";
import { nothingThere } from "./answer";
import { isOnPage, mayFetch } from "./fetch-site";
import { type Visible, visibleFile } from "./visible";

/** Types of files kept as they are, as they were judged when they came in; pages are always our own JPEG. */
export const replyTypes: Record<string, string> = {
  jpeg: "image/jpeg",
  png: "image/png",
  pdf: "application/pdf",
  csv: "text/csv; charset=utf-8",
  json: "application/json",
  txt: "text/plain; charset=utf-8",
  zip: "application/zip",
};

/**
 * One page of a document as our own picture, to look at. `page` counts from 1. 404 for all that is not theirs. Staff see it in the
 * viewer only, under its watermark: opened by itself it could be saved without, so 403. security.md UP8.
 */
export async function servePage(request: Request, id: string, page: string): Promise<Response> {
  if (!mayFetch(request.headers)) return new Response(null, { status: 403 });
  const number = /^[1-9]\d?$/.test(page) ? Number(page) : 0;
  const found = await visibleFile(id);
  const blob = found && !isKeptAsItIs(found.file.purpose) ? found.file.blobs[number - 1] : undefined;
  if (!found || !blob) return nothingThere();
  if (found.actor?.kind === "staff" && !isOnPage(request.headers)) return new Response(null, { status: 403 });
  if (found.file.scan === "pending") return notYetScanned(found);
  await record(found.actor, found.file, number);
  return send(found, blob, { "Content-Type": "image/jpeg", "Content-Disposition": `inline; filename="page-${number}.jpg"` });
}

/** A file of a reply, an internal note or a department, as it was attached, to keep. */
export async function serveKeptFile(request: Request, id: string): Promise<Response> {
  if (!mayFetch(request.headers)) return new Response(null, { status: 403 });
  const found = await visibleFile(id);
  const blob = found && isKeptAsItIs(found.file.purpose) ? found.file.blobs[0] : undefined;
  if (!found || !blob) return nothingThere();
  if (found.file.scan === "pending") return notYetScanned(found);
  await record(found.actor, found.file, 1);
  return send(found, blob, {
    "Content-Type": replyTypes[found.file.kind] ?? "application/octet-stream",
    "Content-Disposition": attachment(fileName(found.key, found.file)),
    "Content-Length": String(found.file.bytes),
  });
}

/** Nobody opens what the antivirus has not cleared. security.md UP5. */
function notYetScanned({ actor, locale }: Visible): Response {
  const code = "not-scanned";
  const told = actor?.kind === "staff" ? actor.locale : locale;
  return Response.json({ code, message: messages(told).follow.upload.scan.closed }, { status: 409, headers: fixed });
}

/** RFC 6266: a plain name for old browsers, the true one as RFC 5987 says. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Staff who look leave a trace before the first byte: which file, of which purpose, for what. security.md AL1. */
async function record(actor: Actor | null, file: Row, page: number): Promise<void> {
  if (actor?.kind !== "staff" || !file.reference) return;
  const purpose = file.purpose as FilePurpose;
  await recordAccess(actor, "FileViewed", { reference: file.reference, fileId: file.id, page, purpose, viewedFor: viewedFor(purpose) });
}

const fixed = {
  "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "private, no-store",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Accept-Ranges": "none",
};

/** Opens the blob chunk by chunk. What is altered from the start answers 500; later it breaks the connection off. */
async function send({ file, key }: Visible, blob: string, headers: Record<string, string>): Promise<Response> {
  const alarm = (cause: unknown) => {
    const fault = faultOf(cause);
    // A storage that is away for a moment is no fault of the file.
    if (fault === "unreadable") log.error({ code: "file_unreadable", fileId: file.id, error: cause });
    else noteFault(file, fault, cause).catch((failure: unknown) => log.error({ code: "fault_not_noted", fileId: file.id, error: failure }));
  };
  try {
    const clear = pipeline(await storage().read(blob), decrypt(fileKey(key, file), blob), () => undefined) as unknown as Readable;
    const chunks = clear[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    const first = await chunks.next();
    return new Response(bodyOf(chunks, first, clear, alarm), { headers: { ...fixed, ...headers } });
  } catch (error) {
    alarm(error);
    const code = error instanceof IntegrityError || error instanceof BlobMissingError ? "integrity" : "failed";
    return Response.json({ code }, { status: 500, headers: fixed });
  }
}

function bodyOf(chunks: AsyncIterator<Buffer>, first: IteratorResult<Buffer>, source: Readable, alarm: (error: unknown) => void): ReadableStream<Uint8Array> {
  let next: IteratorResult<Buffer> | null = first;
  let isLetGo = false;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = next ?? (await chunks.next());
        next = null;
        if (isLetGo) return;
        if (done) controller.close();
        else controller.enqueue(new Uint8Array(value));
      } catch (error) {
        if (isLetGo) return; // the reader went away: no fault of the file
        alarm(error);
        controller.error(error);
      }
    },
    cancel() {
      isLetGo = true;
      source.destroy();
    },
  });
}
