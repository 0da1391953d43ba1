import { facts, heading, type Letter, list, paragraph } from "./letter";
import { dpoOf, type LetterFacts, wordsFor } from "./letter-facts";
import { ending, said, toSpace } from "./medium";

/**
 * Says that nothing came, that the time runs again and until when, what we will have to answer without proof, and that it may
 * still be sent. What was asked for is named again. GDPR Art. 12(2), 12(4).
 */
export function identityLapsed(about: LetterFacts<"IdentityLapsed">): Letter {
  const { request, event, limit, controller } = about;
  const { letters, law, day } = wordsFor(request.locale);
  const words = letters.identityLapsed;
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(words.lead(day(event.data.since))),
      ...(request.identityAsked ? [list(request.identityAsked.kinds.map((kind) => law.proofKind[kind]))] : []),
      facts([
        [letters.reference, request.reference],
        [words.dueOn, day(limit.dueOn)],
      ]),
      paragraph(words.resumed),
      paragraph(words.otherwise),
      heading(words.stillTitle),
      said(about, words.still),
      ...toSpace(about, words.button, "/check"),
      said(about, words.difficulty),
      paragraph(letters.who(controller.name, dpoOf(controller, request.locale), controller.dpoEmail)),
      ...ending(about),
    ],
  };
}
