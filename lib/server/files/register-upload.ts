import "server-only";
import { randomUUID } from "node:crypto";
import { fileLimits } from "@/lib/request/import/columns";
import { line } from "@/lib/request/ask/text";
import type { StaffActor } from "../actor";
import { now } from "../clock";
import { db } from "../db";
import { importContext, type Kept, keepSealed } from "../import/sealed-file";
import { enqueue } from "../jobs/enqueue";
import { wrapByVault } from "../key-ring/ring";
import { log } from "../log";
import { currentStaff, preferredLocale } from "../session";
import { storage } from "../storage";
import { UploadError } from "../vault/body";
import { newKey } from "../vault/keys";
import { parseUpload, UPLOAD_LIMITS } from "../vault/multipart";
import { expired, nothingThere, seeOther } from "./answer";
import { isOurs } from "./upload";

const sourceName = line(60);
/** One file and its name, over a slow line too. */
const limits = { ...UPLOAD_LIMITS, fileBytes: fileLimits.bytes + 1, totalBytes: fileLimits.bytes + 1024 * 1024, files: 1, parts: 5, totalMs: 900_000 };

/**
 * Takes in a register as it streams, sealed, and has it checked. Back to the form with a word of what is wrong, or on to the page
 * of this register. 401 without a session, 404 for whoever may not. A row is written once the file is safe; after any problem nothing is left of it.
 */
export async function uploadRegister(request: Request): Promise<Response> {
  if (!isOurs(request)) return new Response(null, { status: 403 });
  const actor = await currentStaff();
  if (!actor) return expired("reply", { wantsJson: (request.headers.get("accept") ?? "").includes("application/json"), locale: await preferredLocale(), purpose: null });
  if (!actor.permissions.has("register.import")) return nothingThere();
  const key = newKey();
  const kept: Kept[] = [];
  try {
    const { fields } = await parseUpload(request, async ({ stream }) => void kept.push(await keepSealed(stream as AsyncIterable<Buffer>, key)), limits);
    const named = sourceName.safeParse(fields.get("source") ?? "");
    const [file] = kept;
    if (!file || file.bytes === 0) return await refused("missing", kept);
    if (!named.success) return await refused("source", kept);
    return seeOther(`/office/import/${await store(actor, named.data, file, key)}`);
  } catch (error) {
    const isTooLarge = error instanceof UploadError && error.code === "too-large";
    if (!(error instanceof UploadError)) log.error({ code: "register_upload_failed", error });
    return refused(isTooLarge ? "too-large" : "failed", kept);
  }
}

async function store({ id: staffId }: StaffActor, source: string, { blob, bytes, sha256 }: Kept, key: Buffer): Promise<string> {
  const id = randomUUID();
  await db().$transaction(async (tx) => {
    const wrappedKey = await wrapByVault(tx, key, importContext(id));
    await tx.registerImport.create({ data: { id, staffId, source, state: "checking", createdAt: now(), bytes, sha256: new Uint8Array(sha256), wrappedKey, blob } });
    await enqueue(tx, "check-import", { importId: id }, { key: `check-import:${id}` });
  });
  return id;
}

async function refused(problem: "missing" | "source" | "too-large" | "failed", kept: readonly Kept[]): Promise<Response> {
  for (const { blob } of kept) await storage().remove(blob);
  return seeOther(`/office/import?problem=${problem}`);
}
