import "server-only";
import { env } from "./env";
import type { Storage } from "./vault/storage";
import { fileStorage } from "./vault/storage-file";

let known: Storage | undefined;

/** Where the vault's blobs lie, as STORAGE_URL says. One driver a process. */
export function storage(): Storage {
  known ??= fileStorage(env().storage.dir);
  return known;
}
