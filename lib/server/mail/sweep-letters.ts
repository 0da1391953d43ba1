import "server-only";
import { lstat, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { env } from "../env";
import { mailFolder } from "./mail-file";

/** As we name letters: whole ones, and those whose writing broke off. */
const ours = /^[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)+\.eml(\.part)?$/;

/**
 * Letters written as files, where there is no mail server, lie there in clear: those older than a day go (Art. 5(1)(e) GDPR).
 * What is not ours stays; so does everything where there is a mail server, since nothing is written there then.
 * @returns how many were removed
 */
export async function sweepLetters(before: Date): Promise<number> {
  if (env().smtpUrl !== undefined) return 0;
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
