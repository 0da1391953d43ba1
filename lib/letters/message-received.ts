import { isOpen } from "@/lib/request/request";
import { facts, type Letter, paragraph } from "./letter";
import { type LetterFacts, wordsFor } from "./letter-facts";
import { ending, toSpace } from "./medium";

type Facts = LetterFacts<"MessageReceived" | "IdentityReceived">;

/** Acknowledges a message or documents; says that a suspension has ended. On a closed case no date is due any more. */
export function messageReceived(about: Facts): Letter {
  const { request, event, limit } = about;
  const { letters, day } = wordsFor(request.locale);
  const words = letters.messageReceived;
  return {
    subject: event.type === "IdentityReceived" ? words.subjectFiles(request.reference) : words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(lead(event, request.locale)),
      facts([[letters.reference, request.reference], ...(isOpen(request) ? [[words.dueOn, day(limit.dueOn)] satisfies [string, string]] : [])]),
      ...resumed(about),
      ...toSpace(about, letters.open),
      ...ending(about),
    ],
  };
}

function lead({ type, data: { arrived } }: Facts["event"], locale: "fr" | "en"): string {
  const { letters: { messageReceived: words }, law, day } = wordsFor(locale);
  const isDocument = type === "IdentityReceived";
  if (!arrived) return isDocument ? words.leadFiles : words.lead;
  return (isDocument ? words.leadSeen : words.leadRecorded)(law.channel[arrived.channel], day(arrived.on));
}

/** Only what has just ended a suspension says so. */
function resumed({ request, event, limit }: Facts) {
  const { letters: { messageReceived: words } } = wordsFor(request.locale);
  const last = request.timeLimitEvents.at(-1);
  if (last?.on !== (event.data.arrived?.on ?? event.on)) return [];
  if (event.type === "IdentityReceived" && limit.steps.some(({ rule }) => rule === "identity-pause")) return [paragraph(words.resumed)];
  if (event.type === "MessageReceived" && last?.type === "clarification-received" && limit.steps.some(({ rule }) => rule === "clarification-pause")) return [paragraph(words.resumedClarification)];
  return [];
}
