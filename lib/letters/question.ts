import { isOpen } from "@/lib/request/request";
import { button, facts, type Letter, paragraph } from "./letter";
import { type LetterFacts, spacePath, wordsFor } from "./letter-facts";

/** Says that a question waits in the person's space; it is never quoted. Once the reply is given it is a message, and no date is due. */
export function question({ request, limit }: LetterFacts<"QuestionAsked">): Letter {
  const { letters, day } = wordsFor(request.locale);
  const words = isOpen(request) ? letters.question : letters.question.afterReply;
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(words.lead),
      button(words.button, spacePath(request)),
      facts([[letters.reference, request.reference]]),
      ...(isOpen(request) && !limit.suspendedSince ? [paragraph(letters.question.clock(day(limit.dueOn)))] : []),
      paragraph(letters.howToOpen),
      paragraph(letters.noReply),
    ],
  };
}
