import { facts, type Letter, list, paragraph } from "./letter";
import { type LetterFacts, wordsFor } from "./letter-facts";
import { ending, online, toSpace } from "./medium";

/** Says that what was refused for want of proof is taken up again, why, which rights, and until when the answer is due: a new month with the proof, the first date where we were wrong. GDPR Art. 12(2)-(4). */
export function requestReopened(about: LetterFacts<"RequestReopened">): Letter {
  const { request, event, limit } = about;
  const { letters, law, day } = wordsFor(request.locale);
  const words = letters.requestReopened;
  const taken = request.claims.filter(({ id }) => event.data.claimIds.includes(id));
  return {
    subject: words.subject(request.reference),
    blocks: [
      paragraph(letters.greeting),
      paragraph(words.lead),
      paragraph(event.data.by === "proof" ? words.proof(day(event.data.on)) : words.staff),
      facts([
        [letters.reference, request.reference],
        [words.dueOn, day(limit.dueOn)],
      ]),
      paragraph(words.taken),
      list(taken.map(({ right }) => law.right[right].name)),
      ...(taken.length < request.claims.length ? [paragraph(words.rest)] : []),
      paragraph(event.data.goesOn ? words.goesOn : words.month),
      ...online(about, paragraph(words.earlier)),
      ...toSpace(about, letters.open),
      ...ending(about),
    ],
  };
}
