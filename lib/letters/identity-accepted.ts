import { button, facts, type Letter, paragraph } from "./letter";
import { type LetterFacts, spacePath, wordsFor } from "./letter-facts";

/** Says that the check is done; that the documents are destroyed, where there were any. */
export function identityAccepted({ request, event, limit }: LetterFacts<"IdentityAccepted">): Letter {
  const { letters, day } = wordsFor(request.locale);
  const words = letters.identityAccepted;
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(event.data.destroyedFileIds.length > 0 ? words.lead : words.leadWithout),
      facts([
        [letters.reference, request.reference],
        [words.dueOn, day(limit.dueOn)],
      ]),
      button(letters.open, spacePath(request)),
      paragraph(letters.noReply),
    ],
  };
}
