import { expect, test } from "vitest";
import { replies as en } from "./en/replies";
import { replies as fr } from "./fr/replies";
import { lastsIn, lengthWords } from "./lengths";
import { messages } from "./messages";

test("a length with its unit, on one line", () => {
  expect([lengthWords({ years: 1 }, "fr"), lengthWords({ years: 5 }, "fr"), lengthWords({ days: 30 }, "en"), lengthWords({ hours: 1 }, "en")]).toEqual(["1\u00a0an", "5\u00a0ans", "30\u00a0days", "1\u00a0hour"]);
});

test.each([
  ["fr", ["24\u00a0heures", "7\u00a0jours", "5\u00a0ans", "30\u00a0jours", "12\u00a0mois", "30\u00a0jours", "24\u00a0heures"]],
  ["en", ["24\u00a0hours", "7\u00a0days", "5\u00a0years", "30\u00a0days", "12\u00a0months", "30\u00a0days", "24\u00a0hours"]],
] as const)("the public page tells how long each thing is kept, as the rules have it (%s)", (locale, lengths) => {
  const told = messages(locale).yourData.kept(lastsIn(locale)).flatMap(({ until }) => until.match(/\d+\u00a0\p{L}+/gu) ?? []);
  expect(told).toEqual(lengths);
});

test("what no rule keeps from such a day cannot be told", () => {
  expect(() => lastsIn("fr")("draft", "closed")).toThrow("draft");
});

test.each([["fr", /pendant 12\u00a0mois.*empreinte/], ["en", /for 12\u00a0months.*fingerprint/]] as const)("who is told what is kept of their documents is told of the fingerprint, and for how long (%s)", (locale, said) => {
  const { follow, letters } = messages(locale);
  const replies = { fr, en };
  const marks = lastsIn(locale)("picture-mark", "received");
  for (const words of [follow.check.destroyed(marks), letters.identityAccepted.lead(marks), letters.identityRequest.kept.mail(marks), replies[locale].identity("", true, marks)]) expect(words).toMatch(said);
  for (const words of [letters.identityRequest.kept.paper(), replies[locale].identity("", false, marks)]) expect(words, "no picture").not.toMatch(/empreinte|fingerprint/);
});
