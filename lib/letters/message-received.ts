import { isOpen } from "@/lib/request/request";
import { button, facts, type Letter, paragraph } from "./letter";
import { type LetterFacts, spacePath, wordsFor } from "./letter-facts";

/** Acknowledges a message or documents; says that a suspension has ended. On a closed case no date is due any more. */
export function messageReceived({ request, event, limit }: LetterFacts<"MessageReceived" | "IdentityReceived">): Letter {
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
      button(letters.open, spacePath(request)),
      paragraph(letters.noReply),
    ],
  };
}
