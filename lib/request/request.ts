import type { CalendarDate } from "@/lib/law/calendar";
import { isForWantOfProof, type RefusalGround, type RestrictionGround } from "@/lib/law/grounds";
import { proofSubjectOf } from "@/lib/law/identity";
import type { DoubtGround, ProofKind, ProofRejection, VerificationMethod } from "@/lib/law/identity";
import type { Outcome } from "@/lib/law/outcomes";
import type { RequesterKind } from "@/lib/law/requesters";
import type { Right } from "@/lib/law/rights";
import type { TimeLimitEvent } from "@/lib/law/time-limit";
import type { RequestEvent, RequestEventData } from "./event";

/** Where a request stands; the five stages are ask, check, handle, reply, retain. */
export const requestStates = ["new", "awaiting-identity", "identity-to-check", "in-progress", "awaiting-answer", "answered", "message-after-reply", "withdrawn"] as const;
export type RequestState = (typeof requestStates)[number];

/** No answer is owed any more. After a reply the person may still write, and somebody must read it. */
export const closedStates: ReadonlySet<RequestState> = new Set(["answered", "message-after-reply", "withdrawn"]);
/** States in which an answer is owed. */
export const owingStates = requestStates.filter((state) => !closedStates.has(state));

export const stages = ["ask", "check", "handle", "reply", "retain"] as const;
export type Stage = (typeof stages)[number];

/** One right asked for in a request. */
export type Claim = { id: string; right: Right; marketing?: boolean; restrictionGround?: RestrictionGround; decision: Decision | null };
export type Decision = { outcome: Outcome; grounds: RefusalGround[]; on: CalendarDate; by: string };

export type Proof = { fileId: string; purpose: string };
export type Verification = { method: VerificationMethod; kinds: ProofKind[]; on: CalendarDate; by: string };

/** What happened to a case so far, folded from its events. No personal data. */
export type SubjectRequest = {
  reference: string;
  version: number;
  state: RequestState;
  locale: "fr" | "en";
  channel: string;
  requesterKind: RequesterKind;
  receivedAt: string;
  receivedOn: CalendarDate;
  claims: Claim[];
  marketingOnly: boolean;
  assigneeId: string | null;
  /** Documents waiting to be accepted or rejected. */
  proofs: Proof[];
  verification: Verification | null;
  identityAsked: { grounds: DoubtGround[]; kinds: ProofKind[]; on: CalendarDate } | null;
  lastRejection: ProofRejection | null;
  timeLimitEvents: TimeLimitEvent[];
  closedOn: CalendarDate | null;
  hasCaseFile: boolean;
};

/** Does the request still owe an answer? */
export function isOpen(request: SubjectRequest): boolean {
  return !closedStates.has(request.state);
}

/** The stage a request is in: what is to be done next. */
export function stageOf(request: SubjectRequest): Stage {
  switch (request.state) {
    case "new":
    case "awaiting-identity":
    case "identity-to-check":
      return "check";
    case "in-progress":
    case "awaiting-answer":
      return request.claims.every((claim) => claim.decision) ? "reply" : "handle";
    case "answered":
    case "message-after-reply":
    case "withdrawn":
      return "retain";
  }
}

/** Who has to move next. */
export function waitingFor(request: SubjectRequest): "staff" | "requester" | "nobody" {
  if (request.state === "message-after-reply") return "staff";
  if (!isOpen(request)) return "nobody";
  return request.state === "awaiting-identity" || request.state === "awaiting-answer" ? "requester" : "staff";
}

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
        timeLimitEvents: [...state.timeLimitEvents, { type: "identity-requested", on: event.on, followUp: event.data.followUp, about: proofSubjectOf(event.data.grounds) }],
      };
    case "IdentityReceived":
      return {
        ...next,
        state: "identity-to-check",
        proofs: [...state.proofs, ...event.data.files.map((file) => ({ fileId: file.id, purpose: file.purpose }))],
        timeLimitEvents: state.state === "awaiting-identity" ? [...state.timeLimitEvents, { type: "identity-received", on: event.on }] : state.timeLimitEvents,
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
    case "MessageReceived":
      if (state.state === "answered") return { ...next, state: "message-after-reply" };
      return { ...next, state: state.state === "awaiting-answer" ? "in-progress" : state.state };
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
    closedOn: null,
    hasCaseFile: true,
  };
}
