import "server-only";
import { pipeline, type Readable } from "node:stream";
import { refuseUnsafeFile } from "@/lib/request/check/refuse-unsafe-file";
import type { FilePurpose } from "@/lib/request/event";
import { systemActor } from "../actor";
import { antivirus } from "../antivirus";
import { db, type FileRow, type Tx } from "../db";
import { draftKey } from "../draft-seal";
import { fileKey } from "../file-name";
import { log } from "../log";
import { perform } from "../perform";
import { storage } from "../storage";
import { lockCase, lockDraft, requestKey } from "../store";
import { decrypt } from "../vault/cipher";
import type { Verdict } from "../vault/clamd";
import { blobsOf } from "../write";
import { enqueue } from "./enqueue";
import type { Handler } from "./job";

/**
 * Scans what was taken in while the antivirus was silent: opens it if it is clean, destroys it if it is not. What is part of
 * a case leaves it by an event, with its letter; what was never sent leaves its row, which tells whoever uploaded it.
 */
export const scanFile: Handler<"scan-file"> = async ({ fileId }) => {
  const file = await db().file.findUnique({ where: { id: fileId } });
  if (file?.scan !== "pending") return;
  const verdict = await verdictOn(file);
  if (verdict === "unknown") throw new Error("antivirus-silent");
  log.info({ code: verdict === "clean" ? "scan_clean" : "scan_infected", fileId });
  if (verdict === "clean") await db().$transaction((tx) => open(tx, fileId));
  else await destroy(file);
};

async function verdictOn(file: FileRow): Promise<Verdict> {
  const scanned = file.original ?? file.blobs[0];
  const key = await ownerKey(file);
  const scan = antivirus()?.begin();
  if (!scan || !key || scanned === undefined) return "unknown";
  try {
    const clear: Readable = pipeline(await storage().read(scanned), decrypt(fileKey(key, file), scanned), () => undefined);
    for await (const chunk of clear as AsyncIterable<Buffer>) await scan.write(chunk);
    return await scan.verdict();
  } finally {
    scan.cancel();
  }
}

async function ownerKey({ draftId, reference }: FileRow): Promise<Buffer | null> {
  if (reference !== null) {
    const row = await db().subjectRequest.findUnique({ where: { reference } });
    return row && (await requestKey(row));
  }
  const draft = draftId === null ? null : await db().draft.findUnique({ where: { id: draftId } });
  return draft && draft.reference === null ? draftKey(draft) : null;
}

async function open(tx: Tx, id: string): Promise<void> {
  const [file] = await tx.file.findMany({ where: { id, scan: "pending" } });
  if (!file) return;
  await tx.file.update({ where: { id }, data: { scan: "clean", original: null } });
  if (file.original !== null) await enqueue(tx, "remove-blobs", { blobs: [file.original] });
}

async function destroy(file: FileRow): Promise<void> {
  if (await db().$transaction((tx) => emptied(tx, file))) return;
  const filed = await db().file.findUnique({ where: { id: file.id } });
  if (!filed?.reference || filed.pending) return;
  await perform(systemActor(), refuseUnsafeFile, { fileId: file.id, purpose: file.purpose as FilePurpose }, { reference: filed.reference });
}

/** Its key and blobs are gone, its row stays for whoever uploaded it. False when it has become part of a case meanwhile. */
async function emptied(tx: Tx, { id, draftId, reference }: FileRow): Promise<boolean> {
  if (draftId !== null) await lockDraft(tx, draftId);
  else if (reference !== null) await lockCase(tx, systemActor(), reference);
  const file = await tx.file.findUnique({ where: { id } });
  if (!file || file.scan !== "pending") return true;
  if (!file.pending) return false;
  await tx.file.update({ where: { id }, data: { scan: "infected", blobs: [], original: null, wrappedKey: new Uint8Array() } });
  await tx.pictureMark.deleteMany({ where: { fileId: id } });
  await enqueue(tx, "remove-blobs", { blobs: blobsOf(file) });
  return true;
}
