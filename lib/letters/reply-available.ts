import { dpoOf } from "./letter-facts";
import { button, facts, type Letter, paragraph } from "./letter";
import { type LetterFacts, spacePath, wordsFor } from "./letter-facts";

/** Says that the answer can be read in the person's space; nothing of it is quoted or attached, not even whether it refuses. */
export function replyAvailable({ request, event, controller }: LetterFacts<"ReplySent">): Letter {
  const { letters, day } = wordsFor(request.locale);
  const words = letters.replyAvailable;
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(words.lead),
      button(words.button, spacePath(request, "/reply")),
      facts([
        [letters.reference, request.reference],
        [words.answeredOn, day(event.on)],
      ]),
      paragraph(letters.howToOpen),
      ...(event.data.fileIds.length > 0 ? [paragraph(words.files)] : []),
      paragraph(words.remedies),
      paragraph(letters.who(controller.name, dpoOf(controller, request.locale), controller.dpoEmail)),
      paragraph(letters.noReply),
    ],
  };
}
