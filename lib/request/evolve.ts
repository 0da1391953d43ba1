import { isForWantOfProof } from "@/lib/law/grounds";
import { proofSubjectOf } from "@/lib/law/identity";
import { begun, imported } from "./begun";
import { withoutEmailProof } from "./check/evidence";
import { established, heardAfter, resumed } from "./check/identity-clock";
import { reopened } from "./check/reopened";
import type { RequestEvent, RequestEventData } from "./event";
import { lettersAfter } from "./letters-due";
import { answered, posted, told, undelivered } from "./notices";
import { tasksAfter } from "./handle/task";
import { closedStates, owedClaims, type RequestState, type SubjectRequest } from "./request";

/** The state after all events, or null before the first. Unknown order or gaps are a fault. */
export function replay(reference: string, events: readonly RequestEvent[]): SubjectRequest | null {
  return events.reduce<SubjectRequest | null>((state, event) => evolve(state, event, reference), null);
}

/** The state after one more event. */
export function evolve(state: SubjectRequest | null, event: RequestEvent, reference: string): SubjectRequest {
  const next = changedBy(state, event, reference);
  return { ...next, letters: lettersAfter(next.letters, event), tasks: tasksAfter(next, event), heardOn: heardAfter(state, event) };
}

function changedBy(state: SubjectRequest | null, event: RequestEvent, reference: string): SubjectRequest {
  if (event.type === "RequestFiled") return begun(event, reference);
  if (event.type === "RequestImported") return imported(event, reference);
  if (!state) throw new Error("first event must begin a request");
  const next = { ...state, version: event.sequence };
  const resting = (): RequestState => (next.assigneeId || next.verification ? "in-progress" : "new");
  switch (event.type) {
    case "CaseTaken":
      return { ...next, ...heldBy(state, event.data), state: state.state === "new" ? "in-progress" : state.state };
    case "CaseAssigned":
      return { ...next, ...heldBy(state, event.data) };
    case "CaseMoved":
      return { ...next, teamId: event.data.teamId };
    case "IncidentLinked":
      return { ...next, incidentId: event.data.incidentId };
    case "IncidentTold":
      return { ...next, incidentLetters: [...state.incidentLetters, event.data.letterId] };
    case "EmailCodeUsed":
      return { ...next, emailCodeUsedOn: event.on };
    case "EvidenceRecorded":
      return { ...next, compared: { facts: event.data.facts, on: event.on, by: event.actor } };
    case "IdentityRequested":
      return {
        ...next,
        state: "awaiting-identity",
        identityAsked: { grounds: event.data.grounds, kinds: event.data.kinds, on: event.on },
        ...told(state, event, { type: "identity-requested", on: event.on, followUp: event.data.followUp, about: proofSubjectOf(event.data.grounds), grounds: event.data.grounds, ...(event.data.creditedLate && { creditedLate: true }), ...(event.data.beside && { beside: true }) }),
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
        timeLimitEvents: established(state, event),
      };
    case "IdentityRejected":
      return { ...next, proofs: [], rejections: [...state.rejections, { reason: event.data.reason, purposes: event.data.purposes ?? [], on: event.on, by: event.actor }], state: resting() };
    case "IdentityLapsed":
      return { ...next, ...answered(state, "identity-requested"), state: "in-progress", identityLapsedOn: event.on, timeLimitEvents: [...state.timeLimitEvents, { type: "identity-lapsed", on: event.on }] };
    case "DirectivesEnded":
      return { ...next, directivesEndedOn: event.on };
    case "QuestionAsked":
      return { ...next, state: afterQuestion(state.state) };
    case "MessageReceived": {
      const on = event.data.arrived?.on ?? event.on;
      if (state.state === "answered") return { ...next, state: "message-after-reply", messageOn: on };
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
      return { ...next, state: "answered", closedOn: event.on, proofs: [], claims: state.claims.map((claim) => ({ ...claim, answeredOn: claim.answeredOn ?? event.on })) };
    case "RequestReopened":
      return reopened(next, event.data);
    case "AnotherRightAsked":
      return { ...next, related: [...state.related, { reference: event.data.reference, how: "asked-later" }] };
    case "DuplicateTaken":
      return { ...next, related: [...state.related, { reference: event.data.from, how: "joined" }] };
    case "RequestMerged":
      return merged(next, event);
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
    case "SignalRaised":
      return { ...next, signals: [...state.signals, event.data] };
    case "ZoneChecked":
      return { ...next, zone: { ...event.data, on: event.on, by: event.actor } };
    case "AddressRecorded":
      return event.data.emailChanged ? withoutEmailProof(next) : next;
    case "ReplyDrafted":
    case "LetterSent":
    case "DueDateMoved":
    case "TaskAsked":
    case "TaskAnswered":
    case "TaskWithdrawn":
    case "TaskLinkSent":
    case "TaskFileRefused":
      return next;
  }
}

function heldBy(state: SubjectRequest, { staffId, teamId }: RequestEventData["CaseAssigned"]): Pick<SubjectRequest, "assigneeId" | "teamId"> {
  return { assigneeId: staffId, teamId: teamId === undefined ? state.teamId : teamId };
}

/** These claims are answered with the older request; with nothing left to answer, this one is closed. */
function merged(state: SubjectRequest, { data: { into, claimIds }, on }: Extract<RequestEvent, { type: "RequestMerged" }>): SubjectRequest {
  const claims = state.claims.map((claim) => (claimIds.includes(claim.id) ? { ...claim, decision: null, mergedInto: into } : claim));
  const next = { ...state, claims, related: [...state.related, { reference: into, how: "merged-into" as const }] };
  return owedClaims(next).length > 0 ? next : { ...next, state: "merged", closedOn: on, proofs: [] };
}

/** A question does not hide that a document is awaited or waits to be checked; after the reply it answers the person. */
function afterQuestion(state: RequestState): RequestState {
  if (closedStates.has(state)) return "answered";
  return state === "awaiting-identity" || state === "identity-to-check" ? state : "awaiting-answer";
}
