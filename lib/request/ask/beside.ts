import { type Right, rightRules, rights } from "@/lib/law/rights";
import type { CaseFile } from "../case-file";
import { owedClaims, type SubjectRequest } from "../request";
import type { Typed } from "./draft";

/** Rights that may be asked for later beside a request, each in a request with a time limit of its own: not what is already being answered. law.md § 1.3. */
export function rightsBeside(request: SubjectRequest): Right[] {
  if (!request.hasCaseFile) return [];
  const open = owedClaims(request).map(({ right }) => right);
  return rights.filter((right) => rightRules[right].aboutSomeoneDead === (request.requesterKind === "heir") && !open.includes(right));
}

/** What is known of the person, as the page about them would have it typed. */
export function knownAbout({ requester, represented }: Pick<CaseFile, "requester" | "represented">): Typed {
  const { name, email, postalAddress, customerNumber } = requester;
  const known = { name, email, postalAddress, customerNumber, onBehalf: represented ? "other" : "self", representedName: represented?.name ?? null };
  return Object.fromEntries(Object.entries(known).flatMap(([field, value]) => (value === null ? [] : [[field, value]])));
}
