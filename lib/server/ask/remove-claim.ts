import "server-only";
import type { Locale } from "@/lib/i18n/locale";
import type { Typed } from "@/lib/request/ask/draft";
import { nextStep } from "@/lib/request/ask/steps";
import type { FormState } from "@/lib/request/form-state";
import { onTo, receiptPath, stepPath, toStart } from "./ask-path";
import { changeDraft } from "./drafts";

type Facts = { locale: Locale; args: readonly unknown[]; typed: Typed };

/** Takes one right out of a draft that asks for several; the last one stays. */
export async function removeClaim({ locale, args: [right, claimId, drawnFor] }: Facts): Promise<FormState> {
  const changed = await changeDraft(drawnFor, (draft) => {
    const claims = draft.claims.filter((claim) => claim.id !== claimId);
    return claims.length > 0 ? { ...draft, claims } : draft;
  });
  if (changed === "gone") toStart(locale, right);
  if ("reference" in changed) onTo(receiptPath(locale));
  if ("other" in changed) onTo(stepPath(locale, nextStep(changed.other)));
  onTo(stepPath(locale, nextStep(changed.draft)));
}
