import { expect, test } from "vitest";
import { messages } from "./messages";

test.each([
  ["fr", [/le jour même/, /au plus tard un jour/, /dans les 10 jours/], /sept jours|7 jours/, /repartira du début/, /reprendra où/],
  ["en", [/on the very day/, /within one day/, /within 10 days/], /seven days|7 days/, /start again from the beginning/, /go on from where/],
] as const)("what the controller may set is said as it is set (%s)", (locale, within, typed, anew, resumes) => {
  const { office: { check }, timeLimit: { answer } } = messages(locale);
  [0, 1, 10].forEach((days, index) => expect(check.askPauses(days)).toMatch(within[index] as RegExp));
  for (const words of [check.askLaw, check.askPauses(10), check.askNeverPauses]) expect(words).not.toMatch(typed);
  expect(answer.suspended("X", true)).toMatch(anew);
  expect(answer.suspended("X", false)).toMatch(resumes);
});
