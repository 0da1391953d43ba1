import type { CalendarDate } from "@/lib/law/calendar";
import type { ExtensionMonths, ExtensionReason } from "@/lib/law/extension";
import type { RefusalGround } from "@/lib/law/grounds";
import type { DoubtGround, ProofKind, ProofRejection, VerificationMethod } from "@/lib/law/identity";
import type { Compared } from "@/lib/law/ladder";
import type { Outcome } from "@/lib/law/outcomes";
import type { RequesterKind } from "@/lib/law/requesters";
import type { ClaimKind } from "@/lib/law/rights";
import type { Arrival, Channel } from "./arrival";
import type { ArrivedBy } from "./arrived-by";
import type { Signal } from "./check/signal";
import type { NameReason, NameVerdict } from "./check/zone/compare-name";
import type { ZoneField, ZoneKind } from "./check/zone/read-zone";
import type { DirectiveEnd } from "./retain/end-directives";
import type { TaskException, TaskOutcome } from "./handle/task";

export type FiledFile = { id: string; purpose: FilePurpose };
export const filePurposes = ["identity", "mandate", "death-certificate", "heirship-proof", "evidence", "receipt-proof", "message", "reply", "task", "note"] as const;
export type FilePurpose = (typeof filePurposes)[number];
/** What staff and departments attach stays as it is, to download; everything else becomes pictures of our own. */
export const isKeptAsItIs = (purpose: string): boolean => purpose === "reply" || purpose === "note" || purpose === "task";
/** What proves who asks, or in what quality. */
export const proofPurposes = ["identity", "mandate", "death-certificate", "heirship-proof"] as const satisfies readonly FilePurpose[];
export type ProofPurpose = (typeof proofPurposes)[number];

/** Names of the letters we send. Each has one file in `lib/letters`. */
export const letterNames = [
  "receipt",
  "identity-request",
  "identity-accepted",
  "identity-rejected",
  "identity-lapsed",
  "proofs-expired",
  "request-reopened",
  "question",
  "incident-letter",
  "clarification-request",
  "extension-notice",
  "message-received",
  "reply-available",
  "withdrawal-noted",
  "request-merged",
  "file-refused",
] as const;
export type LetterName = (typeof letterNames)[number];

/**
 * Facts of a case: ids and codes only, never a name, an address or a sentence somebody wrote.
 * What was written stands in the case file under the event's id.
 */
