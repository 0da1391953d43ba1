import type { CalendarDate } from "@/lib/law/calendar";
import { isForWantOfProof } from "@/lib/law/grounds";
import { proofSubjectOf } from "@/lib/law/identity";
import type { TimeLimitEvent } from "@/lib/law/time-limit";
import { begun } from "./begun";
import type { RequestEvent } from "./event";
import { lettersAfter } from "./letters-due";
import { closedStates, type RequestState, type SubjectRequest } from "./request";

/** The state after all events, or null before the first. Unknown order or gaps are a fault. */
export function replay(reference: string, events: readonly RequestEvent[]): SubjectRequest | null {
  return events.reduce<SubjectRequest | null>((state, event) => evolve(state, event, reference), null);
}

/** The state after one more event. */
export function evolve(state: SubjectRequest | null, event: RequestEvent, reference: string): SubjectRequest {
  const next = changedBy(state, event, reference);
  return { ...next, letters: lettersAfter(next.letters, event) };
}

/** What a letter brings about for the clock: at once where it goes by e-mail, on paper once it is posted. */
function told(state: SubjectRequest, { id, data }: { id: string; data: { byPost?: true } }, event: TimeLimitEvent): Pick<SubjectRequest, "timeLimitEvents" | "unposted"> {
  if (data.byPost) return { timeLimitEvents: state.timeLimitEvents, unposted: [...state.unposted, { eventId: id, event }] };
  return { timeLimitEvents: [...state.timeLimitEvents, event], unposted: state.unposted };
}

/** The letter of an event was handed to the post on that day: what it tells counts from then. GDPR Art. 12(3). */
export function posted(state: SubjectRequest, eventId: string, on: CalendarDate): SubjectRequest {
  const waiting = state.unposted.find((each) => each.eventId === eventId);
  if (!waiting) return state;
  return { ...state, timeLimitEvents: [...state.timeLimitEvents, { ...waiting.event, on }], unposted: state.unposted.filter((each) => each !== waiting) };
}

function changedBy(state: SubjectRequest | null, event: RequestEvent, reference: string): SubjectRequest {
  if (event.type === "RequestFiled") return begun(event, reference);
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
        ...told(state, event, { type: "identity-requested", on: event.on, followUp: event.data.followUp, about: proofSubjectOf(event.data.grounds), grounds: event.data.grounds, ...(event.data.creditedLate && { creditedLate: true }) }),
      };
    case "IdentityReceived":
      return {
        ...next,
        state: "identity-to-check",
        proofs: [...state.proofs, ...event.data.files.map((file) => ({ fileId: file.id, purpose: file.purpose })), ...(event.data.seen ?? []).map((purpose) => ({ fileId: null, purpose }))],
        timeLimitEvents: state.state === "awaiting-identity" ? [...state.timeLimitEvents, { type: "identity-received", on: event.data.arrived?.on ?? event.on }] : state.timeLimitEvents,
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
      return { ...answered, clarificationAskedOn: null, timeLimitEvents: [...state.timeLimitEvents, { type: "clarification-received", on: event.data.arrived?.on ?? event.on }] };
    }
    case "ClarificationRequested":
      return {
        ...next,
        state: afterQuestion(state.state),
        clarificationAskedOn: event.on,
        ...told(state, event, { type: "clarification-requested", on: event.on }),
      };
    case "DeadlineExtended": {
      const { months, reasons } = event.data;
      return { ...next, extension: { months, reasons, on: event.on }, ...told(state, event, { type: "extension-notified", on: event.on, months }) };
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
    case "ReceiptProofAdded":
      return { ...next, isReceiptProven: true };
    case "LetterPosted":
      return posted(next, event.data.eventId, event.data.postedOn);
    case "SignalRaised":
      return { ...next, signals: [...state.signals, event.data] };
    case "ZoneChecked":
      return { ...next, zone: { ...event.data, on: event.on, by: event.actor } };
    case "AddressRecorded":
    case "ReplyDrafted":
    case "LetterSent":
    case "LetterFailed":
    case "DueDateMoved":
      return next;
  }
}

/** A question does not hide that a document is awaited or waits to be checked; after the reply it answers the person. */
function afterQuestion(state: RequestState): RequestState {
  if (closedStates.has(state)) return "answered";
  return state === "awaiting-identity" || state === "identity-to-check" ? state : "awaiting-answer";
}
