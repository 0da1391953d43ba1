import "server-only";
import { db, raw, sql, type Tx } from "../db";
import { draftContext } from "../draft-seal";
import { importContext } from "../import/sealed-file";
import { log } from "../log";
import { factorContext } from "../second-factor/app";
import { requestContext } from "../store";
import { unwrapByVault, wrapByVault } from "./ring";

const batch = 100;
type Row = { id: string; wrappedKey: Uint8Array };
type Store = (tx: Tx, id: string, data: { wrappedKey: Uint8Array<ArrayBuffer> }) => Promise<unknown>;
type Kind = {
  context: (id: string) => string;
  /** The next rows after `after` that another version wrapped, locked; those somebody else holds are left for the next pass. */
  next(tx: Tx, version: number, after: string): Promise<Row[]>;
  store: Store;
  count(tx: Tx, version: number): Promise<{ count: number }[]>;
};

/** Everything that hangs on the vault key itself. */
export const wrappedByVault: Record<"SubjectRequest" | "Draft" | "SecondFactor" | "RegisterImport", Kind> = {
  SubjectRequest: kind("SubjectRequest", "reference", requestContext, (tx, reference, data) => tx.subjectRequest.update({ where: { reference }, data, select: { reference: true } })),
  Draft: kind("Draft", "id::text", draftContext, (tx, id, data) => tx.draft.update({ where: { id }, data, select: { id: true } })),
  SecondFactor: kind("SecondFactor", "id::text", factorContext, (tx, id, data) => tx.secondFactor.update({ where: { id }, data, select: { id: true } })),
  RegisterImport: kind("RegisterImport", "id::text", importContext, (tx, id, data) => tx.registerImport.update({ where: { id }, data, select: { id: true } })),
};
const kinds = Object.values(wrappedByVault);

/**
 * One pass over all that another version wrapped, a batch a transaction. Files and case files are not touched: their keys
 * stay what they are. A row that no key opens is named in the log and left. `told` hears how many after every batch.
 */
export async function rewrapAll(version: number, told: (done: number) => void): Promise<{ unreadable: number }> {
  let unreadable = 0;
  for (const kind of kinds) {
    for (let after: string | undefined = ""; after !== undefined; ) {
      const from: string = after;
      const batchOf = await db().$transaction((tx) => rewrapBatch(tx, kind, version, from), { timeout: 60_000 });
      if (batchOf.done > 0) told(batchOf.done);
      unreadable += batchOf.unreadable;
      after = batchOf.last;
    }
  }
  return { unreadable };
}

async function rewrapBatch(tx: Tx, kind: Kind, version: number, after: string): Promise<{ done: number; unreadable: number; last: string | undefined }> {
  const rows = await kind.next(tx, version, after);
  let done = 0;
  for (const { id, wrappedKey } of rows) {
    const context = kind.context(id);
    const key = await unwrapByVault(tx, wrappedKey, context).catch((error: unknown) => {
      log.error({ code: "wrapped_key_unreadable", ...(kind === wrappedByVault.SubjectRequest ? { reference: id } : {}), error });
    });
    if (!key) continue;
    await kind.store(tx, id, { wrappedKey: await wrapByVault(tx, key, context) });
    done += 1;
  }
  return { done, unreadable: rows.length - done, last: rows.at(-1)?.id };
}

/** How many are still wrapped by another version than this. */
export async function leftOver(tx: Tx, version: number): Promise<number> {
  let left = 0;
  for (const kind of kinds) left += (await kind.count(tx, version))[0]?.count ?? 0;
  return left;
}

/** Rows of a table. The version is the second byte of a wrapped key. `table`, `id`: names of ours, written into the statement as they are. */
function kind(table: string, id: string, context: Kind["context"], store: Store): Kind {
  const [rows, key] = [raw(`"${table}"`), raw(id)];
  const isOther = (version: number) => sql`octet_length("wrappedKey") > 1 and substring("wrappedKey" from 2 for 1) <> ${Buffer.of(version)}::bytea`;
  return {
    context,
    store,
    next: (tx, version, after) => tx.$queryRaw`
      select ${key} as id, "wrappedKey" from ${rows} where ${isOther(version)} and ${key} > ${after} order by ${key} limit ${batch} for update skip locked`,
    count: (tx, version) => tx.$queryRaw`select count(*)::int as count from ${rows} where ${isOther(version)}`,
  };
}
