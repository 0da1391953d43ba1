import type { CalendarDate } from "@/lib/law/calendar";
import { type ComparedFact, comparedFacts, type Comparison, ladderOf } from "@/lib/law/ladder";
import { identityPolicyOf } from "@/lib/law/rights";
import type { CaseFile } from "../case-file";
import { claimKindsOf } from "../claim-kinds";
import { type ProofPurpose, proofPurposes } from "../event";
import { isProofAwaited, type SubjectRequest } from "../request";

/** A fact known about who asks, with how it was established: by a code, by what was told, by what was sent, or by a colleague who compared. */
export type Evidence =
  | { fact: "email-code"; on: CalendarDate }
  | { fact: "came-by-email" | "number-given" | "postal-address-given" | "mandate-lacking" }
  | { fact: "documents"; purposes: ProofPurpose[] }
  | { fact: "compared"; what: ComparedFact; result: Exclude<Comparison, "not-looked-at">; on: CalendarDate; by: string };

/** All that is known about who asks. What was only told counts as told. law.md § 3. */
export function evidenceOf(request: SubjectRequest, caseFile: Pick<CaseFile, "requester" | "deceased">): Evidence[] {
  const { emailCodeUsedOn, compared, requesterKind, channel } = request;
  const purposes = documentsOf(request);
  const told: Evidence[] = [
    ...(channel === "email" ? [{ fact: "came-by-email" as const }] : []),
    ...(caseFile.requester.customerNumber ? [{ fact: "number-given" as const }] : []),
    ...(caseFile.requester.postalAddress ? [{ fact: "postal-address-given" as const }] : []),
    ...(requesterKind === "representative" && !purposes.includes("mandate") ? [{ fact: "mandate-lacking" as const }] : []),
  ];
  return [
    ...(emailCodeUsedOn ? [{ fact: "email-code" as const, on: emailCodeUsedOn }] : []),
    ...comparedFacts.flatMap((what) => {
      const result = compared?.facts[what] ?? "not-looked-at";
      return compared && result !== "not-looked-at" ? [{ fact: "compared" as const, what, result, on: compared.on, by: compared.by }] : [];
    }),
    ...(purposes.length > 0 ? [{ fact: "documents" as const, purposes }] : []),
    ...told,
  ];
}

/** Kinds of proof that wait to be checked, each once. */
function documentsOf({ proofs }: SubjectRequest): ProofPurpose[] {
  return proofPurposes.filter((purpose) => proofs.some((proof) => proof.purpose === purpose));
}

/** Another e-mail address: that mail sent to the one before was read, or that it was the one on file, says nothing of it. GDPR Art. 12(6). */
export function withoutEmailProof(request: SubjectRequest): SubjectRequest {
  const { compared } = request;
  return { ...request, emailCodeUsedOn: null, compared: compared && { ...compared, facts: { ...compared.facts, email: "not-looked-at" } } };
}

/** Where the case stands on the ladder. */
export function standingOnLadder(request: SubjectRequest) {
  const isUnderWay = isProofAwaited(request) || request.proofs.length > 0;
  const document = request.verification?.method === "document" ? "accepted" : isUnderWay ? "under-way" : "none";
  return ladderOf({ codeEntered: request.emailCodeUsedOn !== null, compared: request.compared?.facts ?? null, document });
}

/** The next sensible thing to do, lightest first. */
export const checkAdvice = ["look-at-documents", "papers-of-heirs", "mandate-first", "wait-or-compare", "something-differs", "email-enough", "facts-enough", "compare-email", "compare-facts"] as const;
export type CheckAdvice = (typeof checkAdvice)[number];

/** What is advised where nothing is established yet; a document only where lighter rungs fail, papers only from those who act for the dead: a relative owes none. GDPR Art. 12(6); decree 2019-536 art. 124. */
export function adviceFor(request: SubjectRequest, caseFile: Pick<CaseFile, "claims" | "deceased"> | null): CheckAdvice {
  const ladder = standingOnLadder(request);
  if (request.proofs.length > 0) return "look-at-documents";
  if (identityPolicyOf(claimKindsOf(request, caseFile)) === "required") return "papers-of-heirs";
  if (request.requesterKind === "representative" && !isProofAwaited(request)) return "mandate-first";
  if (ladder["email-on-file"] === "against" || ladder["known-facts"] === "against") return "something-differs";
  if (ladder["email-on-file"] === "reached") return "email-enough";
  if (ladder["known-facts"] === "reached") return "facts-enough";
  if (isProofAwaited(request)) return "wait-or-compare";
  return request.emailCodeUsedOn ? "compare-email" : "compare-facts";
}
