// Establishing who asks: only on reasonable doubt, only what is needed. GDPR Art. 12(6), 12(2), 11(2); decree 2019-536 art. 77, 124.
// https://eur-lex.europa.eu/eli/reg/2016/679/oj · https://www.legifrance.gouv.fr/loda/id/JORFTEXT000038528420
import type { Capacity } from "./requesters";
import { identityPolicyOf } from "./rights";
import type { ClaimKind } from "./rights";
import type { SourceId } from "./sources";

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

/** Documents of which one is as good as another: two are never asked for (CNIL SAN-2020-003). The others each prove something of their own. */
export const identityDocuments = ["identity-card", "passport", "residence-permit", "driving-licence"] as const satisfies readonly ProofKind[];
type IdentityDocument = (typeof identityDocuments)[number];
/** Papers on which different things may be hidden: identity documents alike, each of the others in its own way. */
export type MaskedPaper = "identity" | Exclude<ProofKind, IdentityDocument>;

/** Is one of these kinds enough to show who somebody is? */
export function isIdentityDocument(kind: ProofKind): kind is IdentityDocument {
  return (identityDocuments as readonly ProofKind[]).includes(kind);
}

/** How an identity was established: the ladder of law.md § 3. */
export const verificationMethods = ["email-code", "known-facts", "document"] as const;
export type VerificationMethod = (typeof verificationMethods)[number];

/** Why a document did not establish the identity. */
export const proofRejections = ["unreadable", "wrong-person", "expired", "not-enough", "wrong-kind"] as const;
export type ProofRejection = (typeof proofRejections)[number];

/** Days after receipt within which asking for proof counts as "without undue delay". A policy, not law. EDPB Guidelines 01/2022, 5.3. */
export const identityRequestMaxDays = 7;

/** What a copy of an identity document hides before it is sent; it also bears a watermark with purpose and date. EDPB Guidelines 01/2022. */
export const maskedOnIdentityCopies = ["photo", "document-number", "machine-readable-zone"] as const;
export type MaskedOnIdentityCopies = (typeof maskedOnIdentityCopies)[number];

/** What may have to be proven. */
export const proofNeeds = ["identity", "mandate", "death", "heirship"] as const;
export type ProofNeed = (typeof proofNeeds)[number];

/** `always`: with the request. `on-doubt`: may be sent, and may be asked for only on a recorded doubt. One of `kinds` is enough. */
export type NeededProof = { need: ProofNeed; when: "always" | "on-doubt"; kinds: readonly ProofKind[]; source: SourceId };

const kindsFor: Record<Exclude<ProofNeed, "heirship">, readonly ProofKind[]> = {
  identity: ["identity-card", "passport", "residence-permit", "driving-licence", "other"],
  // A judgment or a proof of parental authority stands for a mandate.
  mandate: ["mandate", "other"],
  // A copy of the act of death; never a medical certificate.
  death: ["death-certificate"],
};

/** Acte de notoriété, livret de famille or the heirs' attestation; the directive that names the person; a notary's mandate. Decree art. 124. */
const heirshipKinds: Record<Capacity, readonly ProofKind[]> = {
  designated: ["directive"],
  heir: ["heirship-proof"],
  notary: ["heirship-proof", "mandate"],
  relative: [],
};

/** Which need a doubt is about. */
export const needOfDoubt: Record<DoubtGround, ProofNeed> = {
  "email-unknown": "identity",
  "details-do-not-match": "identity",
  "account-signs-of-misuse": "identity",
  "sensitive-answer": "identity",
  "mandate-missing": "mandate",
  "heirship-missing": "heirship",
};

/** What an identity request on these doubts asks to prove: identity as soon as one doubt is about it. */
export function proofSubjectOf(doubts: readonly DoubtGround[]): "identity" | "mandate" | "heirship" {
  const needs = doubts.map((doubt) => needOfDoubt[doubt]);
  const only = (need: ProofNeed) => needs.length > 0 && needs.every((each) => each === need);
  return only("mandate") ? "mandate" : only("heirship") ? "heirship" : "identity";
}

/** A sensitive answer weighs in how much proof is asked; alone it is no doubt about who asks. GDPR Art. 12(6). */
export function isDoubt(grounds: readonly DoubtGround[]): boolean {
  return grounds.some((ground) => ground !== "sensitive-answer");
}

/**
 * What has to be proven for a request, with the kinds of document that serve. Empty where nothing may be asked:
 * marketing objection, withdrawal of consent. A relative who only reports a death needs no paper, nor whoever only wants the letters to stop.
 * `onBehalf`: someone mandated writes. Heirs: identity, death and heirship; no capacity given counts as heir.
 */
export function proofsNeeded({ claims, onBehalf }: { claims: readonly ClaimKind[]; onBehalf: boolean }): NeededProof[] {
  const policy = identityPolicyOf(claims);
  if (policy === "never") return [];
  const afterDeath = claims.find((claim) => claim.right === "deceased");
  const proofs: NeededProof[] = [
    {
      need: "identity",
      when: policy === "required" ? "always" : "on-doubt",
      kinds: kindsFor.identity,
      source: afterDeath ? "decree-2019-536-124" : "gdpr-12-6",
    },
  ];
  if (onBehalf) proofs.push({ need: "mandate", when: "always", kinds: kindsFor.mandate, source: "decree-2019-536-77-mandate" });
  const capacity = afterDeath?.capacity ?? "heir";
  if (afterDeath && capacity !== "relative" && policy === "required") {
    proofs.push({ need: "death", when: "always", kinds: kindsFor.death, source: "decree-2019-536-124" });
    proofs.push({ need: "heirship", when: "always", kinds: heirshipKinds[capacity], source: "decree-2019-536-124" });
  }
  return proofs;
}

/** Does a document of this kind serve the need, whoever writes? A lawful kind for another capacity counts: the reviewer decides. */
export function serves(kind: ProofKind, need: ProofNeed): boolean {
  return need === "heirship" ? Object.values(heirshipKinds).some((kinds) => kinds.includes(kind)) : kindsFor[need].includes(kind);
}
