import "server-only";
import { db, type Tx } from "../db";
import { EnvError } from "../env";
import { checkOf, keyMaterial, materialStamp } from "./material";
import { IntegrityError } from "../vault/commitment";
import { kekVersionOf, unwrapKey, wrapKey } from "../vault/keys";

/** Context of the key of look-ups in its row. */
export const lookupContext = "lookup-key";

/** The versions in force whose keys this process was given, and the key of look-ups. `missing`: in force, but not given. */
type Ring = { stamp: string; keys: ReadonlyMap<number, Buffer>; missing: number[]; lookup: Buffer };
let known: Promise<Ring> | undefined;

/**
 * Wraps a key by the newest version of the vault key. In a transaction that version stays in force until it ends: a version
 * is retired only when nobody is about to write by it.
 */
export async function wrapByVault(tx: Tx, key: Buffer, context: string): Promise<Uint8Array<ArrayBuffer>> {
  const version = await versionInForce(tx);
  return new Uint8Array(wrapKey(await keyOf(version, tx), key, context, version));
}

/** The same for many keys, each with its context: the version is asked once. */
export async function wrapAllByVault(tx: Tx, keys: readonly { key: Buffer; context: string }[]): Promise<Uint8Array<ArrayBuffer>[]> {
  if (keys.length === 0) return [];
  const version = await versionInForce(tx);
  const kek = await keyOf(version, tx);
  return keys.map(({ key, context }) => new Uint8Array(wrapKey(kek, key, context, version)));
}

/** @throws IntegrityError when altered, of another context, or wrapped by a version that is retired. */
export async function unwrapByVault(tx: Tx, wrapped: Uint8Array, context: string): Promise<Buffer> {
  const box = Buffer.from(wrapped);
  return unwrapKey(await keyOf(kekVersionOf(box), tx), box, context);
}

/** The key under which tokens are looked up. It stays the same when the vault key changes. */
export async function lookupKey(tx: Tx = db()): Promise<Buffer> {
  return (await ring(tx)).lookup;
}

/** Checks that every version in force was given. @throws EnvError with one line */
export async function openVault(): Promise<void> {
  const { missing } = await ring(db());
  if (missing.length > 0) throw new EnvError(notGiven(missing[0] as number));
}

async function versionInForce(tx: Tx): Promise<number> {
  for (let tries = 0; tries < 3; tries += 1) {
    const [row] = await tx.$queryRaw<{ version: number }[]>`select version from "VaultKey" where "retiredAt" is null order by version desc limit 1 for share`;
    if (row) return row.version;
    // None yet, or the one we waited for was retired meanwhile: then there is another.
    await ring(tx);
  }
  throw new Error("no version of the vault key is in force");
}

async function keyOf(version: number, tx: Tx): Promise<Buffer> {
  const key = (await ring(tx)).keys.get(version) ?? (await ring(tx, true)).keys.get(version);
  if (key) return key;
  if ((await ring(tx)).missing.includes(version)) throw new EnvError(notGiven(version));
  throw new IntegrityError("wrapped by a version of the vault key that is not in force");
}

/** Remembered as long as the given keys are the same. Whoever meets a version it does not know reads anew. */
async function ring(tx: Tx, isStale = false): Promise<Ring> {
  const stamp = materialStamp();
  const remembered = isStale ? undefined : await known?.catch(() => undefined);
  if (remembered?.stamp === stamp) return remembered;
  known = load(tx, stamp);
  return known;
}

async function load(tx: Tx, stamp: string): Promise<Ring> {
  const inForce = () => ({ where: { retiredAt: null }, orderBy: { version: "asc" } }) as const;
  let rows = await tx.vaultKey.findMany(inForce());
  if (rows.length === 0) {
    await (await import("./first-version")).firstVersion();
    rows = await tx.vaultKey.findMany(inForce());
  }
  const given = keyMaterial();
  const keys = new Map<number, Buffer>();
  let lookup: Buffer | undefined;
  for (const { version, check, lookupKey } of rows) {
    const key = given.find((candidate) => Buffer.from(checkOf(candidate)).equals(check));
    if (!key) continue;
    keys.set(version, key);
    if (lookupKey) lookup ??= unwrapKey(key, Buffer.from(lookupKey), lookupContext);
  }
  const missing = rows.map(({ version }) => version).filter((version) => !keys.has(version));
  if (!lookup) throw new EnvError(notGiven(missing[0] ?? 0));
  return { stamp, keys, missing, lookup };
}

function notGiven(version: number): string {
  return `VAULT_KEY (or DATA_DIR/vault-key) is not version ${version} of this database's vault key: restore the right key from a backup`;
}
