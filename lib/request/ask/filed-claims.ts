import type { Deceased } from "../case-file";
import type { RequestEventData } from "../event";
import type { ClaimAnswers } from "./claim-answers";

/** The claims as the first event tells them: what the law's rules depend on, and nothing anybody wrote. */
export function filedClaims(answers: Readonly<Record<string, ClaimAnswers>>): RequestEventData["RequestFiled"]["claims"] {
  return Object.entries(answers).map(([id, claim]) => ({
    id,
    right: claim.right,
    ...(claim.right === "objection" ? { marketing: claim.answers.kind === "marketing" } : {}),
    ...(claim.right === "restriction" ? { restrictionGround: claim.answers.ground } : {}),
  }));
}

/** Who died, where a claim is about it. */
export function deceasedOf(claims: readonly ClaimAnswers[]): Deceased | null {
  const dead = claims.find((claim) => claim.right === "deceased");
  if (dead?.right !== "deceased") return null;
  const { name, diedOn, placeOfDeath, bornOn, lastCountry, deceasedEmail, deceasedCustomerNumber, capacity, relationship } = dead.answers;
  return {
    name,
    diedOn: diedOn ?? null,
    placeOfDeath: placeOfDeath ?? null,
    bornOn: bornOn ?? null,
    lastCountry: lastCountry ?? null,
    email: deceasedEmail ?? null,
    customerNumber: deceasedCustomerNumber ?? null,
    capacity: capacity ?? null,
    relationship: relationship ?? null,
  };
}
