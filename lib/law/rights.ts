// The rights of GDPR Art. 7(3) and 15-22, and those that outlive the person: LIL art. 84-86.
// https://eur-lex.europa.eu/eli/reg/2016/679/oj · https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000886460
import type { RestrictionGround } from "./grounds";
import type { Capacity } from "./requesters";
import type { SourceId } from "./sources";

/** The rights a person may exercise here, in the order they are offered. GDPR Art. 7(3), 15-22; LIL art. 84-86. */
export const rights = [
  "access",
  "rectification",
  "erasure",
  "restriction",
  "portability",
  "objection",
  "withdraw-consent",
  "human-review",
  "transfers",
  "post-mortem-directive",
  "deceased",
] as const;
export type Right = (typeof rights)[number];

/** Is what came from outside the name of a right? */
export function isRight(value: unknown): value is Right {
  return (rights as readonly unknown[]).includes(value);
}

/** `never`: no proof may be asked. `offered`: may be sent, asked only on doubt. `required`: no answer without it. */
export type IdentityPolicy = "never" | "offered" | "required";

/** A claim as far as its rules depend on its kind. */
export type ClaimKind = {
  right: Right;
  /** Objection to direct marketing, GDPR Art. 21(2)-(3). */
  marketing?: boolean;
  /** In which capacity someone writes about a person who died. */
  capacity?: Capacity;
  /** After a death: nothing is wanted but what harms nobody (`areHarmless`). */
  harmless?: boolean;
  restrictionGround?: RestrictionGround;
};

export type RightRule = {
  articles: readonly SourceId[];
  /** For the most demanding kind of the right; `identityPolicy` knows the kinds. */
  identity: IdentityPolicy;
  /** A kind of it takes effect on receipt, not with the reply; `takesEffectAtOnce` knows which. */
  effectAtOnce: boolean;
  aboutSomeoneDead: boolean;
  /** May stand in one request beside other rights. */
  combinable: boolean;
};

const common = { identity: "offered", effectAtOnce: false, aboutSomeoneDead: false, combinable: true } as const;

export const rightRules: Record<Right, RightRule> = {
  access: { ...common, articles: ["gdpr-15"] },
  rectification: { ...common, articles: ["gdpr-16", "gdpr-19"] },
  erasure: { ...common, articles: ["gdpr-17", "gdpr-19"] },
  restriction: { ...common, articles: ["gdpr-18", "gdpr-19"], effectAtOnce: true },
  portability: { ...common, articles: ["gdpr-20"] },
  objection: { ...common, articles: ["gdpr-21"], effectAtOnce: true },
  "withdraw-consent": { ...common, articles: ["gdpr-7-3"], identity: "never", effectAtOnce: true },
  "human-review": { ...common, articles: ["gdpr-22-3"] },
  transfers: { ...common, articles: ["gdpr-15-2", "gdpr-46", "gdpr-13-1-f"] },
  "post-mortem-directive": { ...common, articles: ["lil-85"] },
  deceased: { ...common, articles: ["lil-84", "lil-85", "decree-2019-536-124"], identity: "required", effectAtOnce: true, aboutSomeoneDead: true, combinable: false },
};

/**
 * Whether proof of identity may be asked for a claim. Never to stop marketing (GDPR Art. 21(3)) or withdraw consent (Art. 7(3));
 * offered to a relative, who may report a death with no papers, and to whoever only wants the letters to the dead to stop;
 * required of those who act for the dead otherwise (decree 2019-536 art. 124).
 */
export function identityPolicy(right: Right, { marketing, capacity, harmless }: Omit<ClaimKind, "right"> = {}): IdentityPolicy {
  if (right === "objection" && marketing) return "never";
  if (right === "deceased" && (capacity === "relative" || harmless)) return "offered";
  return rightRules[right].identity;
}

const strengths: readonly IdentityPolicy[] = ["never", "offered", "required"];

/** The strongest identity policy of several claims; `never` for none. */
export function identityPolicyOf(claims: readonly ClaimKind[]): IdentityPolicy {
  const strongest = Math.max(0, ...claims.map((claim) => strengths.indexOf(identityPolicy(claim.right, claim))));
  return strengths[strongest] ?? "required";
}

/**
 * Does the claim take effect on receipt? Marketing objection (GDPR Art. 21(3)), withdrawal of consent (Art. 7(3)), restriction
 * while accuracy or an objection is examined (Art. 18(1)(a), (d)), and letters to the dead that are to stop (LIL art. 85 II).
 */
export function takesEffectAtOnce({ right, marketing, restrictionGround, harmless }: ClaimKind): boolean {
  if (right === "deceased") return harmless === true;
  if (right === "objection") return marketing === true;
  if (right === "restriction") return restrictionGround === "accuracy-contested" || restrictionGround === "objection-pending";
  return rightRules[right].effectAtOnce;
}

/** May these rights be asked for in one request? A request about someone who died stands alone. */
export function areCombinable(wanted: readonly Right[]): boolean {
  return new Set(wanted).size <= 1 || wanted.every((right) => rightRules[right].combinable);
}
