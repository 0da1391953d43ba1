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

type Notices = Pick<SubjectRequest, "timeLimitEvents" | "unposted" | "told">;

/** What a letter brings about for the clock: at once where it goes by e-mail, on paper once it is posted. */
function told(state: SubjectRequest, { id, data }: { id: string; data: { byPost?: true } }, event: TimeLimitEvent): Notices {
  const notice = { eventId: id, event };
  if (data.byPost) return { timeLimitEvents: state.timeLimitEvents, unposted: [...state.unposted, notice], told: state.told };
  return { timeLimitEvents: [...state.timeLimitEvents, event], unposted: state.unposted, told: [...state.told, notice] };
}

/** The letter of an event was handed to the post on that day: what it tells counts from then, if it is still of use. GDPR Art. 12(3). */
export function posted(state: SubjectRequest, eventId: string, on: CalendarDate): SubjectRequest {
  const waiting = state.unposted.find((each) => each.eventId === eventId);
  if (!waiting) return state;
  const unposted = state.unposted.filter((each) => each !== waiting);
  if (!isAwaited(state, waiting.event)) return { ...state, unposted };
  const event = { ...waiting.event, on };
  return { ...state, unposted, timeLimitEvents: [...state.timeLimitEvents, event], told: [...state.told, { eventId, event }] };
}

/** The mail never arrived: nobody was told anything, so nothing counts until it goes another way. */
function undelivered(state: SubjectRequest, eventId: string): SubjectRequest {
  const failed = state.told.find((each) => each.eventId === eventId);
  if (!failed || !isAwaited(state, failed.event)) return state;
  return {
    ...state,
    timeLimitEvents: state.timeLimitEvents.filter((event) => event !== failed.event),
    told: state.told.filter((each) => each !== failed),
    unposted: [...state.unposted, failed],
  };
}

/** Is the answer to what a letter asks still to come? An extension asks nothing. */
function isAwaited(state: SubjectRequest, { type }: TimeLimitEvent): boolean {
  if (type === "identity-requested") return state.state === "awaiting-identity";
  return type !== "clarification-requested" || state.clarificationAskedOn !== null;
}

/** The answer came: a letter that asked for it and never left has nothing to do any more. */
function answered(state: SubjectRequest, type: TimeLimitEvent["type"]): Pick<SubjectRequest, "unposted"> {
  return { unposted: state.unposted.filter(({ event }) => event.type !== type) };
}

