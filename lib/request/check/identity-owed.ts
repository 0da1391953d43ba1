import { isForWantOfProof, type RefusalGround } from "@/lib/law/grounds";
import type { Outcome } from "@/lib/law/outcomes";
import { type ClaimKind, identityPolicy } from "@/lib/law/rights";
import type { CaseFile } from "../case-file";
import { claimKindOf } from "../claim-kinds";
import { owedClaims, type SubjectRequest } from "../request";

/**
 * Is a proof still owed before the claim can be granted: one that was asked for, or one the law requires of those who act
 * for the dead? It stays owed when the request for it has lapsed. A relative who is no heir owes none. Decree 2019-536 art. 124.
 */
export function isProofOwed(request: Pick<SubjectRequest, "state" | "verification" | "identityLapsedOn">, caseFile: Pick<CaseFile, "claims" | "deceased">, claim: ClaimKind & { id: string }): boolean {
  const isRequired = identityPolicy(claim.right, claimKindOf(claim, caseFile)) === "required";
  return request.state === "awaiting-identity" || ((isRequired || request.identityLapsedOn !== null) && !request.verification);
}

/**
 * May a claim end so while the proof asked for has not come? Rights that need no identity: in any way. The others: only by
 * a refusal for want of that proof, so that nobody is left without an answer; after a death the harmless part may be granted.
 * GDPR Art. 11(2), 12(2), 12(4); LIL art. 85.
 */
export function mayEndUnproven(claim: ClaimKind, outcome: Outcome, grounds: readonly RefusalGround[]): boolean {
  if (identityPolicy(claim.right, claim) === "never") return true;
  const isRefused = outcome === "refused" || (outcome === "partly-fulfilled" && claim.right === "deceased");
  return isRefused && isForWantOfProof(grounds);
}

/** Is something owed for which no proof may be asked? Then asking for one stops no clock: the month of that runs. GDPR Art. 7(3), 12(3), 21(3). */
export function isOwedWithoutProof(request: Pick<SubjectRequest, "claims">): boolean {
  return owedClaims(request).some((claim) => identityPolicy(claim.right, claim) === "never");
}
