// The points on which texts and authorities differ, each with its switch. GDPR Art. 12(3); EDPB Guidelines 01/2022, 5.3.
// https://eur-lex.europa.eu/eli/reg/2016/679/oj
import { identityRequestMaxDays } from "./identity";
import type { Right } from "./rights";

/** Settings of the controller. The defaults are the reading the product recommends. */
export type TimeLimitPolicy = {
  /** What a credited identity request does: suspend and resume (decree, EDPB), nothing, or start the month anew after each pause (ICO; outside the EU). */
  identityPause: "pause" | "none" | "restart";
  /** Days after receipt within which asking counts as "without undue delay"; later requests give no credit. */
  identityRequestMaxDays: number;
  /** May a question about the scope of an access request suspend the clock? Decree silent; EDPB allows it. */
  clarificationPause: "never" | "access-only";
  /** Is a missing proof of mandate or heirship treated as identification? */
  qualityProofPauses: boolean;
  /** Does a last day that is a week-end or holiday move to the next working day? Reg. 1182/71 art. 3(4). */
  rollsToWorkingDay: boolean;
  /** End of an extended period: months from receipt, or the earlier of that and the first date plus the months. */
  extensionAnchor: "receipt" | "earlier-of-receipt-and-first-date";
  /** May the notice of extension use the working day to which the first month moved? */
  extensionNoticeRolls: boolean;
  /** A reply counts when sent or made available; by post it is handed over this many working days before the due date. */
  postalMarginWorkingDays: number;
  /** Is the same clock kept for requests about someone who died? The GDPR does not bind there. */
  appliesAfterDeath: boolean;
  /** Which day a registered letter reaches us. */
  registeredLetterReceipt: "delivery" | "first-presentation";
  /** The internal target lies this many days before the first month ends. */
  internalTargetDays: number;
  /** After so many days of open suspension, propose a refusal for want of identity (reopenable). */
  lapseAlarmDays: number;
  /** The same right asked again by the same person within so many days is pointed out: to be merged, or answered as asked "at reasonable intervals". GDPR Art. 12(5), recital 63. */
  sameRequestDays: number;
};

export const defaultPolicy: TimeLimitPolicy = {
  identityPause: "pause",
  identityRequestMaxDays,
  clarificationPause: "never",
  qualityProofPauses: true,
  rollsToWorkingDay: true,
  extensionAnchor: "receipt",
  extensionNoticeRolls: true,
  postalMarginWorkingDays: 5,
  appliesAfterDeath: true,
  registeredLetterReceipt: "delivery",
  internalTargetDays: 5,
  lapseAlarmDays: 30,
  sameRequestDays: 365,
};

/** Does a legal clock run for this right? Always while the person lives; after a death by policy. GDPR recital 27. */
export function hasTimeLimit(right: Right, policy: TimeLimitPolicy): boolean {
  return right !== "deceased" || policy.appliesAfterDeath;
}

/** The day a registered letter was received, out of its first presentation and its delivery . */
export function receivedByRegisteredLetter<Day>(presentedOn: Day, deliveredOn: Day, policy: TimeLimitPolicy): Day {
  return policy.registeredLetterReceipt === "delivery" ? deliveredOn : presentedOn;
}
