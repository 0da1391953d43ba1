import "server-only";
import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { draftHours } from "@/lib/law/retention";
import type { Draft } from "@/lib/request/ask/draft";
import type { DraftRow as Row } from "../db";
import { now } from "../clock";
import { db, type Tx } from "../db";
import { draftKey, newDraftKey, openDraft, sealDraft } from "../draft-seal";
import { lockDraft } from "../store";
import { hashToken, newToken } from "../tokens";
import { destroyFiles } from "../write";
import { draftCookie, draftToken } from "./draft-cookie";

/** A draft lives a day after it was last touched. security.md UP9. */
const draftLifeMs = draftHours * 3_600_000;

/** The row of this browser's draft, filed or not; null when there is none or it is older than a day. */
export async function draftRow(tx: Tx = db()): Promise<Row | null> {
  const token = await draftToken();
  const row = token ? await tx.draft.findUnique({ where: { tokenHash: hashToken(token) } }) : null;
  return row && now().getTime() - row.updatedAt.getTime() <= draftLifeMs ? row : null;
}

/** Starts a draft under a key of its own and gives the browser its token: 256 random bits, stored hashed. */
export async function createDraft(draft: Draft): Promise<void> {
  const id = randomUUID();
  const token = newToken();
  const at = now();
  await db().$transaction(async (tx) => {
    const { key, wrappedKey } = await newDraftKey(tx, id);
    await tx.draft.create({ data: { id, tokenHash: hashToken(token), wrappedKey, content: sealDraft(key, id, draft), createdAt: at, updatedAt: at } });
  });
  (await cookies()).set(draftCookie.name, token, draftCookie.options);
}

/** Lets go of what was begun and not sent, files included; what was sent stays. */
export async function dropDraft(): Promise<void> {
  await db().$transaction(async (tx) => {
    const row = await draftRow(tx);
    if (!row || row.reference) return;
    await lockDraft(tx, row.id);
    await destroyFiles(tx, { draftId: row.id });
    await tx.draft.deleteMany({ where: { id: row.id, reference: null } });
  });
}

/** Was a form drawn for another draft, or for none, than the one now open in this browser? `undefined`: it does not say. */
export function isOther(drawnFor: unknown, open: string): boolean {
  return drawnFor !== undefined && drawnFor !== open;
}

/** Is a request begun and not sent in this browser, other than the one a form was drawn for? */
export async function isOtherOpen(drawnFor: unknown): Promise<boolean> {
  const row = await draftRow();
  return row !== null && row.reference === null && isOther(drawnFor, row.id);
}

export type Changed = { draft: Draft; id: string } | { reference: string } | { other: Draft } | "gone";

/**
 * Changes this browser's draft under a lock: two tabs that save at once follow each other, and a draft being filed is
 * not changed any more. `change` may be asynchronous work in the same transaction. `drawnFor`: the draft the form was drawn
 * for; where another one is open by now, nothing is written.
 */
export async function changeDraft(drawnFor: unknown, change: (draft: Draft, tx: Tx, id: string) => Draft | Promise<Draft>): Promise<Changed> {
  return db().$transaction(async (tx) => {
    const found = await draftRow(tx);
    if (!found) return "gone" as const;
    await lockDraft(tx, found.id);
    const row = await draftRow(tx);
    if (!row) return "gone" as const;
    if (row.reference) return { reference: row.reference };
    const key = await draftKey(row, tx);
    const before = openDraft(key, row);
    if (isOther(drawnFor, row.id)) return { other: before };
    const draft = await change(before, tx, row.id);
    await tx.draft.update({ where: { id: row.id }, data: { content: sealDraft(key, row.id, draft), updatedAt: now() } });
    return { draft, id: row.id };
  });
}
