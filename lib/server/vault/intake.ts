import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { pipeline, Readable, type Transform } from "node:stream";
import { decrypt, encrypt } from "./cipher";
import type { Antivirus, Scan } from "./clamd";
import { derive } from "./derive";
import { DeriveError, type Looks } from "./derive-frames";
import { MalwareError, type ScanState, seen, stateOf, unlessInfected } from "./examine";
import { safeName } from "./safe-name";
import { HEAD_BYTES, type ProofKind, type ReplyKind, sniff, sniffReply } from "./sniff";
import { type Storage, StorageFullError } from "./storage";

export const MAX_FILE_BYTES = 10 * 1024 * 1024;

export type RejectionCode = "type" | "too-large" | "empty" | "malformed" | "limit" | "encrypted" | "malware" | "storage-full" | "aborted";
export type Rejected = { ok: false; code: RejectionCode; name: string };

/** One sealed blob. `bytes` and `sha256` (hex) are of the clear content, `storedBytes` is what it takes; a page also has its size in pixels and its looks. */
export type Blob = { id: string; bytes: number; storedBytes: number; sha256: string; type: string; page?: { number: number; width: number; height: number } & Looks };
/** `original`: of a proof whose scan is pending, kept to be scanned. */
export type Received = { ok: true; fileId: string; name: string; kind: ReplyKind; bytes: number; blobs: Blob[]; scan: ScanState; original: Blob | null };

export type Intake = {
  fileId: string;
  /** The file's own key; each blob is sealed with it under the blob's id. */
  key: Buffer;
  storage: Storage;
  antivirus?: Antivirus | undefined;
  name: string;
  declaredType: string;
  maxBytes?: number;
  /** `proof`: stored as our own pictures only. `reply`: stored sealed as it is. */
  allow: "proof" | "reply";
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
};

const TYPES: Record<ReplyKind, string> = {
  jpeg: "image/jpeg", png: "image/png", pdf: "application/pdf", csv: "text/csv; charset=utf-8",
  json: "application/json", txt: "text/plain; charset=utf-8", zip: "application/zip",
};

/** Ends the upload of this file with a code for the person. */
class Refusal extends Error {
  constructor(readonly code: RejectionCode) {
    super(code);
  }
}

/**
 * Takes in one uploaded file as it streams: never whole in memory, never in clear on disk. The head is judged
 * before anything is stored. The antivirus sees the original while it streams. A proof is sealed, converted page by
 * page from the vault, and its original removed, unless it is still to be scanned;
 * after any refusal or fault nothing of it is left, and the rest of the part is left unread for the caller to drain.
 * Throws only faults (storage or converter broken, BusyError).
 */
export async function receive(part: Readable, intake: Intake): Promise<Received | Rejected> {
  const written: string[] = [];
  try {
    return await take(part, intake, written);
  } catch (error) {
    await Promise.all(written.map((id) => intake.storage.remove(id)));
    const code = rejectionOf(error);
    if (code === undefined && !intake.signal?.aborted) throw error;
    return { ok: false, code: code ?? "aborted", name: safeName(intake.name) };
  }
}

function rejectionOf(error: unknown): RejectionCode | undefined {
  if (error instanceof Refusal) return error.code;
  if (error instanceof MalwareError) return "malware";
  if (error instanceof StorageFullError) return "storage-full";
  if (!(error instanceof DeriveError)) return undefined;
  return error.code === "timeout" ? "limit" : error.code === "empty" ? "malformed" : error.code;
}

async function take(part: Readable, intake: Intake, written: string[]): Promise<Received> {
  const source = fromClient(part, intake.maxBytes ?? MAX_FILE_BYTES);
  let scan: Scan | undefined;
  try {
    const head = await headOf(source);
    if (head.length === 0) throw new Refusal("empty");
    const judge = intake.allow === "proof" ? sniff : sniffReply;
    const verdict = judge(head, intake.name, intake.declaredType);
    if (!verdict.ok) throw new Refusal("type");

    scan = intake.antivirus?.begin();
    const original = await put(seen(chain([head], source), scan), TYPES[verdict.kind], intake, written);
    const file = { ok: true, fileId: intake.fileId, name: safeName(intake.name), kind: verdict.kind, bytes: original.bytes } as const;
    const state = stateOf(scan);
    if (intake.allow === "reply") return { ...file, blobs: [original], scan: await state, original: null };

    const blobs = await unlessInfected(state, (signal) => pagesOf(original, verdict.kind as ProofKind, { ...intake, signal }, written), intake.signal);
    const isKept = (await state) === "pending";
    if (!isKept) await intake.storage.remove(original.id); // nobody ever needs it again
    return { ...file, blobs, scan: await state, original: isKept ? original : null };
  } finally {
    scan?.cancel();
    await source.return(undefined);
  }
}

/** The original, read back from the vault, as sealed pages. */
async function pagesOf(original: Blob, kind: ProofKind, intake: Intake, written: string[]): Promise<Blob[]> {
  const { storage, key, signal, timeoutMs } = intake;
  const open = async () => through(await storage.read(original.id), decrypt(key, original.id));
  const blobs: Blob[] = [];
  for await (const { bytes, type, page, width, height, looks, isBlank } of derive(open, kind, { signal, timeoutMs })) {
    blobs.push({ ...(await put([bytes], type, intake, written)), page: { number: page, width, height, looks, isBlank } });
  }
  return blobs;
}

/** The transform, fed by the source; an error on either side ends both. */
function through(source: Readable, transform: Transform): Readable {
  return pipeline(source, transform, () => undefined);
}

async function* chain(first: Buffer[], rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* first;
  yield* rest;
}

/** Seals the source into storage under a new id, counted and hashed on the way. */
async function put(source: AsyncIterable<Buffer> | Iterable<Buffer>, type: string, intake: Intake, written: string[]): Promise<Blob> {
  const id = randomUUID();
  const digest = createHash("sha256");
  let bytes = 0;
  async function* counted() {
    for await (const chunk of source) {
      digest.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  written.push(id);
  const stored = await intake.storage.write(id, through(Readable.from(counted()), encrypt(intake.key, id)));
  return { id, bytes, storedBytes: stored.bytes, sha256: digest.digest("hex"), type };
}

/** What the client sends, up to the limit. Its breaking off is the client's doing, not a fault. */
async function* fromClient(part: Readable, maxBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    for await (const chunk of part.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new Refusal("too-large");
      yield chunk;
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal("aborted");
  }
}

/** At least the first 4 KB, or the whole of a shorter file. */
async function headOf(source: AsyncGenerator<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let bytes = 0; bytes < HEAD_BYTES; ) {
    const next = await source.next();
    if (next.done) break;
    parts.push(next.value);
    bytes += next.value.length;
  }
  return Buffer.concat(parts);
}
