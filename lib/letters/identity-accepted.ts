import { lastsIn } from "@/lib/i18n/lengths";
import { facts, type Letter, paragraph } from "./letter";
import { type LetterFacts, wordsFor } from "./letter-facts";
import { ending, toSpace } from "./medium";

/** Says that the check is done; that the documents are destroyed, where there were any, and what remains of them; that asking for one did not stop the clock, where it was not needed. GDPR Art. 5(1)(a), 12(6), 13(2)(a). */
export function identityAccepted(about: LetterFacts<"IdentityAccepted">): Letter {
  const { request, event, limit } = about;
  const { letters, law, day } = wordsFor(request.locale);
  const words = letters.identityAccepted;
  const unneeded = event.data.heardOn === null && limit.steps.findLast(({ rule }) => rule === "identity-pause-unneeded");
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(event.data.destroyedFileIds.length > 0 ? words.lead(lastsIn(request.locale)("picture-mark", "received")) : words.leadWithout),
      facts([
        [letters.reference, request.reference],
        [words.dueOn, day(limit.dueOn)],
      ]),
      ...(unneeded ? [paragraph(law.step(unneeded, { date: day }))] : []),
      ...toSpace(about, letters.open),
      ...ending(about),
    ],
  };
}
