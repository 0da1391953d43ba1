import { isOpen } from "@/lib/request/request";
import { facts, type Letter, paragraph } from "./letter";
import { dpoOf, type LetterFacts, wordsFor } from "./letter-facts";
import { ending, said, toSpace } from "./medium";

/** Says that a file could not be kept and is destroyed, without blame, and what would help. On a closed case no date is due any more. */
export function fileRefused(about: LetterFacts<"FileRefusedAsUnsafe">): Letter {
  const { request, event, limit, controller } = about;
  const { letters, day } = wordsFor(request.locale);
  const words = letters.fileRefused;
  const isOurs = event.data.purpose === "reply";
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(isOurs ? words.leadReply : words.lead),
      said(about, isOurs ? words.nextReply : words.next),
      ...toSpace(about, letters.open),
      facts([[letters.reference, request.reference], ...(isOpen(request) ? [[words.dueOn, day(limit.dueOn)] satisfies [string, string]] : [])]),
      paragraph(letters.who(controller.name, dpoOf(controller, request.locale), controller.dpoEmail)),
      ...ending(about),
    ],
  };
}
