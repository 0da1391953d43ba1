import type { CalendarDate } from "@/lib/law/calendar";
import { isForWantOfProof } from "@/lib/law/grounds";
import type { NewEvent } from "../event";
import type { Claim, RequestState, SubjectRequest } from "../request";

/** Answered, so that what was refused may be taken up again; not where the person took the request back. */
const answeredStates: ReadonlySet<RequestState> = new Set(["answered", "message-after-reply"]);

/** Claims whose refusal falls if the proof comes after all. GDPR Art. 12(2), 12(4); law.md § 1.3. */
export function reopenableClaims({ state, hasCaseFile, claims }: Pick<SubjectRequest, "state" | "hasCaseFile" | "claims">): Claim[] {
  if (!hasCaseFile || !answeredStates.has(state)) return [];
  return claims.filter(({ decision }) => isForWantOfProof(decision?.grounds ?? []));
}

/** The request is taken up again on that day: `by` the proof that came, with a new month, or by a decision of staff, under the clock it had; nothing where it was not refused for want of one. */
export function reopening(id: string, request: SubjectRequest, by: "proof" | "staff", on: CalendarDate): (NewEvent & { type: "RequestReopened" })[] {
  const claimIds = reopenableClaims(request).map((claim) => claim.id);
  return claimIds.length > 0 ? [{ id, type: "RequestReopened", data: { claimIds, by, on, ...(by === "staff" && { goesOn: true as const }) } }] : [];
}
