import type { Right } from "@/lib/law/rights";
import { claimSteps } from "./claim-answers";
import type { Draft, Typed } from "./draft";

/** Fields that count only with one answer to another field of the same right. */
const dependent: Partial<Record<Right, Record<string, readonly [field: string, answer: string]>>> = {
  access: { details: ["scope", "specific"] },
  erasure: { details: ["scope", "specific"] },
  portability: { recipientName: ["destination", "other-controller"], recipientContact: ["destination", "other-controller"] },
  objection: { address: ["kind", "marketing"], processing: ["kind", "other"], situation: ["kind", "other"] },
};

/** The fields of a right that count with what was typed, in the order they are asked. */
export function relevantFields(right: Right, typed: Typed): string[] {
  return claimSteps[right]
    .flatMap(({ fields }) => fields)
    .filter((field) => {
      const condition = dependent[right]?.[field];
      return !condition || typed[condition[0]] === condition[1];
    });
}

/** What was typed of the fields that count. */
export function relevantTyped(right: Right, typed: Typed): Typed {
  return Object.fromEntries(relevantFields(right, typed).flatMap((field) => (field in typed ? [[field, typed[field] as Typed[string]]] : [])));
}

/** The draft as it is sent: without what was typed for a choice not made, so that nothing leaves unseen. GDPR Art. 5(1)(c). */
export function withoutMoot(draft: Draft): Draft {
  const { representedName, ...about } = draft.about;
  return {
    ...draft,
    about: about["onBehalf"] === "other" && representedName !== undefined ? { ...about, representedName } : about,
    claims: draft.claims.map((claim) => ({ ...claim, typed: relevantTyped(claim.right, claim.typed) })),
  };
}
