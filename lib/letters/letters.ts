import type { LetterName, RequestEvent, RequestEventType } from "@/lib/request/event";
import { clarificationRequest } from "./clarification-request";
import { extensionNotice } from "./extension-notice";
import { fileRefused } from "./file-refused";
import { incidentLetter } from "./incident-letter";
import { identityAccepted } from "./identity-accepted";
import { identityLapsed } from "./identity-lapsed";
import { identityRejected } from "./identity-rejected";
import { identityRequest } from "./identity-request";
import type { Letter } from "./letter";
import type { LetterFacts } from "./letter-facts";
import { messageReceived } from "./message-received";
import { proofsExpired } from "./proofs-expired";
import { question } from "./question";
import { receipt } from "./receipt";
import { replyAvailable } from "./reply-available";
import { requestMerged } from "./request-merged";
import { requestReopened } from "./request-reopened";
import { withdrawalNoted } from "./withdrawal-noted";

/** Each letter, with the kinds of event it may follow. */
const table = {
  receipt: letter(["RequestFiled", "AddressRecorded"], receipt),
  "identity-request": letter(["IdentityRequested"], identityRequest),
  "identity-accepted": letter(["IdentityAccepted"], identityAccepted),
  "identity-rejected": letter(["IdentityRejected"], identityRejected),
  "identity-lapsed": letter(["IdentityLapsed"], identityLapsed),
  question: letter(["QuestionAsked"], question),
  "incident-letter": letter(["IncidentTold"], incidentLetter),
  "clarification-request": letter(["ClarificationRequested"], clarificationRequest),
  "extension-notice": letter(["DeadlineExtended"], extensionNotice),
  "message-received": letter(["MessageReceived", "IdentityReceived"], messageReceived),
  "reply-available": letter(["ReplySent"], replyAvailable),
  "request-merged": letter(["RequestMerged"], requestMerged),
  "request-reopened": letter(["RequestReopened"], requestReopened),
  "proofs-expired": letter(["ProofsExpired"], proofsExpired),
  "withdrawal-noted": letter(["RequestWithdrawn"], withdrawalNoted),
  "file-refused": letter(["FileRefusedAsUnsafe"], fileRefused),
} satisfies Record<LetterName, (facts: LetterFacts) => Letter>;

/** Writes the letter of that name, in the language of the request. Throws if the event is not one it follows. */
export function writeLetter(name: LetterName, facts: LetterFacts): Letter {
  return table[name](facts);
}

function letter<Type extends RequestEventType>(after: readonly Type[], write: (facts: LetterFacts<Type>) => Letter) {
  const follows = (event: RequestEvent): event is Extract<RequestEvent, { type: Type }> => (after as readonly string[]).includes(event.type);
  return ({ event, ...rest }: LetterFacts): Letter => {
    if (!follows(event)) throw new Error("the letter does not follow this event");
    return write({ ...rest, event });
  };
}
