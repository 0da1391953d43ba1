import { dpoOf } from "./letter-facts";
import { button, facts, type Letter, paragraph } from "./letter";
import { type LetterFacts, wordsFor } from "./letter-facts";
import { online } from "./medium";

/** Confirms that the person took the request back, and how to mend a mistake. */
export function withdrawalNoted(about: LetterFacts<"RequestWithdrawn">): Letter {
  const { request, event, controller } = about;
  const { letters, day } = wordsFor(request.locale);
  const words = letters.withdrawalNoted;
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(words.lead),
      facts([
        [letters.reference, request.reference],
        [words.withdrawnOn, day(event.data.arrived?.on ?? event.on)],
      ]),
      paragraph(words.again),
      ...online(about, button(words.button, `/${request.locale}`)),
      paragraph(words.mistake),
      paragraph(letters.who(controller.name, dpoOf(controller, request.locale), controller.dpoEmail)),
    ],
  };
}
