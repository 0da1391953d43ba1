import { dpoOf } from "./letter-facts";
import { facts, type Letter, paragraph } from "./letter";
import { type LetterFacts, wordsFor } from "./letter-facts";
import { ending, said, toSpace } from "./medium";

/** Says why a document was not accepted, that it is destroyed, and what would help. */
export function identityRejected(about: LetterFacts<"IdentityRejected">): Letter {
  const { request, event, limit, controller } = about;
  const { letters, law, day } = wordsFor(request.locale);
  const words = letters.identityRejected;
  const rejection = law.proofRejection[event.data.reason];
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(words.lead(rejection.letter)),
      paragraph(rejection.help),
      said(about, words.next),
      ...toSpace(about, words.button, "/check"),
      facts([
        [letters.reference, request.reference],
        [words.dueOn, day(limit.dueOn)],
      ]),
      paragraph(letters.who(controller.name, dpoOf(controller, request.locale), controller.dpoEmail)),
      ...ending(about),
    ],
  };
}
