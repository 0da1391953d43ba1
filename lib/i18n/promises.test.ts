import { expect, test } from "vitest";
import { messages } from "./messages";

/** What is promised before anything is asked is what the clock does. GDPR Art. 12(3), 12(6); Reg. 1182/71 art. 3(4). */
test.each([
  ["fr", [/un mois à partir de la réception/i, /jour ouvré suivant/, /suspendu/, /prolongé de deux mois au plus/, /avant la fin du premier/], /en un mois au plus|dans le mois|que s’il nous manque/],
  ["en", [/one month from receipt/i, /next working day/, /suspended/, /extended by two months at most/, /before the first month ends/], /within one month at the latest|month at most|suspended only/],
] as const)("the month is promised with all that may lengthen it (%s)", (locale, said, never) => {
  const { ask: { start }, site: { front } } = messages(locale);
  const time = front.facts.map(({ detail }) => detail).join(" ");
  for (const part of said) expect(time).toMatch(part);
  for (const part of said.slice(2)) expect(start.oneMonth).toMatch(part);
  for (const words of [time, start.oneMonth, front.lead("X"), ...front.how("X").map(({ text }) => text)]) expect(words).not.toMatch(never);
});
