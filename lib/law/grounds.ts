// On which grounds a claim may be refused, and restriction asked for. GDPR Art. 12(4)-(5), 15-22; LIL art. 85.
// https://eur-lex.europa.eu/eli/reg/2016/679/oj · https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000886460
import type { Outcome } from "./outcomes";
import type { Right } from "./rights";
import type { SourceId } from "./sources";

/** Grounds on which a claim may be refused, wholly or for a part. */
export const refusalGrounds = [
  "manifestly-unfounded",
  "excessive",
  "identity-not-established",
  "mandate-not-established",
  "rights-of-others",
  "legal-obligation",
  "legal-claims",
  "freedom-of-expression",
  "conditions-not-met",
  "compelling-grounds",
  "death-or-heirship-not-established",
  "contrary-directive",
  "exceeds-estate-purpose",
  "correspondence-secrecy",
  "heirs-disagree",
] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

/** Grounds of restriction, GDPR Art. 18(1)(a)-(d). */
export const restrictionGrounds = ["accuracy-contested", "unlawful-processing", "legal-claims", "objection-pending"] as const;
export type RestrictionGround = (typeof restrictionGrounds)[number];

/** Which letter of GDPR Art. 18(1) a ground of restriction stands on. */
export const restrictionGroundSource: Record<RestrictionGround, SourceId> = {
  "accuracy-contested": "gdpr-18-1-a",
  "unlawful-processing": "gdpr-18-1-b",
  "legal-claims": "gdpr-18-1-c",
  "objection-pending": "gdpr-18-1-d",
};

/** A ground with the text that allows it. */
export type SourcedGround = { ground: RefusalGround; source: SourceId };

/** Open for every right of GDPR Art. 15-22. The controller bears the burden of proof. */
const common: readonly SourcedGround[] = [
  { ground: "identity-not-established", source: "gdpr-12-2" },
  { ground: "mandate-not-established", source: "decree-2019-536-77-mandate" },
  { ground: "manifestly-unfounded", source: "gdpr-12-5" },
  { ground: "excessive", source: "gdpr-12-5" },
];

const grounds: Record<Right, readonly SourcedGround[]> = {
  // Art. 15(4) limits the copy, never the information of Art. 15(1).
  access: [{ ground: "rights-of-others", source: "gdpr-15-4" }, ...common],
  rectification: [{ ground: "conditions-not-met", source: "gdpr-16" }, ...common],
  erasure: [
    { ground: "legal-obligation", source: "gdpr-17-3-b" },
    { ground: "legal-claims", source: "gdpr-17-3-e" },
    { ground: "freedom-of-expression", source: "gdpr-17-3-a" },
    { ground: "conditions-not-met", source: "gdpr-17-1" },
    ...common,
  ],
  restriction: [{ ground: "conditions-not-met", source: "gdpr-18-1" }, ...common],
  portability: [{ ground: "conditions-not-met", source: "gdpr-20-1" }, { ground: "rights-of-others", source: "gdpr-20-4" }, ...common],
  objection: [
    { ground: "compelling-grounds", source: "gdpr-21-1" },
    { ground: "legal-claims", source: "gdpr-21-1" },
    { ground: "conditions-not-met", source: "gdpr-21-1" },
    ...common,
  ],
  // Art. 7(3) is absolute, and Art. 12(5) does not reach it.
  "withdraw-consent": [],
  "human-review": [{ ground: "conditions-not-met", source: "gdpr-22-1" }, ...common],
  transfers: [{ ground: "rights-of-others", source: "gdpr-15-4" }, ...common],
  "post-mortem-directive": [
    { ground: "identity-not-established", source: "decree-2019-536-77" },
    { ground: "conditions-not-met", source: "lil-85-1" },
  ],
  // The GDPR does not reach the dead (recital 27): nothing is refused on it.
  deceased: [
    { ground: "death-or-heirship-not-established", source: "decree-2019-536-124" },
    { ground: "identity-not-established", source: "decree-2019-536-124" },
    { ground: "mandate-not-established", source: "decree-2019-536-124" },
    { ground: "contrary-directive", source: "lil-85-1" },
    { ground: "exceeds-estate-purpose", source: "lil-85-2" },
    { ground: "rights-of-others", source: "lil-85-2" },
    { ground: "correspondence-secrecy", source: "criminal-code-226-15" },
    { ground: "heirs-disagree", source: "lil-85-2" },
  ],
};

/** Grounds on which a claim of this right may be refused, likeliest first. None for a marketing objection: it is absolute, without identity. GDPR Art. 21(3). */
export function groundsOf(right: Right, { marketing }: { marketing?: boolean } = {}): readonly SourcedGround[] {
  return right === "objection" && marketing ? [] : grounds[right];
}

/** Grounds that limit a copy, never the information that goes with it: part must be granted. GDPR Art. 15(1)-(2), 15(4). */
const limitsOnly: Partial<Record<Right, readonly RefusalGround[]>> = { access: ["rights-of-others"], transfers: ["rights-of-others"] };

/** May the ground carry the outcome? The rights of others limit the copy of an access request; they never refuse it whole. GDPR Art. 15(4). */
export function carries(right: Right, ground: RefusalGround, outcome: Outcome): boolean {
  return outcome !== "refused" || !limitsOnly[right]?.includes(ground);
}

const wantOfProof: ReadonlySet<RefusalGround> = new Set(["identity-not-established", "mandate-not-established", "death-or-heirship-not-established"]);

/** Do all the grounds say that a proof is missing, and at least one? GDPR Art. 11(2), 12(2); decree 2019-536 art. 124. */
export function isForWantOfProof(grounds: readonly RefusalGround[]): boolean {
  return grounds.length > 0 && grounds.every((ground) => wantOfProof.has(ground));
}
