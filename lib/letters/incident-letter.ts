import { facts, type Letter, paragraph } from "./letter";
import { type LetterFacts, wordsFor } from "./letter-facts";
import { ending, online, said, toSpace } from "./medium";
import { parseNotation } from "./notation";

/** Says that a message about an incident waits in the person's space, and that their request goes on; a letter on paper quotes it. GDPR Art. 12(1). */
export function incidentLetter(about: LetterFacts<"IncidentTold">): Letter {
  const { request, limit, paper } = about;
  const { letters, day } = wordsFor(request.locale);
  const words = letters.incident;
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      said(about, words.lead),
      ...parseNotation(paper?.body ?? ""),
      ...toSpace(about, words.button),
      facts([[letters.reference, request.reference]]),
      paragraph(limit.suspendedSince ? words.goesOn : words.clock(day(limit.dueOn))),
      ...online(about, paragraph(letters.howToOpen)),
      ...ending(about),
    ],
  };
}