export type RequestEventData = {
  RequestFiled: {
    /** `capacity` and `harmless`: facts of before they were kept say none. */
    claims: ({ id: string } & ClaimKind)[];
    requesterKind: RequesterKind;
    channel: Channel;
    /** Where it did not come through the form. */
    arrival?: Arrival;
    locale: "fr" | "en";
    receivedAt: string;
    receivedOn: CalendarDate;
    files: FiledFile[];
    /** The request beside which this other right was asked for; each has a time limit of its own. */
    follows?: string;
    /** Can the person be written to by e-mail? */
    hasEmail: boolean;
  };
  /** Begins a case another register held until now: what happened there, as facts with their own days. `by` whom it was decided there is not known here. */
  RequestImported: Pick<RequestEventData["RequestFiled"], "requesterKind" | "channel" | "locale" | "receivedAt" | "receivedOn" | "hasEmail"> & {
    claims: (RequestEventData["RequestFiled"]["claims"][number] & { decision?: { outcome: Outcome; grounds: RefusalGround[] } })[];
    end: { how: "answered" | "withdrawn"; on: CalendarDate } | null;
    extension: { months: ExtensionMonths; on: CalendarDate } | null;
    identity: { askedOn: CalendarDate; receivedOn: CalendarDate | null } | null;
    assigneeId: string | null;
    /** Of whoever has it. */
    teamId?: string | null;
    /** False: its retention had ended, and nothing of the person was taken over. */
    hasCaseFile: boolean;
  };
  /** A scan of the letter or its envelope, or the number of a registered one: proof of the day of receipt. */
  ReceiptProofAdded: { files: FiledFile[]; isNumbered: boolean };
  /** An address to write to has become known; which kind. `emailChanged`: the e-mail address is another from here on, and what was proved of the one before counts no more; facts of before it was kept do not say. */
  AddressRecorded: { way: "email" | "post"; emailChanged?: true };
  /** A code sent to the address of the request was entered for the first time. */
  EmailCodeUsed: Record<string, never>;
  /** What staff compared with the controller's own data: whether it agrees, never what it is. */
  EvidenceRecorded: { facts: Compared };
  /** `teamId`: of the case from then on, that of whoever has it; facts of before there were teams say none, and change none. */
  CaseTaken: { staffId: string; teamId?: string | null };
  /** Given to somebody, to a team, or (`staffId` null, the team as it was) back to its queue. */
  CaseAssigned: { staffId: string | null; teamId?: string | null };
  /** Whoever has it changed teams, and the case with them. */
  CaseMoved: { teamId: string | null };
  /** One of many about the same incident, or (null) of none. */
  IncidentLinked: { incidentId: string | null };
  /** Told what all who wrote about the incident are told. */
  IncidentTold: { letterId: string; messageId: string };
  /** `byPost`, here and below: told on paper, so that it counts from the day the letter is posted. `creditedLate`: asked after the days the policy allows, and credited by the DPO, who noted why. `rejected`: what was sent, in the same decision. `beside`: something was still owed for which no proof may be asked, and the clock goes on; facts of before this was kept say none. */
  IdentityRequested: { grounds: DoubtGround[]; kinds: ProofKind[]; followUp: boolean; creditedLate?: boolean; rejected?: ProofRejection; beside?: true; byPost?: true };
  /** `reopens`: the letter of the reopening says it all. `seen`: shown at the counter or sent on paper, of which we keep no copy. */
  IdentityReceived: { files: FiledFile[]; seen?: ProofPurpose[]; arrived?: ArrivedBy; reopens?: true };
  /** `heardOn`: only where what was asked for never came: the day the person first wrote or entered a code after that, or null. Facts of before it was kept say none, and the clock goes on from the acceptance. */
  IdentityAccepted: { method: VerificationMethod; kinds: ProofKind[]; destroyedFileIds: string[]; heardOn?: CalendarDate | null };
  /** `askedAgain`: the letter of the request that follows says it all. `purposes`: what the rejected documents were to prove, each once; facts of before it was kept say none. */
  IdentityRejected: { reason: ProofRejection; purposes?: FilePurpose[]; destroyedFileIds: string[]; askedAgain?: boolean };
  /** Nothing came since that day: the clock goes on, and an answer is owed all the same. */
  IdentityLapsed: { since: CalendarDate };
  QuestionAsked: { messageId: string };
  /** Directives recorded for after death were carried out or revoked: nothing keeps the case file any longer than another. */
  DirectivesEnded: { how: DirectiveEnd };
  MessageReceived: { messageId: string; files: FiledFile[]; arrived?: ArrivedBy; withdraws?: true };
  ClarificationRequested: { messageId: string; byPost?: true };
  DeadlineExtended: { months: ExtensionMonths; reasons: ExtensionReason[]; messageId: string | null; byPost?: true };
  /** `mentions`: colleagues who are told of it, by id. `fileIds`: what goes with it. */
  NoteAdded: { noteId: string; mentions?: string[]; fileIds?: string[] };
  ClaimDecided: { claimId: string; outcome: Outcome; grounds: RefusalGround[] };
  ReplyDrafted: { fileIds: string[] };
  ReplySent: { hasRefusal: boolean; fileIds: string[]; destroyedFileIds: string[]; byPost?: true };
  /** Claims refused for want of proof are taken up again, as if received on that day; `goesOn`: under the clock they had, since nothing new reached us. Staff's facts of before this was kept say none. */
  RequestReopened: { claimIds: string[]; by: "proof" | "staff"; on: CalendarDate; goesOn?: true };
  /** Another right was asked for later, in a request of its own. */
  AnotherRightAsked: { reference: string };
  /** The same was asked before: these claims are answered with the older request, which was due on that day. */
  RequestMerged: { into: string; receivedOn: CalendarDate; dueOn: CalendarDate; claimIds: string[]; destroyedFileIds: string[] };
  /** A later request repeated this one: it is answered here, by the earlier date. */
  DuplicateTaken: { from: string; receivedOn: CalendarDate; claimIds: string[] };
  /** `arrived`: said outside the space, on that day. */
  RequestWithdrawn: { destroyedFileIds: string[]; arrived?: ArrivedBy };
  /** The antivirus found something in a file already part of the case. */
  FileRefusedAsUnsafe: { purpose: FilePurpose; destroyedFileIds: string[] };
  /** Nobody decided on these documents within thirty days. `isNeeded`: the proof is asked for or required, and still to come. */
  ProofsExpired: { destroyedFileIds: string[]; isNeeded: boolean };
  /** Something struck the machine; it decides nothing. */
  SignalRaised: Signal;
  /** Staff typed the lines of a machine-readable zone: which digits failed, and whether its name is the one given. */
  ZoneChecked: { kind: ZoneKind; failed: ZoneField[]; name: NameVerdict; because: NameReason[] };
  LetterSent: { letter: LetterName; eventId: string };
  LetterFailed: { letter: LetterName; eventId: string };
  /** Printed and handed to the post on that day. */
  LetterPosted: { letter: LetterName; eventId: string; postedOn: CalendarDate };
  /** A department is asked to do its part by that day, before the case is due; what it is asked stands in the case file under the event's id. `itemId`: of the checklist. */
  TaskAsked: { departmentId: string; itemId: string | null; dueOn: CalendarDate };
  /** The department answered, or corrected its answer. `files`: what it added; `destroyedFileIds`: what it took back. */
  TaskAnswered: { taskId: string; outcome: TaskOutcome; reason: TaskException | null; files: FiledFile[]; destroyedFileIds: string[] };
  TaskWithdrawn: { taskId: string };
  /** Another link; the one before is void. */
  TaskLinkSent: { taskId: string };
  /** The antivirus found something in a file a department had sent: theirs, so nothing for the person to know. */
  TaskFileRefused: { destroyedFileIds: string[] };
  CaseFilePurged: { destroyedFileIds: string[] };
  /** The controller changed its holidays or its policy: version of the settings, and the due date under those before and under these. */
  DueDateMoved: { settingsVersion: number; before: CalendarDate; after: CalendarDate };
};

