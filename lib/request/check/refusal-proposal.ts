import { groundsOf, type RefusalGround } from "@/lib/law/grounds";
import { proofSubjectOf } from "@/lib/law/identity";
import { identityPolicy } from "@/lib/law/rights";
import { type Claim, isProofAwaited, type SubjectRequest } from "../request";

export type Proposal = { outcome: "refused"; grounds: RefusalGround[] };

const groundOf = {
  identity: "identity-not-established",
  mandate: "mandate-not-established",
  heirship: "death-or-heirship-not-established",
} as const satisfies Record<ReturnType<typeof proofSubjectOf>, RefusalGround>;

/**
 * What is proposed for a claim once the request for proof has lapsed: a refusal for want of what was asked. It is only filled in
 * beforehand; whoever handles the case decides. Null where no proof is needed or the right knows no such ground. law.md § 1.3.
 */
export function proposalFor(request: SubjectRequest, claim: Claim): Proposal | null {
  if (!request.identityLapsedOn || !isProofAwaited(request) || !request.identityAsked || claim.decision) return null;
  if (identityPolicy(claim.right, claim) === "never") return null;
  const ground = groundOf[proofSubjectOf(request.identityAsked.grounds)];
  return groundsOf(claim.right, claim).some((open) => open.ground === ground) ? { outcome: "refused", grounds: [ground] } : null;
}
