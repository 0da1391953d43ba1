import { facts, type Letter, paragraph } from "./letter";
import { dpoOf, type LetterFacts, wordsFor } from "./letter-facts";
import { ending, online, said, toSpace } from "./medium";
import { parseNotation } from "./notation";

/** Asks the person to specify an access request; what is asked waits in their space, or stands in a letter on paper. Says whether the clock stands still. GDPR recital 63. */
export function clarificationRequest(about: LetterFacts<"ClarificationRequested">): Letter {
  const { request, limit, controller } = about;
  const { letters, day } = wordsFor(request.locale);
  const words = letters.clarificationRequest;
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      said(about, words.lead),
      ...parseNotation(about.paper?.body ?? ""),
      paragraph(words.free),
      ...toSpace(about, words.button),
      facts([[letters.reference, request.reference]]),
      paragraph(limit.suspendedSince ? words.suspended(day(limit.suspendedSince), day(limit.dueOn)) : words.clock(day(limit.dueOn))),
      ...online(about, paragraph(letters.howToOpen)),
      paragraph(letters.who(controller.name, dpoOf(controller, request.locale), controller.dpoEmail)),
      ...ending(about),
    ],
  };
}
