import "server-only";
import type { Draft } from "@/lib/request/ask/draft";
import { db, type Tx } from "./db";
import { unwrapByVault, wrapByVault } from "./key-ring/ring";
import { newKey, open, seal } from "./vault/keys";

/** What a draft's key is bound to. */
export const draftContext = (draftId: string) => `draft:${draftId}`;

/** A new draft's own key, and the same wrapped by the vault key for its row in the same transaction. */
export async function newDraftKey(tx: Tx, draftId: string): Promise<{ key: Buffer; wrappedKey: Uint8Array<ArrayBuffer> }> {
  const key = newKey();
  return { key, wrappedKey: await wrapByVault(tx, key, draftContext(draftId)) };
}

/** The draft's own key. @throws IntegrityError when the row was tampered with. */
export async function draftKey(row: { id: string; wrappedKey: Uint8Array }, tx: Tx = db()): Promise<Buffer> {
  return unwrapByVault(tx, row.wrappedKey, draftContext(row.id));
}

/** The draft under its own key, bound to its id. */
export function sealDraft(key: Buffer, draftId: string, draft: Draft): Uint8Array<ArrayBuffer> {
  return new Uint8Array(seal(key, JSON.stringify(draft), `draft-content:${draftId}`));
}

/** @throws IntegrityError when the row was tampered with. */
export function openDraft(key: Buffer, row: { id: string; content: Uint8Array }): Draft {
  return JSON.parse(open(key, Buffer.from(row.content), `draft-content:${row.id}`).toString("utf8")) as Draft;
}
