import { isOpen } from "@/lib/request/request";
import { facts, type Letter, paragraph } from "./letter";
import { type LetterFacts, wordsFor } from "./letter-facts";
import { ending, toSpace } from "./medium";

/** Acknowledges a message or documents; says that a suspension has ended. On a closed case no date is due any more. */
export function messageReceived(about: LetterFacts<"MessageReceived" | "IdentityReceived">): Letter {
  const { request, event, limit } = about;
  const { letters, day } = wordsFor(request.locale);
  const words = letters.messageReceived;
  const areDocuments = event.type === "IdentityReceived";
  return {
    subject: areDocuments ? words.subjectFiles(request.reference) : words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(areDocuments ? words.leadFiles : words.lead),
      facts([[letters.reference, request.reference], ...(isOpen(request) ? [[words.dueOn, day(limit.dueOn)] satisfies [string, string]] : [])]),
      ...(areDocuments && limit.steps.some((step) => step.rule === "identity-pause") ? [paragraph(words.resumed)] : []),
      ...toSpace(about, letters.open),
      ...ending(about),
    ],
  };
}
