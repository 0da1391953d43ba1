import type { ClaimKind } from "@/lib/law/rights";
import { kindOf } from "./ask/filed-claims";
import type { CaseFile } from "./case-file";
import type { Claim, SubjectRequest } from "./request";

type Known = Pick<CaseFile, "claims" | "deceased"> | null;

/** The claims as far as the law's rules depend on their kind. */
export function claimKindsOf({ claims }: Pick<SubjectRequest, "claims">, caseFile: Known): ClaimKind[] {
  return claims.map((claim) => claimKindOf(claim, caseFile));
}

/** As the first event tells it; of claims whose first event says less, as long as there is one, the case file tells the rest. */
export function claimKindOf({ id, right, marketing, restrictionGround, capacity, harmless }: ClaimKind & Pick<Claim, "id">, caseFile: Known): ClaimKind {
  const answers = caseFile?.claims[id];
  const ofDeceased = right === "deceased" ? (capacity ?? caseFile?.deceased?.capacity) : undefined;
  return { right, ...(marketing !== undefined && { marketing }), ...(restrictionGround && { restrictionGround }), ...(harmless && { harmless }), ...(answers?.right === right && kindOf(answers)), ...(ofDeceased && { capacity: ofDeceased }) };
}
