import { button, facts, type Letter, paragraph } from "./letter";
import { type LetterFacts, spacePath, wordsFor } from "./letter-facts";

/** Says that a question waits in the person's space; it is never quoted. */
export function question({ request, limit }: LetterFacts<"QuestionAsked">): Letter {
  const { letters, day } = wordsFor(request.locale);
  const words = letters.question;
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(words.lead),
      button(words.button, spacePath(request)),
      facts([[letters.reference, request.reference]]),
      ...(limit.suspendedSince ? [] : [paragraph(words.clock(day(limit.dueOn)))]),
      paragraph(letters.howToOpen),
      paragraph(letters.noReply),
    ],
  };
}
