import type { CalendarDate } from "@/lib/law/calendar";
import type { ClaimKind, Right } from "@/lib/law/rights";
import type { TimeLimit } from "@/lib/law/time-limit";
import type { ClaimAnswers } from "@/lib/request/ask/claim-answers";
import { type CaseFile, wayToWrite } from "@/lib/request/case-file";
import type { FilePurpose, RequestEvent } from "@/lib/request/event";
import type { SubjectRequest } from "@/lib/request/request";
import type { WhatIf } from "@/lib/request/what-if";

/** A case as staff see it: what every part of the case page is given. */
export type CaseView = {
  request: SubjectRequest;
  caseFile: CaseFile | null;
  limit: TimeLimit;
  timeline: TimelineEntry[];
  files: FileItem[];
  /** Commands this member of staff may give now; none for an auditor. */
  allowed: readonly string[];
  assigneeName: string | null;
  whatIf: WhatIf;
  today: CalendarDate;
  /** Within how many days the same request of one person is pointed out. */
  sameRequestDays: number;
};

export type TimelineEntry = RequestEvent & { actorName: string | null; givenTo: string | null };
export type FileItem = { id: string; purpose: FilePurpose; name: string; pages: number; pending: boolean; scan: "pending" | "infected" | null };

/** Who did something, as a name: from what the same actor did on this case. */
export function actorNameIn(timeline: readonly TimelineEntry[], actor: string): string | null {
  return timeline.find((entry) => entry.actor === actor)?.actorName ?? null;
}

/** Is any of these commands open to the reader now? */
export function mayAny({ allowed }: Pick<CaseView, "allowed">, ...names: string[]): boolean {
  return names.some((name) => allowed.includes(name));
}

/** The claims as far as the law's rules depend on their kind. */
export function claimKinds({ request, caseFile }: Pick<CaseView, "request" | "caseFile">): ClaimKind[] {
  return request.claims.map(({ id, right }) => kindOf(right, caseFile?.claims[id]));
}

function kindOf(right: Right, asked: ClaimAnswers | undefined): ClaimKind {
  switch (asked?.right) {
    case "objection":
      return { right, marketing: asked.answers.kind === "marketing" };
    case "restriction":
      return { right, restrictionGround: asked.answers.ground };
    case "deceased":
      return { right, capacity: asked.answers.capacity };
    default:
      return { right };
  }
}

/** Does the objection on this claim stop marketing? Then nothing can be refused and no identity is asked. GDPR Art. 21(3). */
export function isMarketing({ caseFile }: Pick<CaseView, "caseFile">, claimId: string): boolean {
  const claim = caseFile?.claims[claimId];
  return claim?.right === "objection" && claim.answers.kind === "marketing";
}

/** Do letters to this person go by post? */
export function isByPost({ caseFile }: Pick<CaseView, "caseFile">): boolean {
  return caseFile !== null && wayToWrite(caseFile.requester) === "post";
}
