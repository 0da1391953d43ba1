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