export type RequestEventType = keyof RequestEventData;
/** Events whose fact the person may know; who did it and what it says beside is left out. security.md AC4. */
export const publicEventTypes = [
  "RequestFiled",
  "RequestImported",
  "CaseTaken",
  "IdentityRequested",
  "IdentityReceived",
  "IdentityAccepted",
  "IdentityRejected",
  "IdentityLapsed",
  "QuestionAsked",
  "IncidentTold",
  "MessageReceived",
  "ClarificationRequested",
  "DeadlineExtended",
  "ReplySent",
  "RequestReopened",
  "AnotherRightAsked",
  "RequestMerged",
  "DuplicateTaken",
  "RequestWithdrawn",
  "DirectivesEnded",
  "DueDateMoved",
  "FileRefusedAsUnsafe",
  "ProofsExpired",
] as const satisfies readonly RequestEventType[];

/** Events only staff know of. */
const officeEventTypes = ["CaseAssigned", "CaseMoved", "IncidentLinked", "EmailCodeUsed", "EvidenceRecorded", "NoteAdded", "ClaimDecided", "ReplyDrafted", "LetterSent", "LetterFailed", "LetterPosted", "ReceiptProofAdded", "AddressRecorded", "SignalRaised", "ZoneChecked", "TaskAsked", "TaskAnswered", "TaskWithdrawn", "TaskLinkSent", "TaskFileRefused", "CaseFilePurged"] as const satisfies readonly RequestEventType[];

/** Every event type, each in one of the two lists, for guard tests and translations. */
export const requestEventTypes = [...publicEventTypes, ...officeEventTypes] as const;

/** An event as decided: what is to be remembered, before it has a place in the log. */
export type NewEvent = { [T in RequestEventType]: { id: string; type: T; data: RequestEventData[T] } }[RequestEventType];

/** An event as remembered. `at` is UTC; `on` is the civil date in the controller's time zone. */
export type RequestEvent = NewEvent & { sequence: number; at: string; on: CalendarDate; actor: string };

/** Events that change nothing a member of staff decides on; two writers do not collide over them. A letter that failed or was posted may move the clock. */
export const silentEvents: ReadonlySet<RequestEventType> = new Set(["LetterSent", "CaseMoved", "ReceiptProofAdded", "NoteAdded", "EmailCodeUsed", "AnotherRightAsked", "IncidentLinked", "IncidentTold", "SignalRaised", "ZoneChecked", "TaskAsked", "TaskLinkSent"]);
