import { button, facts, type Letter, paragraph } from "./letter";
import { dpoOf, type LetterFacts, spacePath, wordsFor } from "./letter-facts";

/** Asks the person to specify an access request; what is asked waits in their space. Says whether the clock stands still. GDPR recital 63. */
export function clarificationRequest({ request, limit, controller }: LetterFacts<"ClarificationRequested">): Letter {
  const { letters, day } = wordsFor(request.locale);
  const words = letters.clarificationRequest;
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(words.lead),
      paragraph(words.free),
      button(words.button, spacePath(request)),
      facts([[letters.reference, request.reference]]),
      paragraph(limit.suspendedSince ? words.suspended(day(limit.suspendedSince), day(limit.dueOn)) : words.clock(day(limit.dueOn))),
      paragraph(letters.howToOpen),
      paragraph(letters.who(controller.name, dpoOf(controller, request.locale), controller.dpoEmail)),
      paragraph(letters.noReply),
    ],
  };
}
