import type { CalendarDate } from "@/lib/law/calendar";
import type { ExtensionMonths, ExtensionReason } from "@/lib/law/extension";
import type { RefusalGround } from "@/lib/law/grounds";
import type { DoubtGround, ProofKind, ProofRejection, VerificationMethod } from "@/lib/law/identity";
import type { Compared } from "@/lib/law/ladder";
import type { Outcome } from "@/lib/law/outcomes";
import type { RequesterKind } from "@/lib/law/requesters";
import type { ClaimKind } from "@/lib/law/rights";
import type { TimeLimitEvent } from "@/lib/law/time-limit";
import type { Arrival, Channel } from "./arrival";
import type { Signal } from "./check/signal";
import type { FilePurpose, RequestEventData } from "./event";
import type { Task } from "./handle/task";
import type { DueLetter } from "./letters-due";

/** Where a request stands; the five stages are ask, check, handle, reply, retain. */
export const requestStates = ["new", "awaiting-identity", "identity-to-check", "in-progress", "awaiting-answer", "answered", "message-after-reply", "merged", "withdrawn"] as const;
export type RequestState = (typeof requestStates)[number];

/** No answer is owed any more. After a reply the person may still write, and somebody must read it. */
export const closedStates: ReadonlySet<RequestState> = new Set(["answered", "message-after-reply", "merged", "withdrawn"]);
/** States in which an answer is owed. */
export const owingStates = requestStates.filter((state) => !closedStates.has(state));

export const stages = ["ask", "check", "handle", "reply", "retain"] as const;
export type Stage = (typeof stages)[number];

/** One right asked for in a request. `answeredOn`: told to the person with a reply. `mergedInto`: the older request with which it is answered. */
export type Claim = ClaimKind & { id: string; decision: Decision | null; answeredOn: CalendarDate | null; mergedInto: string | null };
/** Who decided, where another register held the request then. */
export const decidedElsewhere = "elsewhere";
export type Decision = { outcome: Outcome; grounds: RefusalGround[]; on: CalendarDate; by: string };

/** Another request of the same person, and what ties it to this one. */
export type Related = { reference: string; how: "asked-later" | "asked-before" | "merged-into" | "joined" };

/** `fileId` null: seen on paper, never copied. `on`: the day it reached us. */
export type Proof = { fileId: string | null; purpose: FilePurpose; on: CalendarDate };
export type CheckedZone = RequestEventData["ZoneChecked"] & { on: CalendarDate; by: string };
export type Verification = { method: VerificationMethod; kinds: ProofKind[]; on: CalendarDate; by: string };
/** Documents that did not establish the identity. `purposes`: what they were to prove; empty where it was not kept. */
export type Rejection = { reason: ProofRejection; purposes: FilePurpose[]; on: CalendarDate; by: string };

/** A letter, by the event it follows, and what it means for the clock. */
export type Notice = { eventId: string; event: TimeLimitEvent };

