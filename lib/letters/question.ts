import { isOpen } from "@/lib/request/request";
import { facts, type Letter, paragraph } from "./letter";
import { type LetterFacts, wordsFor } from "./letter-facts";
import { ending, online, said, toSpace } from "./medium";
import { parseNotation } from "./notation";

/**
 * Says that a question waits in the person's space; no mail quotes it, a letter on paper does. Once the reply is given it is
 * a message, and no date is due.
 */
export function question(about: LetterFacts<"QuestionAsked">): Letter {
  const { request, limit, paper } = about;
  const { letters, day } = wordsFor(request.locale);
  const words = isOpen(request) ? letters.question : letters.question.afterReply;
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      said(about, words.lead),
      ...parseNotation(paper?.body ?? ""),
      ...toSpace(about, words.button),
      facts([[letters.reference, request.reference]]),
      ...(isOpen(request) && !limit.suspendedSince ? [paragraph(letters.question.clock(day(limit.dueOn)))] : []),
      ...online(about, paragraph(letters.howToOpen)),
      ...ending(about),
    ],
  };
}
