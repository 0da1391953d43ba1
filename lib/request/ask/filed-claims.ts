import { areHarmless } from "@/lib/law/requesters";
import type { ClaimKind } from "@/lib/law/rights";
import type { Deceased } from "../case-file";
import type { RequestEventData } from "../event";
import type { ClaimAnswers } from "./claim-answers";

/** The claims as the first event tells them: what the law's rules depend on, and nothing anybody wrote. */
export function filedClaims(answers: Readonly<Record<string, ClaimAnswers>>): RequestEventData["RequestFiled"]["claims"] {
  return Object.entries(answers).map(([id, claim]) => ({ id, ...kindOf(claim) }));
}

/** What kind of claim the answers make it, for the rules that depend on it. */
export function kindOf({ right, answers }: ClaimAnswers): ClaimKind {
  switch (right) {
    case "objection":
      return { right, marketing: answers.kind === "marketing" };
    case "restriction":
      return { right, restrictionGround: answers.ground };
    case "deceased":
      return { right, ...(answers.capacity && { capacity: answers.capacity }), ...(areHarmless(answers.wishes ?? []) && { harmless: true }) };
    default:
      return { right };
  }
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
