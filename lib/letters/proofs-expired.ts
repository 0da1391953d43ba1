import { facts, type Letter, paragraph } from "./letter";
import { dpoOf, type LetterFacts, wordsFor } from "./letter-facts";
import { ending, said, toSpace } from "./medium";

/** Says that documents were destroyed before we had decided on them: our delay, nothing of the request is lost, and what is to be done, if anything. */
export function proofsExpired(about: LetterFacts<"ProofsExpired">): Letter {
  const { request, event, limit, controller } = about;
  const { letters, day } = wordsFor(request.locale);
  const words = letters.proofsExpired;
  const { isNeeded } = event.data;
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(words.lead),
      isNeeded ? said(about, words.again) : paragraph(words.notNeeded),
      ...(isNeeded ? toSpace(about, words.button, "/check") : []),
      paragraph(words.nothingLost),
      facts([
        [letters.reference, request.reference],
        [words.dueOn, day(limit.dueOn)],
      ]),
      paragraph(letters.who(controller.name, dpoOf(controller, request.locale), controller.dpoEmail)),
      ...ending(about),
    ],
  };
}
