import { type ClaimKind, identityPolicy } from "@/lib/law/rights";
import type { CaseFile } from "../case-file";
import { claimKindOf } from "../claim-kinds";
import { type Refused, refuse } from "../command";
import { owedClaims, type SubjectRequest } from "../request";
import { fold } from "../word-forms";

/** One of two requests that may be the same. */
export type Side = { request: SubjectRequest; caseFile: CaseFile };

/** The claims the two have in common, pair by pair. */
export type Pairs = { ofLater: string[]; ofEarlier: string[] };

/** Which of two requests was received first: it is the one that is kept, with its time limit. law.md § 1.3. */
export function inOrder(one: Side, other: Side): { earlier: Side; later: Side } {
  const key = ({ request }: Side) => `${request.receivedOn} ${request.receivedAt} ${request.reference}`;
  return key(one) < key(other) ? { earlier: one, later: other } : { earlier: other, later: one };
}

/**
 * What the later request repeats of the earlier. Only of one and the same person: an answer must not go to somebody else's
 * address. GDPR Art. 5(1)(f). Refusals: `not-the-same-person`, `only-the-name` (nothing else ties them, and an identity is
 * established on one: it is not that of a namesake), `nothing-to-merge` (no right is open in both), `identity-unsettled` (documents
 * of the later one wait to be checked).
 */
export function merging(later: Side, earlier: Side): Pairs | Refused {
  const same = sameBy(later, earlier);
  if (!same) return refuse("not-the-same-person");
  if (same === "name" && (later.request.verification || earlier.request.verification)) return refuse("only-the-name");
  if (later.request.proofs.length > 0) return refuse("identity-unsettled");
  const open = owedClaims(earlier.request);
  const pairs = owedClaims(later.request).flatMap((claim) => {
    const asked = open.find((each) => isSame(claimKindOf(each, earlier.caseFile), claimKindOf(claim, later.caseFile)));
    return asked ? [{ later: claim.id, earlier: asked.id }] : [];
  });
  if (pairs.length === 0) return refuse("nothing-to-merge");
  return { ofLater: pairs.map((pair) => pair.later), ofEarlier: pairs.map((pair) => pair.earlier) };
}

/** What asks for more proof is not answered with what asks for less: letters to the dead that are to stop, and their data. Decree 2019-536 art. 124. */
function isSame(one: ClaimKind, other: ClaimKind): boolean {
  return identityPolicy(one.right, one) === identityPolicy(other.right, other) && one.right === other.right && one.marketing === other.marketing && one.restrictionGround === other.restrictionGround;
}

/** By the e-mail address; by the name where one of them gave none. Those they write for must be the same too. Null: by nothing. */
function sameBy({ request: one, caseFile: file }: Side, { request: two, caseFile: other }: Side): "email" | "name" | null {
  if (one.requesterKind !== two.requesterKind) return null;
  if (!isSamePart(file.represented?.name, other.represented?.name) || !isSamePart(file.deceased?.name, other.deceased?.name)) return null;
  const emails = [file.requester.email, other.requester.email];
  if (emails.every((email) => email !== null)) return isAlike(...emails) ? "email" : null;
  return isAlike(file.requester.name, other.requester.name) ? "name" : null;
}

function isAlike(...[one, other]: (string | null | undefined)[]): boolean {
  return Boolean(one && other) && folded(one) === folded(other);
}

/** Both absent, or alike. */
function isSamePart(one: string | undefined, other: string | undefined): boolean {
  return one === undefined && other === undefined ? true : isAlike(one, other);
}

function folded(text: string | null | undefined): string {
  return fold(text ?? "").replace(/\s+/g, " ").trim();
}
