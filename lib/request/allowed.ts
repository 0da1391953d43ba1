import { identityPolicyOf } from "@/lib/law/rights";
import { reopenableClaims } from "./check/reopening";
import { keepsDirective } from "./retain/keeps-directive";
import { closedStates, owedClaims, type RequestState, type SubjectRequest } from "./request";

/** Which commands are open in which state: the same table makes the buttons and guards the writes. */
const handling = ["takeCase", "assignCase", "addNote", "askQuestion", "askIdentity", "acceptIdentity", "decideClaim", "draftReply", "sendReply", "extendDeadline", "askClarification", "recordMessage", "recordIdentity", "recordEvidence", "checkZone", "mergeInto", "takeDuplicate", "linkIncident", "tellIncident"] as const;
const own = ["sendMessage", "withdrawRequest", "receiveIdentity", "noteEmailCode"] as const;
/** What is written down about letters and how the request came: at any time, as long as there is a case file. */
const record = ["addReceiptProof", "recordAddress", "recordPosting"] as const;
/** To and from other departments, as long as an answer is owed. */
const departments = ["askDepartments", "withdrawTask", "sendTaskLink", "answerTask"] as const;
const worker = ["recordLetter", "refuseUnsafeFile", "raiseSignals", "noteAnotherRight", "releaseCase", "moveCase", "placeByRule"] as const;

const table = {
  new: [...handling, ...own, ...departments, ...worker, ...record],
  "awaiting-identity": ["lapseIdentity", "takeCase", "assignCase", "addNote", "askQuestion", "acceptIdentity", "askIdentity", "decideClaim", "draftReply", "sendReply", "extendDeadline", "askClarification", "recordMessage", "recordIdentity", "recordEvidence", "checkZone", "mergeInto", "takeDuplicate", "linkIncident", "tellIncident", ...own, ...departments, ...worker, ...record],
  "identity-to-check": ["destroyUndecided", "takeCase", "assignCase", "addNote", "askQuestion", "acceptIdentity", "rejectIdentity", "draftReply", "extendDeadline", "askClarification", "recordMessage", "recordIdentity", "recordEvidence", "checkZone", "mergeInto", "takeDuplicate", "linkIncident", "tellIncident", ...own, ...departments, ...worker, ...record],
  "in-progress": [...handling, ...own, ...departments, ...worker, ...record],
  "awaiting-answer": [...handling, ...own, ...departments, ...worker, ...record],
  answered: ["receiveIdentity", "recordIdentity", "reopenRequest", "addNote", "askQuestion", "recordMessage", "sendMessage", "endDirectives", "purgeCaseFile", ...worker, ...record],
  "message-after-reply": ["assignCase", "receiveIdentity", "recordIdentity", "reopenRequest", "addNote", "askQuestion", "recordMessage", "sendMessage", "endDirectives", "purgeCaseFile", ...worker, ...record],
  merged: ["addNote", "purgeCaseFile", ...worker, ...record],
  withdrawn: ["addNote", "purgeCaseFile", ...worker, ...record],
} as const satisfies Record<RequestState, readonly string[]>;

export type CommandName = (typeof table)[RequestState][number];

/** On an answered request they take up again what was refused for want of proof. */
const takesProof: ReadonlySet<string> = new Set(["receiveIdentity", "recordIdentity", "reopenRequest"]);

/** Is the command open now? Finer conditions are the command's own refusals. */
export function isAllowed(request: SubjectRequest, name: string): boolean {
  if (!request.hasCaseFile) return false;
  if (takesProof.has(name) && closedStates.has(request.state)) return reopenableClaims(request).length > 0 && includes(request, name);
  if (name === "extendDeadline" && request.extension) return false;
  if (name === "askClarification") return !request.clarificationAskedOn && request.claims.some(({ right }) => right === "access") && includes(request, name);
  if (name === "acceptIdentity" || name === "askIdentity" || name === "recordIdentity" || name === "recordEvidence" || name === "checkZone") return !request.verification && identityPolicyOf(request.claims) !== "never" && includes(request, name);
  if (name === "noteEmailCode") return !request.emailCodeUsedOn && !request.verification && includes(request, name);
  if (name === "addReceiptProof") return request.channel !== "portal" && request.channel !== "telephone";
  if (name === "endDirectives") return keepsDirective(request) && includes(request, name);
  if (name === "sendReply") return owedClaims(request).every((claim) => claim.decision) && includes(request, name);
  return includes(request, name);
}

function includes(request: SubjectRequest, name: string): boolean {
  return (table[request.state] as readonly string[]).includes(name);
}

/** Every command, once. */
export const commandNames: readonly CommandName[] = [...new Set(Object.values(table).flat())];
