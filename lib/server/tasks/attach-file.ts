import "server-only";
import { pipeline, type Readable } from "node:stream";
import type { StaffActor } from "../actor";
import { recordAccess } from "../audit";
import { db } from "../db";
import { fileKey, fileName } from "../file-name";
import { ownerOf } from "../files/owner";
import { type Problem, problemOf } from "../files/problem";
import { replyTypes } from "../files/serve";
import { takeFile } from "../files/upload";
import { log } from "../log";
import { storage } from "../storage";
import { decrypt } from "../vault/cipher";

/**
 * Adds a file that a department sent to the reply that is being written, as a copy that is judged and scanned like any other; what the
 * department sent stays. Whoever asks is read from their session. Null: no such file, not scanned yet, or not theirs to handle.
 */
export async function attachTaskFile(actor: StaffActor, reference: string, fileId: string): Promise<{ ok: true } | { problem: Problem } | null> {
  const owner = await ownerOf("reply", reference);
  if (typeof owner !== "object" || !actor.permissions.has("file.view")) return null;
  const file = await db().file.findFirst({ where: { id: fileId, reference, purpose: "task", pending: false, scan: { notIn: ["pending", "infected"] } } });
  const blob = file?.blobs[0];
  if (!file || !blob) return null;
  await recordAccess(actor, "FileViewed", { reference, fileId, page: 1, purpose: "task", viewedFor: "handling" });
  try {
    const clear: Readable = pipeline(await storage().read(blob), decrypt(fileKey(owner.key, file), blob), () => undefined);
    await takeFile(owner, "reply", { stream: clear, name: fileName(owner.key, file), field: "file", declaredType: replyTypes[file.kind] ?? "", signal: new AbortController().signal });
    return { ok: true };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === "failed") log.error({ code: "attach_failed", reference, error });
    return { problem };
  }
}
