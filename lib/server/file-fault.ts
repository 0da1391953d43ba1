import "server-only";
import { now } from "./clock";
import { db } from "./db";
import { log } from "./log";
import { IntegrityError } from "./vault/commitment";
import { BlobMissingError } from "./vault/storage";

/** Not there; there, but not what was written; or the storage fails at it and at nothing else. */
export type FileFault = "missing" | "integrity" | "unreadable";

export function faultOf(error: unknown): FileFault {
  if (error instanceof BlobMissingError) return "missing";
  return error instanceof IntegrityError ? "integrity" : "unreadable";
}

/** The alarm: into the log, and onto the file's row, from where /api/health and the case's page tell it. */
export async function noteFault({ id, reference }: { id: string; reference: string | null }, fault: FileFault, error?: unknown): Promise<void> {
  log.error({ code: `file_${fault}`, fileId: id, ...(reference ? { reference } : {}), ...(error === undefined ? {} : { error }) });
  await db().file.updateMany({ where: { id }, data: { fault, checkedAt: now() } });
}
