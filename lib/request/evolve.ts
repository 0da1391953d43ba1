import { isForWantOfProof } from "@/lib/law/grounds";
import { proofSubjectOf } from "@/lib/law/identity";
import type { RequestEvent, RequestEventData } from "./event";
import { closedStates, type RequestState, type SubjectRequest } from "./request";

/** The state after all events, or null before the first. Unknown order or gaps are a fault. */
export function replay(reference: string, events: readonly RequestEvent[]): SubjectRequest | null {
  return events.reduce<SubjectRequest | null>((state, event) => evolve(state, event, reference), null);
}

/** The state after one more event. */
export function evolve(state: SubjectRequest | null, event: RequestEvent, reference: string): SubjectRequest {
  if (event.type === "RequestFiled") return filed(event.data, event, reference);
  if (!state) throw new Error("first event must be RequestFiled");
  const next = { ...state, version: event.sequence };
  const resting = (): RequestState => (next.assigneeId || next.verification ? "in-progress" : "new");
  switch (event.type) {
    case "CaseTaken":
      return { ...next, assigneeId: event.data.staffId, state: state.state === "new" ? "in-progress" : state.state };
    case "IdentityRequested":
      return {
        ...next,
        state: "awaiting-identity",
        identityAsked: { grounds: event.data.grounds, kinds: event.data.kinds, on: event.on },
        timeLimitEvents: [...state.timeLimitEvents, { type: "identity-requested", on: event.on, followUp: event.data.followUp, about: proofSubjectOf(event.data.grounds), grounds: event.data.grounds, ...(event.data.creditedLate && { creditedLate: true }) }],
      };
    case "IdentityReceived":
      return {
        ...next,
        state: "identity-to-check",
        proofs: [...state.proofs, ...event.data.files.map((file) => ({ fileId: file.id, purpose: file.purpose })), ...(event.data.seen ?? []).map((purpose) => ({ fileId: null, purpose }))],
        timeLimitEvents: state.state === "awaiting-identity" ? [...state.timeLimitEvents, { type: "identity-received", on: event.data.arrival?.on ?? event.on }] : state.timeLimitEvents,
      };
    case "IdentityAccepted":
      return {
        ...next,
        proofs: [],
        verification: { method: event.data.method, kinds: event.data.kinds, on: event.on, by: event.actor },
        state: "in-progress",
        // A refusal for want of proof falls with the proof.
        claims: state.claims.map((claim) => (isForWantOfProof(claim.decision?.grounds ?? []) ? { ...claim, decision: null } : claim)),
        timeLimitEvents: state.state === "awaiting-identity" ? [...state.timeLimitEvents, { type: "identity-received", on: event.on }] : state.timeLimitEvents,
      };
    case "IdentityRejected":
      return { ...next, proofs: [], lastRejection: event.data.reason, state: resting() };
    case "QuestionAsked":
      return { ...next, state: afterQuestion(state.state) };
    case "MessageReceived": {
      if (state.state === "answered") return { ...next, state: "message-after-reply" };
      const answered = { ...next, state: state.state === "awaiting-answer" ? ("in-progress" as const) : state.state };
      if (!state.clarificationAskedOn) return answered;
      // Whatever the person answers, the clock goes on; what is still unclear may be asked again.
      return { ...answered, clarificationAskedOn: null, timeLimitEvents: [...state.timeLimitEvents, { type: "clarification-received", on: event.data.arrival?.on ?? event.on }] };
    }
    case "ClarificationRequested":
      return {
        ...next,
        state: afterQuestion(state.state),
        clarificationAskedOn: event.on,
        timeLimitEvents: [...state.timeLimitEvents, { type: "clarification-requested", on: event.on }],
      };
    case "DeadlineExtended": {
      const { months, reasons } = event.data;
      return { ...next, extension: { months, reasons, on: event.on }, timeLimitEvents: [...state.timeLimitEvents, { type: "extension-notified", on: event.on, months }] };
    }
    case "ClaimDecided":
      return {
        ...next,
        state: state.state === "new" ? "in-progress" : state.state,
        claims: state.claims.map((claim) =>
          claim.id === event.data.claimId
            ? { ...claim, decision: { outcome: event.data.outcome, grounds: event.data.grounds, on: event.on, by: event.actor } }
            : claim,
        ),
      };
    case "ReplySent":
      return { ...next, state: "answered", closedOn: event.on, proofs: [] };
    case "RequestWithdrawn":
      return { ...next, state: "withdrawn", closedOn: event.on, proofs: [] };
    case "FileRefusedAsUnsafe": {
      const proofs = state.proofs.filter(({ fileId }) => fileId === null || !event.data.destroyedFileIds.includes(fileId));
      return { ...next, proofs, state: state.state === "identity-to-check" && proofs.length === 0 ? resting() : state.state };
    }
    case "CaseFilePurged":
      return { ...next, hasCaseFile: false };
    case "NoteAdded":
      return { ...next, state: state.state === "message-after-reply" ? "answered" : state.state };
    case "ReplyDrafted":
    case "LetterSent":
    case "LetterFailed":
      return next;
  }
}

/** A question does not hide that a document is awaited or waits to be checked; after the reply it answers the person. */
function afterQuestion(state: RequestState): RequestState {
  if (closedStates.has(state)) return "answered";
  return state === "awaiting-identity" || state === "identity-to-check" ? state : "awaiting-answer";
}

function filed(data: RequestEventData["RequestFiled"], event: RequestEvent, reference: string): SubjectRequest {
  return {
    reference,
    version: event.sequence,
    state: data.files.some((file) => file.purpose !== "evidence") ? "identity-to-check" : "new",
    locale: data.locale,
    channel: data.channel,
    requesterKind: data.requesterKind,
    receivedAt: data.receivedAt,
    receivedOn: data.receivedOn,
    claims: data.claims.map((claim) => ({ ...claim, decision: null })),
    marketingOnly: data.claims.every((claim) => claim.marketing === true),
    assigneeId: null,
    proofs: data.files.filter((file) => file.purpose !== "evidence").map((file) => ({ fileId: file.id, purpose: file.purpose })),
    verification: null,
    identityAsked: null,
    lastRejection: null,
    timeLimitEvents: [],
    clarificationAskedOn: null,
    extension: null,
    closedOn: null,
    hasCaseFile: true,
  };
}
