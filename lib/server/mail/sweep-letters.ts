import "server-only";
import { lstat, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { mailFolder } from "./mail-file";

/** As we name letters: whole ones, and those whose writing broke off. */
const ours = /^[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)+\.eml(\.part)?$/;

/**
 * Letters written as files, while there is no mail server, lie there in clear: those older than a day go (Art. 5(1)(e) GDPR),
 * also once there is a server. What is not ours stays.
 * @returns how many were removed
 */
export async function sweepLetters(before: Date): Promise<number> {
  let removed = 0;
  for (const name of await namesIn(mailFolder())) {
    if (!ours.test(name)) continue;
    const file = join(mailFolder(), name);
    const found = await lstat(file).catch(() => null);
    if (!found?.isFile() || found.mtime >= before) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
}
