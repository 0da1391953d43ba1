import { isOpen } from "@/lib/request/request";
import { button, facts, type Letter, paragraph } from "./letter";
import { dpoOf, type LetterFacts, spacePath, wordsFor } from "./letter-facts";

/** Says that a file could not be kept and is destroyed, without blame, and what would help. On a closed case no date is due any more. */
export function fileRefused({ request, event, limit, controller }: LetterFacts<"FileRefusedAsUnsafe">): Letter {
  const { letters, day } = wordsFor(request.locale);
  const words = letters.fileRefused;
  const isOurs = event.data.purpose === "reply";
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(isOurs ? words.leadReply : words.lead),
      paragraph(isOurs ? words.nextReply : words.next),
      button(letters.open, spacePath(request)),
      facts([[letters.reference, request.reference], ...(isOpen(request) ? [[words.dueOn, day(limit.dueOn)] satisfies [string, string]] : [])]),
      paragraph(letters.who(controller.name, dpoOf(controller, request.locale), controller.dpoEmail)),
      paragraph(letters.noReply),
    ],
  };
}
