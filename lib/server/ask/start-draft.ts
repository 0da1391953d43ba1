import "server-only";
import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import type { Locale } from "@/lib/i18n/locale";
import { areCombinable, isRight, type Right } from "@/lib/law/rights";
import { claimSteps } from "@/lib/request/ask/claim-answers";
import type { Draft, Typed } from "@/lib/request/ask/draft";
import { nextStep } from "@/lib/request/ask/steps";
import type { FormState } from "@/lib/request/form-state";
import { onTo, receiptPath, stepPath } from "./ask-path";
import { changeDraft, createDraft, dropDraft, isOtherOpen } from "./drafts";

type Facts = { locale: Locale; args: readonly unknown[]; typed: Typed };

/**
 * The button of a right's first page. `how`: `go-on` with what was begun, `add` this right to it, anything else starts
 * afresh. A right that cannot be added (asked already, or about someone who died) goes on with the draft as it is.
 * `drawnFor`: the draft the page spoke of, or null. What it did not speak of is neither changed nor erased: the page shows the choice.
 */
export async function startDraft({ locale, args: [right, drawnFor], typed }: Facts): Promise<FormState> {
  if (!isRight(right)) notFound();
  const how = typed["how"];
  if (await isOtherOpen(drawnFor)) onTo(`/${locale}/ask/${right}?begun=1`);
  if (how === "go-on" || how === "add") {
    const changed = await changeDraft(drawnFor, (draft) => (how === "add" ? withRight({ ...draft, locale }, right) : draft));
    if (changed !== "gone" && "reference" in changed) onTo(receiptPath(locale));
    if (changed !== "gone" && "draft" in changed) onTo(stepPath(locale, how === "add" && changed.draft.claims.some((claim) => claim.right === right) ? firstStep(right) : nextStep(changed.draft)));
  }
  await dropDraft();
  await createDraft({ locale, claims: [newClaim(right)], about: {}, documentsSeen: false });
  onTo(stepPath(locale, firstStep(right)));
}

/** May this right join what was begun? */
export function mayAdd(draft: Draft, right: Right): boolean {
  const begun = draft.claims.map((claim) => claim.right);
  return !begun.includes(right) && areCombinable([...begun, right]);
}

function withRight(draft: Draft, right: Right): Draft {
  return mayAdd(draft, right) ? { ...draft, claims: [...draft.claims, newClaim(right)], documentsSeen: false } : draft;
}

/** A right just chosen, nothing answered yet. */
export function newClaim(right: Right) {
  return { id: randomUUID(), right, typed: {} };
}

/** The first page of questions of a right. */
export function firstStep(right: Right) {
  return { right, step: claimSteps[right][0]?.step ?? "check" };
}
