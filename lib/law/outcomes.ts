// How a claim may end. GDPR Art. 12(3), 12(4).
// https://eur-lex.europa.eu/eli/reg/2016/679/oj
import { groundsOf } from "./grounds";
import type { Right } from "./rights";

/** How a claim may end. GDPR Art. 12(3), 12(4). A refusal, whole or in part, needs a ground. */
export const outcomes = ["fulfilled", "partly-fulfilled", "no-data-held", "refused", "redirected"] as const;
export type Outcome = (typeof outcomes)[number];

/** Does the outcome refuse something, the whole or a part? Then the reasons and remedies of GDPR Art. 12(4) are due, and only a DPO may send it. */
export function isRefusal(outcome: Outcome): boolean {
  return outcome === "refused" || outcome === "partly-fulfilled";
}

/** Must a ground of refusal be given? GDPR Art. 12(4). */
export function needsGround(outcome: Outcome): boolean {
  return isRefusal(outcome);
}

/** Rights that are not about finding data: "none held" is no answer to them. */
const withoutNoDataHeld: ReadonlySet<Right> = new Set(["human-review", "post-mortem-directive"]);

/**
 * The outcomes open to a claim. What cannot be refused (withdrawal of consent, marketing objection) offers no refusal;
 * redirected: we process for someone else, who was told or named.
 */
export function outcomesOf(right: Right, kind: { marketing?: boolean } = {}): readonly Outcome[] {
  const mayRefuse = groundsOf(right, kind).length > 0;
  return outcomes.filter((outcome) => (mayRefuse || !isRefusal(outcome)) && (outcome !== "no-data-held" || !withoutNoDataHeld.has(right)));
}
