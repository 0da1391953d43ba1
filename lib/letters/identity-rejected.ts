import { dpoOf } from "./letter-facts";
import { button, facts, type Letter, paragraph } from "./letter";
import { type LetterFacts, spacePath, wordsFor } from "./letter-facts";

/** Says why a document was not accepted, that it is destroyed, and what would help. */
export function identityRejected({ request, event, limit, controller }: LetterFacts<"IdentityRejected">): Letter {
  const { letters, law, day } = wordsFor(request.locale);
  const words = letters.identityRejected;
  const rejection = law.proofRejection[event.data.reason];
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(words.lead(rejection.letter)),
      paragraph(rejection.help),
      paragraph(words.next),
      button(words.button, spacePath(request, "/check")),
      facts([
        [letters.reference, request.reference],
        [words.dueOn, day(limit.dueOn)],
      ]),
      paragraph(letters.who(controller.name, dpoOf(controller, request.locale), controller.dpoEmail)),
      paragraph(letters.noReply),
    ],
  };
}
