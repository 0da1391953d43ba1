import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { fileRequest, type Filing } from "@/lib/request/ask/file-request";
import type { FilePurpose, RequestEvent } from "@/lib/request/event";
import type { RefusalCode } from "@/lib/request/refusal";
import { referenceFrom } from "@/lib/request/reference";
import { evolve } from "@/lib/request/evolve";
import type { DraftRow as Row } from "./db";
import { type ClockFacts, clockFacts } from "./clock-facts";
import { db, type Tx } from "./db";
import { draftKey, openDraft } from "./draft-seal";
import { append } from "./events";
import { lockDraft, sealCaseFile, wrapRequestKey } from "./store";
import { emailToken } from "./tokens";
import { rowOf, settle } from "./write";

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
    const files = await tx.file.findMany({ where: { draftId }, orderBy: { createdAt: "asc" } });
    const filing = fileRequest({
      draft: openDraft(key, row),
      files: files.map(({ id, purpose }) => ({ id, purpose: purpose as FilePurpose })),
      now: clock.at.toISOString(),
      today: clock.today,
      newId: randomUUID,
    });
    if ("refused" in filing) return filing;
    return { reference: await insert(tx, row, key, filing, clock) };
  });
}

async function insert(tx: Tx, draft: Row, key: Buffer, { event, caseFile }: Filing, clock: ClockFacts): Promise<string> {
  const reference = await freeReference(tx);
  const filed: RequestEvent = { ...event, sequence: 1, at: clock.at.toISOString(), on: clock.today, actor: "requester" };
  const request = evolve(null, filed, reference);
  await tx.subjectRequest.create({
    data: {
      reference,
      ...rowOf(request, clock),
      wrappedKey: await wrapRequestKey(tx, reference, key),
      caseFile: sealCaseFile(key, reference, caseFile),
      emailToken: caseFile.requester.email ? await emailToken(caseFile.requester.email) : null,
    },
  });
  await append(tx, clock.at, [{ ...filed, reference }]);
  await settle(tx, reference, filed);
  // What was typed now lives in the case file alone; the row stays a day, so that a retry finds its reference.
  await tx.draft.update({ where: { id: draft.id }, data: { reference, content: new Uint8Array(), wrappedKey: new Uint8Array(), updatedAt: clock.at } });
  return reference;
}

async function freeReference(tx: Tx): Promise<string> {
  for (;;) {
    const reference = referenceFrom(randomBytes(7));
    if (!(await tx.subjectRequest.findUnique({ where: { reference }, select: { reference: true } }))) return reference;
  }
}
