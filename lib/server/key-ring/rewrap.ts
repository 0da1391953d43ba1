import "server-only";
import { db, type Tx } from "../db";
import { draftContext } from "../draft-seal";
import { importContext } from "../import/sealed-file";
import { log } from "../log";
import { factorContext } from "../second-factor/app";
import { requestContext } from "../store";
import { unwrapByVault, wrapByVault } from "./ring";

const batch = 100;
type Row = { id: string; wrappedKey: Uint8Array };
type Kind = {
  context: (id: string) => string;
  /** The next rows after `after` that another version wrapped, locked; those somebody else holds are left for the next pass. */
  next(tx: Tx, version: number, after: string): Promise<Row[]>;
  store(tx: Tx, id: string, wrappedKey: Uint8Array<ArrayBuffer>): Promise<unknown>;
  count(tx: Tx, version: number): Promise<{ count: number }[]>;
};

/** Everything that hangs on the vault key itself. The version is the second byte of a wrapped key. */
export const wrappedByVault: Record<"SubjectRequest" | "Draft" | "SecondFactor" | "RegisterImport", Kind> = {
  SubjectRequest: {
    context: requestContext,
    next: (tx, version, after) => tx.$queryRaw`
      select reference as id, "wrappedKey" from "SubjectRequest"
      where octet_length("wrappedKey") > 1 and substring("wrappedKey" from 2 for 1) <> ${Buffer.of(version)}::bytea and reference > ${after}
      order by reference limit ${batch} for update skip locked`,
    store: (tx, reference, wrappedKey) => tx.subjectRequest.update({ where: { reference }, data: { wrappedKey }, select: { reference: true } }),
    count: (tx, version) => tx.$queryRaw`
      select count(*)::int as count from "SubjectRequest"
      where octet_length("wrappedKey") > 1 and substring("wrappedKey" from 2 for 1) <> ${Buffer.of(version)}::bytea`,
  },
  Draft: {
    context: draftContext,
    next: (tx, version, after) => tx.$queryRaw`
      select id::text, "wrappedKey" from "Draft"
      where octet_length("wrappedKey") > 1 and substring("wrappedKey" from 2 for 1) <> ${Buffer.of(version)}::bytea and id::text > ${after}
      order by id::text limit ${batch} for update skip locked`,
    store: (tx, id, wrappedKey) => tx.draft.update({ where: { id }, data: { wrappedKey }, select: { id: true } }),
    count: (tx, version) => tx.$queryRaw`
      select count(*)::int as count from "Draft"
      where octet_length("wrappedKey") > 1 and substring("wrappedKey" from 2 for 1) <> ${Buffer.of(version)}::bytea`,
  },
  SecondFactor: {
    context: factorContext,
    next: (tx, version, after) => tx.$queryRaw`
      select id::text, "wrappedKey" from "SecondFactor"
      where octet_length("wrappedKey") > 1 and substring("wrappedKey" from 2 for 1) <> ${Buffer.of(version)}::bytea and id::text > ${after}
      order by id::text limit ${batch} for update skip locked`,
    store: (tx, id, wrappedKey) => tx.secondFactor.update({ where: { id }, data: { wrappedKey }, select: { id: true } }),
    count: (tx, version) => tx.$queryRaw`
      select count(*)::int as count from "SecondFactor"
      where octet_length("wrappedKey") > 1 and substring("wrappedKey" from 2 for 1) <> ${Buffer.of(version)}::bytea`,
  },
  RegisterImport: {
    context: importContext,
    next: (tx, version, after) => tx.$queryRaw`
      select id::text, "wrappedKey" from "RegisterImport"
      where octet_length("wrappedKey") > 1 and substring("wrappedKey" from 2 for 1) <> ${Buffer.of(version)}::bytea and id::text > ${after}
      order by id::text limit ${batch} for update skip locked`,
    store: (tx, id, wrappedKey) => tx.registerImport.update({ where: { id }, data: { wrappedKey }, select: { id: true } }),
    count: (tx, version) => tx.$queryRaw`
      select count(*)::int as count from "RegisterImport"
      where octet_length("wrappedKey") > 1 and substring("wrappedKey" from 2 for 1) <> ${Buffer.of(version)}::bytea`,
  },
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
    await kind.store(tx, id, await wrapByVault(tx, key, context));
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
