import "server-only";
import { randomUUID } from "node:crypto";
import { fileRequest } from "@/lib/request/ask/file-request";
import type { FilePurpose } from "@/lib/request/event";
import type { RefusalCode } from "@/lib/request/refusal";
import { clockFacts } from "./clock-facts";
import { db } from "./db";
import { draftKey, openDraft } from "./draft-seal";
import { insertRequest } from "./insert-request";
import { lockDraft } from "./store";

/**
 * Files a draft: from then on it is a request and the clock runs. A double click, a reload, a retry or a second tab finds
 * the draft filed and gets the same reference: one draft, one request. GDPR Art. 12(3).
 * Refusals: those of `fileRequest`, and `draft-gone`.
 */
export async function fileDraft(draftId: string, at?: Date): Promise<{ reference: string } | { refused: RefusalCode }> {
  return db().$transaction(async (tx) => {
    const row = (await lockDraft(tx, draftId)) ? await tx.draft.findUnique({ where: { id: draftId } }) : null;
    if (!row) return { refused: "draft-gone" as const };
    if (row.reference) return { reference: row.reference };
    const clock = await clockFacts(at, tx);
    const key = await draftKey(row, tx);
    const files = await tx.file.findMany({ where: { draftId, scan: { not: "infected" } }, orderBy: { createdAt: "asc" } });
    const filing = fileRequest({
      draft: openDraft(key, row),
      files: files.map(({ id, purpose }) => ({ id, purpose: purpose as FilePurpose })),
      now: clock.at.toISOString(),
      today: clock.today,
      newId: randomUUID,
    });
    if ("refused" in filing) return filing;
    const reference = await insertRequest(tx, { filing, key, actor: "requester", clock });
    // What was typed now lives in the case file alone; the row stays a day, so that a retry finds its reference.
    await tx.draft.update({ where: { id: draftId }, data: { reference, content: new Uint8Array(), wrappedKey: new Uint8Array(), updatedAt: clock.at } });
    return { reference };
  });
}
