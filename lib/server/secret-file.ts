/** A secret drawn once into a file of its own, readable by its owner only. */
import "server-only";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/**
 * Reads the secret, drawing 32 random bytes (base64) the first time. It is
 * written aside and linked into place: `link` fails when the file exists, so of
 * several processes one wins, and none ever reads half a secret.
 */
export function readOrCreateSecret(dir: string, name: string): { value: string; isNew: boolean } {
  const file = join(dir, name);
  const isNew = !existsSync(file) && create(dir, file);
  return { value: readFileSync(file, "utf8").trim(), isNew };
}

function create(dir: string, file: string): boolean {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const handle = openSync(draft, "wx", 0o600);
  try {
    writeSync(handle, `${randomBytes(32).toString("base64")}\n`);
    fsyncSync(handle);
    linkSync(draft, file);
    syncFolder(dir);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    closeSync(handle);
    rmSync(draft, { force: true });
  }
}

/** A name in a folder is on the disk only once the folder is. */
export function syncFolder(dir: string): void {
  const handle = openSync(dir, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
