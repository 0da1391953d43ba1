import "server-only";
import type { Locale } from "@/lib/i18n/locale";
import type { Draft } from "@/lib/request/ask/draft";
import { documentsOf, nextStep } from "@/lib/request/ask/steps";
import type { FormState } from "@/lib/request/form-state";
import { onTo, receiptPath, stepPath, toStart } from "./ask-path";
import { changeDraft } from "./drafts";
import type { Tx } from "../db";

type Facts = { locale: Locale; args: readonly unknown[]; state: FormState };

/** The page of documents is done when the required ones are there; otherwise it says which are missing, the `attempt`th time. */
export async function passDocuments({ locale, args: [right, attempt, drawnFor] }: Facts): Promise<FormState> {
  let missing: string[] = [];
  const changed = await changeDraft(drawnFor, async (draft, tx, id) => {
    missing = await missingDocuments(draft, tx, id);
    return { ...draft, locale, documentsSeen: missing.length === 0 };
  });
  if (changed === "gone") toStart(locale, right);
  if ("reference" in changed) onTo(receiptPath(locale));
  if ("other" in changed) onTo(stepPath(locale, nextStep(changed.other)));
  onTo(missing.length === 0 ? stepPath(locale, nextStep(changed.draft)) : `${stepPath(locale, nextStep(changed.draft))}?missing=${Number.isInteger(attempt) ? attempt : 1}`);
}

/** The documents required of this draft that are not among its files. Décret 2019-536 art. 124. */
export async function missingDocuments(draft: Draft, tx: Tx, draftId: string): Promise<string[]> {
  const required = documentsOf(draft).filter((document) => document.required);
  if (required.length === 0) return [];
  const files = await tx.file.findMany({ where: { draftId, scan: { not: "infected" } }, select: { purpose: true } });
  return required.map(({ purpose }) => purpose).filter((purpose) => !files.some((file) => file.purpose === purpose));
}
