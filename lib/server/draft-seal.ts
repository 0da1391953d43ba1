import "server-only";
import type { Draft } from "@/lib/request/ask/draft";
import { env } from "./env";
import { newKey, open, seal, unwrapKey, wrapKey } from "./vault/keys";

/** A new draft's own key, and the same wrapped by the vault key for its row. */
export function newDraftKey(draftId: string): { key: Buffer; wrappedKey: Uint8Array<ArrayBuffer> } {
  const key = newKey();
  return { key, wrappedKey: new Uint8Array(wrapKey(env().vaultKey, key, `draft:${draftId}`)) };
}

/** The draft's own key. @throws IntegrityError when the row was tampered with. */
export function draftKey(row: { id: string; wrappedKey: Uint8Array }): Buffer {
  return unwrapKey(env().vaultKey, Buffer.from(row.wrappedKey), `draft:${row.id}`);
}

/** The draft under its own key, bound to its id. */
export function sealDraft(key: Buffer, draftId: string, draft: Draft): Uint8Array<ArrayBuffer> {
  return new Uint8Array(seal(key, JSON.stringify(draft), `draft-content:${draftId}`));
}

/** @throws IntegrityError when the row was tampered with. */
export function openDraft(key: Buffer, row: { id: string; content: Uint8Array }): Draft {
  return JSON.parse(open(key, Buffer.from(row.content), `draft-content:${row.id}`).toString("utf8")) as Draft;
}
