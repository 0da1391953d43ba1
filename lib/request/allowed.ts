import { identityPolicyOf } from "@/lib/law/rights";
import type { RequestState, SubjectRequest } from "./request";

/** Which commands are open in which state: the same table makes the buttons and guards the writes. */
const handling = ["takeCase", "addNote", "askQuestion", "askIdentity", "acceptIdentity", "decideClaim", "draftReply", "sendReply", "extendDeadline", "askClarification", "recordMessage", "recordIdentity", "recordEvidence", "checkZone"] as const;
const own = ["sendMessage", "withdrawRequest", "receiveIdentity", "noteEmailCode"] as const;
/** What is written down about letters and how the request came: at any time, as long as there is a case file. */
const record = ["addReceiptProof", "recordAddress", "recordPosting"] as const;
const worker = ["recordLetter", "refuseUnsafeFile", "raiseSignals"] as const;

const table = {
  new: [...handling, ...own, ...worker, ...record],
  "awaiting-identity": ["lapseIdentity", "takeCase", "addNote", "askQuestion", "acceptIdentity", "askIdentity", "decideClaim", "draftReply", "sendReply", "extendDeadline", "askClarification", "recordMessage", "recordIdentity", "recordEvidence", "checkZone", ...own, ...worker, ...record],
  "identity-to-check": ["destroyUndecided", "takeCase", "addNote", "askQuestion", "acceptIdentity", "rejectIdentity", "draftReply", "extendDeadline", "askClarification", "recordMessage", "recordIdentity", "recordEvidence", "checkZone", ...own, ...worker, ...record],
  "in-progress": [...handling, ...own, ...worker, ...record],
  "awaiting-answer": [...handling, ...own, ...worker, ...record],
  answered: ["addNote", "askQuestion", "recordMessage", "sendMessage", "purgeCaseFile", ...worker, ...record],
  "message-after-reply": ["addNote", "askQuestion", "recordMessage", "sendMessage", "purgeCaseFile", ...worker, ...record],
  withdrawn: ["addNote", "purgeCaseFile", ...worker, ...record],
} as const satisfies Record<RequestState, readonly string[]>;

export type CommandName = (typeof table)[RequestState][number];

/** Is the command open now? Finer conditions are the command's own refusals. */
export function isAllowed(request: SubjectRequest, name: string): boolean {
  if (!request.hasCaseFile) return false;
  if (name === "extendDeadline" && request.extension) return false;
  if (name === "askClarification") return !request.clarificationAskedOn && request.claims.some(({ right }) => right === "access") && includes(request, name);
  if (name === "acceptIdentity" || name === "askIdentity" || name === "recordIdentity" || name === "recordEvidence" || name === "checkZone") return !request.verification && identityPolicyOf(request.claims) !== "never" && includes(request, name);
  if (name === "noteEmailCode") return !request.emailCodeUsedOn && !request.verification && includes(request, name);
  if (name === "addReceiptProof") return request.channel !== "portal" && request.channel !== "telephone";
  if (name === "sendReply") return request.claims.every((claim) => claim.decision) && includes(request, name);
  return includes(request, name);
}

function includes(request: SubjectRequest, name: string): boolean {
  return (table[request.state] as readonly string[]).includes(name);
}

/** Every command, once. */
export const commandNames: readonly CommandName[] = [...new Set(Object.values(table).flat())];
