import "server-only";
import { headers } from "next/headers";
import type { Locale } from "@/lib/i18n/locale";
import type { Typed } from "@/lib/request/ask/draft";
import { withoutMoot } from "@/lib/request/ask/relevant";
import { documentsOf, nextStep } from "@/lib/request/ask/steps";
import type { FormState } from "@/lib/request/form-state";
import { fileDraft } from "../file-draft";
import { withRefusal, withWay } from "../form";
import { countFiling } from "../signals/networks";
import { destroyFiles } from "../write";
import { onTo, receiptPath, stepPath, toStart } from "./ask-path";
import { changeDraft } from "./drafts";
import { missingDocuments } from "./pass-documents";

type Facts = { locale: Locale; args: readonly unknown[]; typed: Typed; state: FormState };

/**
 * Sends the draft. However often and from however many tabs: one request, one reference. What was typed or uploaded for
 * a choice not made in the end stays behind. Refusals: those of `fileDraft`; an unfinished page is shown instead.
 */
export async function sendDraft({ locale, args: [right, drawnFor], state }: Facts): Promise<FormState> {
  let isReady = false;
  const changed = await changeDraft(drawnFor, async (before, tx, id) => {
    const draft = withoutMoot({ ...before, locale });
    const documentsSeen = draft.documentsSeen && (await missingDocuments(draft, tx, id)).length === 0;
    isReady = nextStep({ ...draft, documentsSeen }).step === "check";
    if (!isReady) return { ...before, locale, documentsSeen };
    const asked = documentsOf(draft).map((document) => document.purpose);
    const unasked = await tx.file.findMany({ where: { draftId: id, purpose: { notIn: asked } }, select: { id: true } });
    await destroyFiles(tx, { id: { in: unasked.map((file) => file.id) } });
    return draft;
  });
  if (changed === "gone") toStart(locale, right);
  if ("reference" in changed) onTo(receiptPath(locale));
  if ("other" in changed) return withWay(state, {}, "other-draft", stepPath(locale, nextStep(changed.other)), locale);
  if (!isReady) onTo(stepPath(locale, nextStep(changed.draft)));
  const filed = await fileDraft(changed.id);
  if ("reference" in filed) {
    await countFiling(filed.reference, (await headers()).get("x-forwarded-for"));
    onTo(receiptPath(locale));
  }
  if (filed.refused === "draft-gone") toStart(locale, right);
  return withRefusal(state, {}, filed.refused, locale);
}