function changedBy(state: SubjectRequest | null, event: RequestEvent, reference: string): SubjectRequest {
  if (event.type === "RequestFiled") return begun(event, reference);
  if (!state) throw new Error("first event must be RequestFiled");
  const next = { ...state, version: event.sequence };
  const resting = (): RequestState => (next.assigneeId || next.verification ? "in-progress" : "new");
  switch (event.type) {
    case "CaseTaken":
      return { ...next, assigneeId: event.data.staffId, state: state.state === "new" ? "in-progress" : state.state };
    case "EmailCodeUsed":
      return { ...next, emailCodeUsedOn: event.on };
    case "EvidenceRecorded":
      return { ...next, compared: { facts: event.data.facts, on: event.on, by: event.actor } };
    case "IdentityRequested":
      return {
        ...next,
        state: "awaiting-identity",
        identityAsked: { grounds: event.data.grounds, kinds: event.data.kinds, on: event.on },
        ...told(state, event, { type: "identity-requested", on: event.on, followUp: event.data.followUp, about: proofSubjectOf(event.data.grounds), grounds: event.data.grounds, ...(event.data.creditedLate && { creditedLate: true }) }),
      };
    case "IdentityReceived": {
      const on = event.data.arrived?.on ?? event.on;
      return {
        ...next,
        state: "identity-to-check",
        ...answered(state, "identity-requested"),
        proofs: [...state.proofs, ...event.data.files.map((file) => ({ fileId: file.id, purpose: file.purpose, on })), ...(event.data.seen ?? []).map((purpose) => ({ fileId: null, purpose, on }))],
        timeLimitEvents: resumed(state, on),
      };
    }
    case "IdentityAccepted":
      return {
        ...next,
        ...answered(state, "identity-requested"),
        proofs: [],
        verification: { method: event.data.method, kinds: event.data.kinds, on: event.on, by: event.actor },
        state: "in-progress",
        // A refusal for want of proof falls with the proof.
        claims: state.claims.map((claim) => (isForWantOfProof(claim.decision?.grounds ?? []) ? { ...claim, decision: null } : claim)),
        timeLimitEvents: resumed(state, event.on),
      };
    case "IdentityRejected":
      return { ...next, proofs: [], lastRejection: event.data.reason, state: resting() };
    case "IdentityLapsed":
      return { ...next, state: "in-progress", identityLapsedOn: event.on, timeLimitEvents: [...state.timeLimitEvents, { type: "identity-lapsed", on: event.on }] };
    case "QuestionAsked":
      return { ...next, state: afterQuestion(state.state) };
    case "MessageReceived": {
      if (state.state === "answered") return { ...next, state: "message-after-reply" };
      const on = event.data.arrived?.on ?? event.on;
      // What came before the question does not answer it.
      if (state.clarificationAskedOn && on < state.clarificationAskedOn) return next;
      const heard = { ...next, state: state.state === "awaiting-answer" ? ("in-progress" as const) : state.state };
      if (!state.clarificationAskedOn) return heard;
      // Whatever the person answers, the clock goes on; what is still unclear may be asked again.
      return { ...heard, ...answered(state, "clarification-requested"), clarificationAskedOn: null, timeLimitEvents: [...state.timeLimitEvents, { type: "clarification-received", on }] };
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
      return { ...next, state: "withdrawn", closedOn: event.data.arrived?.on ?? event.on, proofs: [] };
    case "FileRefusedAsUnsafe": {
      const proofs = state.proofs.filter(({ fileId }) => fileId === null || !event.data.destroyedFileIds.includes(fileId));
      return { ...next, proofs, state: state.state === "identity-to-check" && proofs.length === 0 ? resting() : state.state };
    }
    case "ProofsExpired": {
      const proofs = state.proofs.filter(({ fileId }) => fileId === null || !event.data.destroyedFileIds.includes(fileId));
      const asking = event.data.isNeeded ? ("awaiting-identity" as const) : resting();
      return { ...next, proofs, proofsExpiredOn: event.on, state: proofs.length > 0 ? state.state : asking };
    }
    case "CaseFilePurged":
      return { ...next, hasCaseFile: false };
    case "NoteAdded":
      return { ...next, state: state.state === "message-after-reply" ? "answered" : state.state };
    case "ReceiptProofAdded":
      return { ...next, isReceiptProven: true };
    case "LetterPosted":
      return posted(next, event.data.eventId, event.data.postedOn);
    case "LetterFailed":
      return undelivered(next, event.data.eventId);
    case "AddressRecorded":
    case "ReplyDrafted":
    case "LetterSent":
    case "DueDateMoved":
      return next;
  }
}

/** What came answers the request for proof that is open, if one is: the clock goes on from that day. */
function resumed({ timeLimitEvents }: SubjectRequest, on: CalendarDate): TimeLimitEvent[] {
  const last = timeLimitEvents.findLast(({ type }) => type.startsWith("identity-"));
  return last?.type === "identity-requested" ? [...timeLimitEvents, { type: "identity-received", on }] : timeLimitEvents;
}

/** A question does not hide that a document is awaited or waits to be checked; after the reply it answers the person. */
function afterQuestion(state: RequestState): RequestState {
  if (closedStates.has(state)) return "answered";
  return state === "awaiting-identity" || state === "identity-to-check" ? state : "awaiting-answer";
}
