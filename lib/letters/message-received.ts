import { isOpen } from "@/lib/request/request";
import { button, facts, type Letter, paragraph } from "./letter";
import { type LetterFacts, spacePath, wordsFor } from "./letter-facts";

type Facts = LetterFacts<"MessageReceived" | "IdentityReceived">;

/** Acknowledges a message or documents; says that a suspension has ended. On a closed case no date is due any more. */
export function messageReceived({ request, event, limit }: Facts): Letter {
  const { letters, day } = wordsFor(request.locale);
  const words = letters.messageReceived;
  const areDocuments = event.type === "IdentityReceived";
  return {
    subject: areDocuments ? words.subjectFiles(request.reference) : words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(lead(event, request.locale)),
      facts([[letters.reference, request.reference], ...(isOpen(request) ? [[words.dueOn, day(limit.dueOn)] satisfies [string, string]] : [])]),
      ...resumed({ request, event, limit }),
      button(letters.open, spacePath(request)),
      paragraph(letters.noReply),
    ],
  };
}

function lead(event: Facts["event"], locale: "fr" | "en"): string {
  const { letters: { messageReceived: words }, law, day } = wordsFor(locale);
  const { arrival } = event.data;
  const isDocument = event.type === "IdentityReceived";
  if (!arrival) return isDocument ? words.leadFiles : words.lead;
  return (isDocument ? words.leadSeen : words.leadRecorded)(law.arrivalChannel[arrival.channel].toLowerCase(), day(arrival.on));
}

/** Only what has just ended a suspension says so. */
function resumed({ request, event, limit }: Pick<Facts, "request" | "event" | "limit">) {
  const { letters: { messageReceived: words } } = wordsFor(request.locale);
  const last = request.timeLimitEvents.at(-1);
  if (last?.on !== (event.data.arrival?.on ?? event.on)) return [];
  if (event.type === "IdentityReceived" && limit.steps.some(({ rule }) => rule === "identity-pause")) return [paragraph(words.resumed)];
  if (event.type === "MessageReceived" && last?.type === "clarification-received" && limit.steps.some(({ rule }) => rule === "clarification-pause")) return [paragraph(words.resumedClarification)];
  return [];
}