/** What happened to a case so far, folded from its events. No personal data. */
export type SubjectRequest = {
  reference: string;
  version: number;
  state: RequestState;
  locale: "fr" | "en";
  channel: Channel;
  /** How it came, where not through the form. */
  arrival: Arrival;
  /** Is it proven on which day it came: a scan of the letter, or the number of a registered one? */
  isReceiptProven: boolean;
  /** The letters that followed what happened, and what became of each. */
  letters: DueLetter[];
  requesterKind: RequesterKind;
  receivedAt: string;
  receivedOn: CalendarDate;
  claims: Claim[];
  marketingOnly: boolean;
  assigneeId: string | null;
  /** The incident about which many write at once, and the letters about it they were already sent. */
  incidentId: string | null;
  incidentLetters: readonly string[];
  /** Of whoever has it, their team. */
  teamId: string | null;
  /** Documents waiting to be accepted or rejected. */
  proofs: Proof[];
  /** What struck the machine, and the last machine-readable zone somebody checked: for staff to weigh, never for a rule. */
  signals: Signal[];
  zone: CheckedZone | null;
  verification: Verification | null;
  identityAsked: { grounds: DoubtGround[]; kinds: ProofKind[]; on: CalendarDate } | null;
  /** The first day the person wrote or entered a code while that proof was awaited. */
  heardOn: CalendarDate | null;
  /** The day a code sent to the address of the request was first entered. */
  emailCodeUsedOn: CalendarDate | null;
  /** What staff last compared with the controller's own data. */
  compared: { facts: Compared; on: CalendarDate; by: string } | null;
  /** Every check that failed, the oldest first. */
  rejections: Rejection[];
  /** The day documents were last destroyed because nobody had decided on them in time. */
  proofsExpiredOn: CalendarDate | null;
  /** The day a request for proof last ended without an answer: the proof is still owed. */
  identityLapsedOn: CalendarDate | null;
  /** The day recorded directives were carried out or revoked. */
  directivesEndedOn: CalendarDate | null;
  timeLimitEvents: TimeLimitEvent[];
  /** What a letter on paper will do to the clock, from the day it is handed to the post. */
  unposted: Notice[];
  /** What letters that left have done to it. */
  told: Notice[];
  /** The day a clarification was asked for that has not come yet. */
  clarificationAskedOn: CalendarDate | null;
  extension: { months: ExtensionMonths; reasons: ExtensionReason[]; on: CalendarDate } | null;
  closedOn: CalendarDate | null;
  /** The day the person first wrote after a reply, as long as nobody has looked at it. */
  messageOn: CalendarDate | null;
  /** The day a refusal for want of proof was last taken up again with the proof: the time limit runs from it. */
  reopenedOn: CalendarDate | null;
  related: Related[];
  /** What other departments were asked to do. */
  tasks: Task[];
  hasCaseFile: boolean;
};

/** Does the request still owe an answer? */
export function isOpen(request: SubjectRequest): boolean {
  return !closedStates.has(request.state);
}

/** Does somebody still have to look at it: an answer is owed, or the person wrote after theirs? */
export function isOnDesk({ state }: Pick<SubjectRequest, "state">): boolean {
  return !closedStates.has(state) || state === "message-after-reply";
}

/** Claims the next reply is to answer. */
export function owedClaims({ claims }: Pick<SubjectRequest, "claims">): Claim[] {
  return claims.filter(({ answeredOn, mergedInto }) => answeredOn === null && mergedInto === null);
}

/** Came by post, and nothing proves on which day. */
export function lacksReceiptProof({ channel, isReceiptProven }: Pick<SubjectRequest, "channel" | "isReceiptProven">): boolean {
  return channel === "post" && !isReceiptProven;
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
      return owedClaims(request).every((claim) => claim.decision) ? "reply" : "handle";
    case "answered":
    case "message-after-reply":
    case "merged":
    case "withdrawn":
      return "retain";
  }
}

/** Is a proof that was asked for still to come, whether or not the clock waits for it? */
export function isProofAwaited(request: Pick<SubjectRequest, "state" | "identityLapsedOn" | "verification" | "proofs">): boolean {
  if (closedStates.has(request.state) || request.verification || request.proofs.length > 0) return false;
  return request.state === "awaiting-identity" || request.identityLapsedOn !== null;
}

/** Were documents destroyed undecided, and nothing come or been asked for since? */
export function isProofExpired({ proofsExpiredOn, proofs, verification, identityAsked }: SubjectRequest): boolean {
  return proofsExpiredOn !== null && proofs.length === 0 && !verification && (identityAsked === null || identityAsked.on <= proofsExpiredOn);
}

/** Who has to move next. */
export function waitingFor(request: SubjectRequest): "staff" | "requester" | "department" | "nobody" {
  if (request.state === "message-after-reply") return "staff";
  if (!isOpen(request)) return "nobody";
  return request.state === "awaiting-identity" || request.state === "awaiting-answer" ? "requester" : openTasks(request).length > 0 ? "department" : "staff";
}

/** Tasks no department has answered yet. */
export function openTasks({ tasks }: Pick<SubjectRequest, "tasks">): Task[] {
  return tasks.filter((task) => task.is === "open");
}

/** Files that hold a proof of this request; they go with the check. */
export function proofFileIds({ proofs }: Pick<SubjectRequest, "proofs">): string[] {
  return proofs.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]));
}
