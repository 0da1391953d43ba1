import { button, facts, type Letter, paragraph } from "./letter";
import { type LetterFacts, spacePath, wordsFor } from "./letter-facts";

/** Says that the check is done and the documents are destroyed. */
export function identityAccepted({ request, limit }: LetterFacts<"IdentityAccepted">): Letter {
  const { letters, day } = wordsFor(request.locale);
  const words = letters.identityAccepted;
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(words.lead),
      facts([
        [letters.reference, request.reference],
        [words.dueOn, day(limit.dueOn)],
      ]),
      button(letters.open, spacePath(request)),
      paragraph(letters.noReply),
    ],
  };
}
