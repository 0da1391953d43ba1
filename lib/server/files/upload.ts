import "server-only";
import { randomUUID } from "node:crypto";
import { type FilePurpose, isKeptAsItIs } from "@/lib/request/event";
import { isLocale } from "@/lib/i18n/locale";
import { antivirus } from "../antivirus";
import { keepDraftToken } from "../ask/draft-cookie";
import { touchDraft } from "../ask/drafts";
import { now } from "../clock";
import { db } from "../db";
import { mayPost } from "../edge/origin";
import { env } from "../env";
import { sealFileName, wrapFileKey } from "../file-name";
import { enqueue } from "../jobs/enqueue";
import { log } from "../log";
import { type Received, receive } from "../vault/intake";
import { newKey } from "../vault/keys";
import { type FilePart, parseUpload } from "../vault/multipart";
import { marksOf } from "../signals/marks";
import { storage } from "../storage";
import { type Answering, expired, type Listed, nothingThere, received, refused } from "./answer";
import { attachProof } from "./attach-proof";
import { hasNetworkRoom } from "./network-room";
import { enterPlace } from "./places";
import { isUse, type Owner, ownerOf, purposeOf } from "./owner";
import { problemOf, UploadProblem } from "./problem";
import { roomFor, roomNow } from "./room";

type Taken = Received & { key: Buffer };

/**
 * Takes in the files of one form: who may first, then as they stream, sealed, never whole in memory and never in clear on
 * disk. All of them or none: the rows are written in one transaction when every blob is safe; after any problem no row and
 * no blob is left. security.md UP1, UP2, UP9, RC4, R1.
 */
export async function upload(request: Request): Promise<Response> {
  if (!isOurs(request)) return new Response(null, { status: 403 });
  const { searchParams } = new URL(request.url);
  const use = searchParams.get("for");
  if (!isUse(use)) return nothingThere();
  const locale = searchParams.get("locale") ?? "";
  const purpose = purposeOf(use, searchParams.get("purpose"));
  const wantsJson = (request.headers.get("accept") ?? "").includes("application/json");
  const answering: Answering = { wantsJson, locale: isLocale(locale) ? locale : "fr", purpose };
  const owner = await ownerOf(use, searchParams.get("reference"));
  if (owner === "expired") return expired(use, answering);
  if (owner === "missing") return nothingThere();
  if (!purpose) return refused(owner, "malformed", answering);
  try {
    const files = await takeIn(owner, purpose, (take) => parseUpload(request, take));
    if (use === "record") await attachProof(owner);
    if (use === "draft") await keepDraftToken();
    return received(owner, files, answering);
  } catch (error) {
    const problem = problemOf(error);
    if (problem === "failed") log.error({ code: "upload_failed", ...(owner.reference ? { reference: owner.reference } : {}), error });
    return refused(owner, problem, answering);
  }
}

/** Our own page sent it; the edge asks too. */
export function isOurs(request: Request): boolean {
  const header = (name: string) => request.headers.get(name) ?? undefined;
  const facts = { path: "/api/files", origin: header("origin"), secFetchSite: header("sec-fetch-site"), host: header("host") ?? "" };
  return mayPost(facts, env().publicUrl);
}

/** Takes in one file from elsewhere than a form, by the same rules. @throws UploadProblem, UploadError */
export async function takeFile(owner: Owner, purpose: FilePurpose, part: FilePart): Promise<void> {
  await takeIn(owner, purpose, (take) => take(part));
}

async function takeIn(owner: Owner, purpose: FilePurpose, feed: (take: (part: FilePart) => Promise<void>) => Promise<unknown>): Promise<Listed[]> {
  const taken: Taken[] = [];
  try {
    await requireRoom(owner, purpose);
    await feed(async (part) => void taken.push(await takeOne(part, owner, purpose)));
    if (taken.length === 0) throw new UploadProblem("empty");
    await keep(owner, purpose, taken);
  } catch (error) {
    await Promise.all(taken.flatMap(({ blobs, original }) => [...blobs, ...(original ? [original] : [])].map((blob) => storage().remove(blob.id))));
    throw error;
  }
  return taken.map(({ fileId, name, bytes, blobs, scan }) => ({ id: fileId, name, bytes, pages: blobs.length, ...(scan === "pending" && { scan }) }));
}

async function takeOne(part: FilePart, owner: Owner, purpose: FilePurpose): Promise<Taken> {
  const leave = await enterPlace(owner, part.signal);
  try {
    await requireRoom(owner, purpose);
    const key = newKey();
    const allow = isKeptAsItIs(purpose) ? "reply" : "proof";
    const { name, declaredType, signal } = part;
    const result = await receive(part.stream, { fileId: randomUUID(), key, storage: storage(), antivirus: antivirus(), name, declaredType, allow, signal });
    if (!result.ok) throw new UploadProblem(result.code);
    return { ...result, key };
  } finally {
    leave();
  }
}

async function requireRoom(owner: Owner, purpose: FilePurpose): Promise<void> {
  const problem = await roomNow(owner, purpose);
  if (problem) throw new UploadProblem(problem);
}

async function keep(owner: Owner, purpose: FilePurpose, taken: Taken[]): Promise<void> {
  const { draftId, reference, staffId, taskId } = owner;
  const at = now().getTime();
  const sizes = taken.map(storedBytesOf);
  const storedBytes = sizes.reduce((sum, bytes) => sum + bytes, 0);
  if (!(await hasNetworkRoom(owner, storedBytes))) throw new UploadProblem("storage-full");
  const marks = (await Promise.all(taken.map((file, index) => marksOf(file, purpose, new Date(at + index))))).flat();
  await db().$transaction(async (tx) => {
    const problem = await roomFor(tx, owner, purpose, { files: taken.length, bytes: taken.reduce((sum, file) => sum + file.bytes, 0), storedBytes });
    if (problem) throw new UploadProblem(problem);
    if (draftId) await touchDraft(tx, draftId);
    await tx.file.createMany({
      data: taken.map(({ fileId, kind, name, bytes, key, blobs, scan, original }, index) => ({
        id: fileId,
        draftId,
        reference,
        staffId,
        taskId,
        purpose,
        kind,
        bytes,
        storedBytes: sizes[index] ?? 0,
        name: sealFileName(owner.key, fileId, name),
        wrappedKey: wrapFileKey(owner.key, fileId, key),
        blobs: blobs.map((blob) => blob.id),
        scan,
        original: original?.id ?? null,
        createdAt: new Date(at + index),
      })),
    });
    await tx.pictureMark.createMany({ data: marks });
    for (const { fileId, scan } of taken) if (scan === "pending") await enqueue(tx, "scan-file", { fileId }, { key: `scan:${fileId}` });
  });
}

/** What a file takes in the vault: its pages, and the original while its scan is pending. */
function storedBytesOf({ blobs, original }: Taken): number {
  return [...blobs, ...(original ? [original] : [])].reduce((sum, blob) => sum + blob.storedBytes, 0);
}
