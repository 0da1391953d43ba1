import { owedClaims } from "@/lib/request/request";
import { facts, type Letter, list, paragraph } from "./letter";
import { type LetterFacts, wordsFor } from "./letter-facts";
import { ending, toSpace } from "./medium";

/** Says that what was asked twice is answered once, by the earlier date, and what goes on by itself. law.md § 1.3; GDPR Art. 12(1), 12(3). */
export function requestMerged(about: LetterFacts<"RequestMerged">): Letter {
  const { request, event, limit } = about;
  const { letters, law, day } = wordsFor(request.locale);
  const words = letters.requestMerged;
  const { into, receivedOn, dueOn, claimIds } = event.data;
  const rest = owedClaims(request);
  return {
    subject: words.subject(request.reference, into),
    blocks: [
      paragraph(letters.greeting),
      paragraph(words.lead(request.reference, into, day(receivedOn))),
      list(request.claims.filter(({ id }) => claimIds.includes(id)).map(({ right }) => law.right[right].name)),
      paragraph(words.once),
      facts([
        [words.older, into],
        [words.dueOn, day(dueOn)],
      ]),
      ...(rest.length > 0 ? [paragraph(words.rest(day(limit.dueOn))), list(rest.map(({ right }) => law.right[right].name))] : [paragraph(words.closed(request.reference))]),
      paragraph(words.different),
      ...toSpace(about, letters.open),
      ...ending(about),
    ],
  };
}
