import "server-only";
import { locks } from "../locks";
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { now } from "../clock";
import { db } from "../db";
import { databaseUrl, env } from "../env";
import { readOrCreateSecret, syncFolder } from "../secret-file";
import { wrapKey } from "../vault/keys";
import { checkOf, keyFiles } from "./material";
import { leftOver, rewrapAll } from "./rewrap";
import { lookupContext, lookupKey, openVault } from "./ring";

/** Something the operator can mend; the message is one line. */
export class RotationError extends Error {}

/** Rows others hold are left for the next pass; nobody holds one longer than ten seconds. */
const passes = 60;
const restMs = 500;

/**
 * Changes the vault key while the portal serves. Begins a new version, or goes on with one begun earlier, wraps every key
 * anew by it, and retires the old version once nothing hangs on it. May be killed at any point and called again.
 * `say` hears a line at each step. @throws RotationError, EnvError
 */
export async function rotateVaultKey(say: (line: string) => void): Promise<{ version: number; rewrapped: number }> {
  const release = await holdLock();
  try {
    await openVault();
    const version = await begin(say);
    let rewrapped = 0;
    const told = (done: number) => {
      rewrapped += done;
      say(`Wrapped anew: ${rewrapped}`);
    };
    for (let pass = 0; !(await retire(version)); pass += 1) {
      if (pass > 1) await sleep(restMs);
      const { unreadable } = await rewrapAll(version, told);
      const left = await leftOver(db(), version);
      if (left > 0 && (left === unreadable || pass >= passes)) throw new RotationError(`${left} keys could not be wrapped anew: see wrapped_key_unreadable in the log. Both versions stay in force.`);
    }
    settleFiles(version, say);
    return { version, rewrapped };
  } finally {
    await release();
  }
}

/** One rotation at a time; the lock goes with its connection, however the process ends. */
async function holdLock(): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: databaseUrl(), connectionTimeoutMillis: 5_000, keepAlive: true });
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query<{ ok: boolean }>("select pg_try_advisory_lock($1, 1) as ok", [locks.vaultKeyRotation]);
  if (rows[0]?.ok) return () => client.end();
  await client.end();
  throw new RotationError("Another rotation is under way: wait for it to end.");
}

/** The version to come: begun earlier and not finished, or a new one. */
async function begin(say: (line: string) => void): Promise<number> {
  const versions = await db().vaultKey.findMany({ orderBy: { version: "asc" } });
  const inForce = versions.filter(({ retiredAt }) => retiredAt === null);
  const newest = inForce.at(-1);
  if (!newest) throw new Error("no version in force");
  const { vaultKeyGiven, dataDir } = env();
  const file = join(dataDir, keyFiles.next);
  if (inForce.length > 1 || (!vaultKeyGiven && existsSync(file) && isKeyOf(keyFiles.next, newest.check))) {
    say(`Going on with version ${newest.version}.`);
    return newest.version;
  }
  const key = vaultKeyGiven ?? keyOf(keyFiles.next);
  const met = versions.find(({ check }) => Buffer.from(checkOf(key)).equals(check));
  if (met?.version === newest.version) throw new RotationError("VAULT_KEY is the key in force. Give a new one as VAULT_KEY and this one as VAULT_KEY_PREVIOUS to every process, then run this again.");
  if (met) throw new RotationError(`VAULT_KEY is version ${met.version}, which was retired: a key is never used twice.`);
  const version = newest.version + 1;
  if (version > 255) throw new RotationError("255 versions are used up.");
  await db().vaultKey.create({ data: { version, check: checkOf(key), lookupKey: new Uint8Array(wrapKey(key, await lookupKey(), lookupContext, version)) } });
  say(vaultKeyGiven ? `Version ${version} is the key in VAULT_KEY.` : `Version ${version} is the new key in ${file}. Back it up now.`);
  return version;
}

/** True once no older version is in force. Its row is held alone while what hangs on it is counted. */
async function retire(version: number): Promise<boolean> {
  return db().$transaction(async (tx) => {
    // Writers hold their version's row for ten seconds at most; they are waited for, and seen by the count.
    await tx.$executeRaw`set local lock_timeout = '20s'`;
    await tx.$executeRaw`set local statement_timeout = '60s'`;
    await tx.$queryRaw`select version from "VaultKey" where version < ${version} and "retiredAt" is null for update`;
    if ((await leftOver(tx, version)) > 0) return false;
    await tx.vaultKey.updateMany({ where: { version: { lt: version }, retiredAt: null }, data: { retiredAt: now(), lookupKey: null } });
    return true;
  }, { timeout: 90_000 });
}

/** The new key takes the place of the old one, which is then nowhere in DATA_DIR. Processes that run see it by themselves. */
function settleFiles(version: number, say: (line: string) => void): void {
  const { vaultKeyGiven, dataDir } = env();
  const [next, current] = [join(dataDir, keyFiles.next), join(dataDir, keyFiles.current)];
  if (!vaultKeyGiven && existsSync(next)) {
    renameSync(next, current);
    syncFolder(dataDir);
  }
  say(vaultKeyGiven ? `Only version ${version} is in force. Take VAULT_KEY_PREVIOUS away and start every process again.` : `Only version ${version} is in force; its key is in ${current}.`);
}

function keyOf(name: string): Buffer {
  const key = Buffer.from(readOrCreateSecret(env().dataDir, name).value, "base64");
  if (key.length !== 32) throw new RotationError(`${join(env().dataDir, name)} is damaged: restore it from a backup; if no rotation was under way, remove it.`);
  return key;
}

function isKeyOf(name: string, check: Uint8Array): boolean {
  return Buffer.from(checkOf(keyOf(name))).equals(check);
}
