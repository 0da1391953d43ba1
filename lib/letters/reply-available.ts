import { dpoOf } from "./letter-facts";
import { facts, type Letter, list, paragraph } from "./letter";
import { type LetterFacts, wordsFor } from "./letter-facts";
import { ending, toSpace } from "./medium";
import { parseNotation } from "./notation";

/**
 * Says that the answer can be read in the person's space; nothing of it is quoted or attached in a mail, not even whether it
 * refuses. On paper it is the answer itself, which greets and closes in its own words.
 */
export function replyAvailable(about: LetterFacts<"ReplySent">): Letter {
  const { request, event, controller, paper } = about;
  const { letters, day } = wordsFor(request.locale);
  const words = letters.replyAvailable;
  if (paper) {
    const enclosed = paper.enclosed.length > 0 ? [paragraph(words.enclosed), list([...paper.enclosed])] : [];
    return { subject: words.subjectPaper(request.reference), blocks: [...parseNotation(paper.body ?? ""), ...enclosed] };
  }
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(words.lead),
      ...toSpace(about, words.button, "/reply"),
      facts([
        [letters.reference, request.reference],
        [words.answeredOn, day(event.on)],
      ]),
      paragraph(letters.howToOpen),
      ...(event.data.fileIds.length > 0 ? [paragraph(words.files)] : []),
      paragraph(words.remedies),
      paragraph(letters.who(controller.name, dpoOf(controller, request.locale), controller.dpoEmail)),
      ...ending(about),
    ],
  };
}
