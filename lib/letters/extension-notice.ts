import { facts, type Letter, list, paragraph } from "./letter";
import { dpoOf, type LetterFacts, wordsFor } from "./letter-facts";
import { ending, said, toSpace } from "./medium";
import { parseNotation } from "./notation";

/** Tells of the extension with its reasons, the date until now and the new one, and the remedies. GDPR Art. 12(3). */
export function extensionNotice(about: LetterFacts<"DeadlineExtended">): Letter {
  const { request, event, limit, controller } = about;
  const { letters, law, day } = wordsFor(request.locale);
  const words = letters.extensionNotice;
  const { months, reasons, messageId } = event.data;
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(words.lead(months)),
      paragraph(words.why),
      list(reasons.map((reason) => law.extensionReason[reason].letter)),
      ...(messageId ? [said(about, words.more), ...parseNotation(about.paper?.body ?? "")] : []),
      facts([
        [letters.reference, request.reference],
        [words.was, day(limit.refusalDueOn)],
        [words.dueOn, day(limit.dueOn)],
      ]),
      paragraph(words.law),
      ...toSpace(about, words.button),
      paragraph(letters.who(controller.name, dpoOf(controller, request.locale), controller.dpoEmail)),
      paragraph(letters.cnil),
      ...ending(about),
    ],
  };
}
