import type { TimeLimitEvent } from "@/lib/law/time-limit";
import type { RequestEventData } from "../event";
import type { SubjectRequest } from "../request";

/**
 * The state once taken up again; the proof stays owed until it is accepted, and what else was answered stays so. With the proof it
 * is as if it had come that day. Where the refusal was wrong (`goesOn`) nothing new reached us: the month of the first receipt
 * goes on as if it had never been answered. GDPR Art. 12(2)-(4); law.md § 1.3.
 */
export function reopened(state: SubjectRequest, { claimIds, on, goesOn }: RequestEventData["RequestReopened"]): SubjectRequest {
  const taken: SubjectRequest = {
    ...state,
    state: "in-progress",
    claims: state.claims.map((claim) => (claimIds.includes(claim.id) ? { ...claim, decision: null, answeredOn: null } : claim)),
    verification: null,
    identityLapsedOn: state.identityLapsedOn ?? on,
    clarificationAskedOn: null,
    closedOn: null,
  };
  if (!goesOn) return { ...taken, timeLimitEvents: [], unposted: [], told: [], extension: null, reopenedOn: on };
  return { ...taken, timeLimitEvents: ended(state), unposted: state.unposted.filter(({ event }) => event.type === "extension-notified") };
}

/** What was asked and not answered waited no longer than until the reply. */
function ended({ timeLimitEvents, clarificationAskedOn, closedOn }: SubjectRequest): TimeLimitEvent[] {
  if (closedOn === null) return timeLimitEvents;
  const isProofOpen = timeLimitEvents.findLast(({ type }) => type.startsWith("identity-"))?.type === "identity-requested";
  return [
    ...timeLimitEvents,
    ...(isProofOpen ? [{ type: "identity-lapsed" as const, on: closedOn }] : []),
    ...(clarificationAskedOn ? [{ type: "clarification-received" as const, on: closedOn }] : []),
  ];
}
