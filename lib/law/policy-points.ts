// What may be chosen on each disputed point, and where the point comes from. GDPR Art. 12(3); EDPB Guidelines 01/2022, 5.3.
// https://eur-lex.europa.eu/eli/reg/2016/679/oj
import type { SourceId } from "./sources";
import type { TimeLimitPolicy } from "./time-limit-policy";

type Point = keyof TimeLimitPolicy;
/** The values of a switch, or the least and the most of a number. */
type Choice<Value> = [Value] extends [number] ? { from: number; to: number } : { values: readonly Value[] };
type PolicyPoint<Key extends Point> = { source: SourceId } & Choice<TimeLimitPolicy[Key]>;

const yesOrNo = [true, false] as const;

/** Every point of the policy, in the order of reading. The ranges are sane bounds, not law. */
export const policyPoints = {
  identityPause: { source: "edpb-01-2022", values: ["pause", "none", "restart"] },
  identityRequestMaxDays: { source: "edpb-01-2022", from: 0, to: 30 },
  clarificationPause: { source: "edpb-01-2022-clarification", values: ["never", "access-only"] },
  qualityProofPauses: { source: "decree-2019-536-77-mandate", values: yesOrNo },
  rollsToWorkingDay: { source: "reg-1182-71-3-4", values: yesOrNo },
  extensionAnchor: { source: "gdpr-12-3", values: ["receipt", "earlier-of-receipt-and-first-date"] },
  extensionNoticeRolls: { source: "reg-1182-71-3-4", values: yesOrNo },
  postalMarginWorkingDays: { source: "controller-policy", from: 0, to: 15 },
  registeredLetterReceipt: { source: "controller-policy", values: ["delivery", "first-presentation"] },
  appliesAfterDeath: { source: "controller-policy", values: yesOrNo },
  internalTargetDays: { source: "controller-policy", from: 1, to: 20 },
  lapseAlarmDays: { source: "controller-policy", from: 7, to: 90 },
  sameRequestDays: { source: "gdpr-12-5", from: 1, to: 730 },
} as const satisfies { [Key in Point]: PolicyPoint<Key> };

export const policyPointNames = Object.keys(policyPoints) as Point[];
