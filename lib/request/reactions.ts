import type { LetterName, NewEvent, RequestEvent, RequestEventType } from "./event";

/** Which letter follows which fact; `null` says on purpose that none does. */
export const letterAfter: Record<RequestEventType, LetterName | null> = {
  RequestFiled: "receipt",
  RequestImported: null,
  ReceiptProofAdded: null,
  AddressRecorded: "receipt",
  EmailCodeUsed: null,
  EvidenceRecorded: null,
  CaseTaken: null,
  CaseAssigned: null,
  IncidentLinked: null,
  IncidentTold: "incident-letter",
  CaseMoved: null,
  IdentityRequested: "identity-request",
  IdentityReceived: "message-received",
  IdentityAccepted: "identity-accepted",
  IdentityRejected: "identity-rejected",
  IdentityLapsed: "identity-lapsed",
  QuestionAsked: "question",
  MessageReceived: "message-received",
  ClarificationRequested: "clarification-request",
  DeadlineExtended: "extension-notice",
  NoteAdded: null,
  ClaimDecided: null,
  ReplyDrafted: null,
  ReplySent: "reply-available",
  RequestReopened: "request-reopened",
  AnotherRightAsked: null,
  RequestMerged: "request-merged",
  DuplicateTaken: null,
  RequestWithdrawn: "withdrawal-noted",
  FileRefusedAsUnsafe: "file-refused",
  ProofsExpired: "proofs-expired",
  SignalRaised: null,
  ZoneChecked: null,
  // To a department, not to the person: lib/server/tasks.
  TaskAsked: null,
  TaskAnswered: null,
  TaskWithdrawn: null,
  TaskLinkSent: null,
  TaskFileRefused: null,
  LetterSent: null,
  LetterFailed: null,
  LetterPosted: null,
  DirectivesEnded: null,
  CaseFilePurged: null,
  DueDateMoved: null,
};

/** The letter of this very event, or null: two that leave together are one letter. */
export function letterOf(event: NewEvent | RequestEvent): LetterName | null {
  if (event.type === "IdentityRejected" && event.data.askedAgain) return null;
  if (event.type === "IdentityReceived" && event.data.reopens) return null;
  return event.type === "MessageReceived" && event.data.withdraws ? null : letterAfter[event.type];
}

/** Files that become part of the case with this event. */
export function attachedFiles(event: NewEvent | RequestEvent): string[] {
  switch (event.type) {
    case "RequestFiled":
    case "ReceiptProofAdded":
    case "IdentityReceived":
    case "MessageReceived":
    case "TaskAnswered":
      return event.data.files.map((file) => file.id);
    case "ReplySent":
      return event.data.fileIds;
    case "NoteAdded":
      return event.data.fileIds ?? [];
    default:
      return [];
  }
}

/** Files whose keys are destroyed in the transaction of this event. */
export function destroyedFiles(event: NewEvent | RequestEvent): string[] {
  return "destroyedFileIds" in event.data ? event.data.destroyedFileIds : [];
}
