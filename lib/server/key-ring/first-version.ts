import "server-only";
import { apart, type Tx } from "../db";
import { EnvError } from "../env";
import { locks } from "../locks";
import { checkOf, keyMaterial } from "./material";
import { lookupContext } from "./ring";
import { openCaseFile, requestContext } from "../store";
import { emailTokenBy } from "../tokens";
import { kekVersionOf, newKey, unwrapKey, wrapKey } from "../vault/keys";

const batch = 200;

/**
 * Writes down version 1 of the vault key: that this is it, and a key of look-ups wrapped by it. A database from before that
 * has cases already: the key must open them, and their tokens, which hung on the vault key itself, are made anew. All or nothing.
 */
export async function firstVersion(): Promise<void> {
  // Whoever needs it may stand in a transaction that others wait for, who hold all the other connections.
  const own = apart();
  await own.$transaction(
    async (tx) => {
      await tx.$queryRaw`select 1 as locked from pg_advisory_xact_lock(${locks.firstVaultKey}::int, 1)`;
      if ((await tx.vaultKey.count()) > 0) return;
      const key = await keyThatOpens(tx);
      const lookup = newKey();
      await tx.vaultKey.create({ data: { version: 1, check: checkOf(key), lookupKey: new Uint8Array(wrapKey(key, lookup, lookupContext, 1)) } });
      await makeTokensAnew(tx, key, lookup);
    },
    { timeout: 600_000 },
  ).finally(() => own.$disconnect());
}

/** The given key that opens what is there, if anything is. A wrong one must never be written down as the right one. */
async function keyThatOpens(tx: Tx): Promise<Buffer> {
  const request = await tx.subjectRequest.findFirst({ where: { wrappedKey: { not: null } }, orderBy: { reference: "asc" }, select: { reference: true, wrappedKey: true } });
  const given = keyMaterial();
  const key = request?.wrappedKey ? given.find((candidate) => opens(candidate, request.wrappedKey as Uint8Array, requestContext(request.reference))) : given[0];
  if (!key) throw new EnvError("VAULT_KEY (or DATA_DIR/vault-key) does not open the cases of this database: restore the right key from a backup");
  return key;
}

function opens(key: Buffer, wrapped: Uint8Array, context: string): boolean {
  try {
    return unwrapKey(key, Buffer.from(wrapped), context).length > 0 && kekVersionOf(Buffer.from(wrapped)) === 1;
  } catch {
    return false;
  }
}

async function makeTokensAnew(tx: Tx, key: Buffer, lookup: Buffer): Promise<void> {
  for (let after = ""; ; ) {
    const rows = await tx.subjectRequest.findMany({ where: { emailToken: { not: null }, wrappedKey: { not: null }, caseFile: { not: null }, reference: { gt: after } }, orderBy: { reference: "asc" }, take: batch, select: { reference: true, wrappedKey: true, caseFile: true } });
    for (const { reference, wrappedKey, caseFile } of rows) {
      const requestKey = unwrapKey(key, Buffer.from(wrappedKey as Uint8Array), requestContext(reference));
      const { requester } = openCaseFile(requestKey, reference, caseFile as Uint8Array);
      await tx.subjectRequest.update({ where: { reference }, data: { emailToken: requester.email ? emailTokenBy(lookup, requester.email) : null } });
    }
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = last.reference;
  }
}
