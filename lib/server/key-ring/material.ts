import "server-only";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { env } from "../env";
import { derive } from "../vault/keys";

/** The vault key in DATA_DIR, and the one that follows it while a rotation is under way. */
export const keyFiles = { current: "vault-key", next: "vault-key.next" } as const;

/** The vault keys this process is given: by its environment, or by the files of DATA_DIR as they are now. The current one first. */
export function keyMaterial(): Buffer[] {
  const { vaultKeyGiven, vaultKeyPrevious, dataDir } = env();
  if (vaultKeyGiven) return [vaultKeyGiven, ...(vaultKeyPrevious ? [vaultKeyPrevious] : [])];
  return Object.values(keyFiles).flatMap((name) => keyIn(join(dataDir, name)) ?? []);
}

/** Changes whenever the files do: whoever remembers keys asks first whether they are still the ones. */
export function materialStamp(): string {
  const { vaultKeyGiven, dataDir } = env();
  if (vaultKeyGiven) return "given";
  return Object.values(keyFiles).map((name) => {
    const seen = statSync(join(dataDir, name), { throwIfNoEntry: false });
    return seen ? `${seen.ino}:${seen.mtimeMs}` : "none";
  }).join("|");
}

/** What the database keeps of a key, to know it again: says nothing of the key itself (HKDF). */
export function checkOf(key: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(derive(key, "vault-key-check"));
}

function keyIn(file: string): Buffer | null {
  try {
    const key = Buffer.from(readFileSync(file, "utf8").trim(), "base64");
    return key.length === 32 ? key : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
