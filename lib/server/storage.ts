import "server-only";
import { type Env, env } from "./env";
import type { Storage } from "./vault/storage";
import { fileStorage } from "./vault/storage-file";
import { s3Storage } from "./vault/storage-s3";

let known: Storage | undefined;

/** Where the vault's blobs lie, as STORAGE_URL says. One driver a process. */
export function storage(): Storage {
  known ??= driverOf(env().storage);
  return known;
}

function driverOf(place: Env["storage"]): Storage {
  return place.kind === "file" ? fileStorage(place.dir) : s3Storage(place);
}
