/** Why a document may be asked for: the reasonable doubt of GDPR Art. 12(6), recorded. */
export const doubtGrounds = [
  "email-unknown",
  "details-do-not-match",
  "account-signs-of-misuse",
  "sensitive-answer",
  "mandate-missing",
  "heirship-missing",
] as const;
export type DoubtGround = (typeof doubtGrounds)[number];

/** The kinds of document that may prove an identity or a quality. Only the kind is ever kept. */
export const proofKinds = [
  "identity-card",
  "passport",
  "residence-permit",
  "driving-licence",
  "mandate",
  "death-certificate",
  "heirship-proof",
  "directive",
  "other",
] as const;
export type ProofKind = (typeof proofKinds)[number];

/** How an identity was established: the ladder of law.md § 3. */
export const verificationMethods = ["email-code", "known-facts", "document"] as const;
export type VerificationMethod = (typeof verificationMethods)[number];

/** Why a document did not establish the identity. */
export const proofRejections = ["unreadable", "wrong-person", "expired", "not-enough", "wrong-kind"] as const;
export type ProofRejection = (typeof proofRejections)[number];
