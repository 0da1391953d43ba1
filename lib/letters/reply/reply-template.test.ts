import { expect, test } from "vitest";
import type { Locale } from "@/lib/i18n/locale";
import { groundsOf, type RefusalGround } from "@/lib/law/grounds";
import { needsGround, type Outcome, outcomesOf } from "@/lib/law/outcomes";
import { type Right, rights } from "@/lib/law/rights";
import { sources } from "@/lib/law/sources";
import type { ClaimAnswers } from "@/lib/request/ask/claim-answers";
import { hasPlaceToComplete, namesRemedies } from "@/lib/request/reply/send-reply";
import { exampleAnswers, exampleCaseFile, exampleController, exampleEvents, exampleFacts } from "../example";
import { parseNotation } from "../notation";
import { replyTemplate } from "./reply-template";
import { replyWords } from "./section";

const locales: Locale[] = ["fr", "en"];
type Ended = { locale: Locale; right: Right; outcome: Outcome; grounds: RefusalGround[] };
const every: Ended[] = locales.flatMap((locale) =>
  rights.flatMap((right) =>
    outcomesOf(right).flatMap((outcome) => (needsGround(outcome) ? groundsOf(right).map(({ ground }) => ({ locale, right, outcome, grounds: [ground] })) : [{ locale, right, outcome, grounds: [] }])),
  ),
);

function template(locale: Locale, right: Right, outcome: Outcome | null, grounds: readonly string[] = [], answers: object = {}): string {
  const { request, limit } = exampleFacts(exampleEvents(locale, [right]));
  const claim = request.claims[0] as (typeof request.claims)[number];
  const decided = outcome ? { ...claim, decision: { outcome, grounds: [...grounds] as never, on: request.receivedOn, by: "staff:x" } } : claim;
  const caseFile = exampleCaseFile({ [claim.id]: { right, answers: { ...exampleAnswers[right], ...answers } } as ClaimAnswers });
  caseFile.explanations = { [claim.id]: outcome === "refused" ? "Les faits, expliqués par l’équipe." : "" };
  return replyTemplate({ request: { ...request, claims: [decided] }, caseFile, limit, controller: exampleController, locale });
}

test.each(every)("$locale $right $outcome $grounds", ({ locale, right, outcome, grounds }) => {
  const body = template(locale, right, outcome, grounds);
  expect(body).not.toMatch(/undefined|null|NaN|\[object/);
  expect(body).toContain("K7QF-2M95");
  expect(body).toContain("75334 Paris Cedex 07");
  expect(body).toContain("dpo@optimarest.example");
  expect(namesRemedies(body, locale)).toBe(true);
  for (const source of Object.values(sources)) if (!source.quotable) expect(body).not.toContain(source.label[locale]);
  expect(body.length).toBeLessThan(8000);
  const blocks = parseNotation(body);
  expect(blocks.filter((block) => block.kind === "heading").length).toBeGreaterThanOrEqual(3);
  const isWhollyRefused = outcome === "refused";
  if (isWhollyRefused) expect(body).toContain("Les faits, expliqués par l’équipe.");
});

test.each(locales)("a template with places to complete cannot be sent, a completed one can (%s)", (locale) => {
  const body = template(locale, "access", "fulfilled");
  expect(hasPlaceToComplete(body)).toBe(true);
  expect(hasPlaceToComplete(body.replace(/\[[^\]]*\]/g, "fait"))).toBe(false);
});

test("an undecided claim says so where it cannot be overlooked", () => {
  expect(template("fr", "erasure", null)).toContain("[Décidez d’abord de ce droit");
});

test("what was typed neither makes headings nor fakes a place to complete", () => {
  const body = template("fr", "rectification", "refused", ["conditions-not-met"], { field: "x", wrongValue: "a\n## Faux titre\n- faux", rightValue: "[à compléter]" });
  expect(body).not.toMatch(/^## Faux/m);
  expect(hasPlaceToComplete(body.replaceAll(/\[systèmes[^\]]*\]|\[du … au …\]/g, ""))).toBe(false);
});

test("a relative is told that the death is noted and nothing is disclosed", () => {
  const body = template("fr", "deceased", "fulfilled", [], { capacity: "relative" });
  expect(body).toContain("ni vous dire si nous en avons");
  expect(body).not.toContain("base légale");
  expect(body).not.toContain("souvenirs numériques sont joints");
  expect(body).toContain("condoléances");
});

test("an heir who only wanted the letters to stop proved nothing, and is told nothing of the data", () => {
  for (const outcome of ["fulfilled", "no-data-held"] as const) {
    const body = template("fr", "deceased", outcome, [], { wishes: ["stop-mailings"] });
    expect(body).toContain(replyWords("fr").words.deceased.harmless);
    expect(body).not.toContain("base légale");
    expect(body).not.toContain("trouvé aucune donnée");
    expect(body).not.toContain(replyWords("fr").words.searchedTitle);
  }
  expect(template("fr", "deceased", "fulfilled", [], { wishes: ["stop-mailings"] })).toContain("Plus aucun courrier");
});

test("while heirs disagree only what harms no one is done", () => {
  const body = template("fr", "deceased", "partly-fulfilled", ["heirs-disagree"], { otherHeirs: "disagree" });
  expect(body).toContain("Plus aucun courrier");
  expect(body).not.toContain("Le compte est fermé");
});

test("a refusal writes its provision out, that of the right", () => {
  expect(template("fr", "erasure", "refused", ["legal-claims"])).toContain("(article 17, paragraphe 3, point e), du RGPD)");
  expect(template("en", "portability", "refused", ["conditions-not-met"])).toContain("(Article 20(1) GDPR)");
  expect(template("fr", "deceased", "refused", ["exceeds-estate-purpose"])).toContain("(article 85, II, de la loi Informatique et Libertés)");
});

test.each(locales)("about someone who died no refusal cites the GDPR, which does not reach the dead (%s)", (locale) => {
  for (const { ground } of groundsOf("deceased")) expect(template(locale, "deceased", "refused", [ground]), ground).not.toMatch(/RGPD|GDPR/);
});

test("recipients are told of after rectification, erasure and restriction only. Art. 19", () => {
  const told = rights.filter((right) => template("en", right, "fulfilled").includes("Article 19 GDPR"));
  expect(told).toEqual(["rectification", "erasure", "restriction"]);
});

test.each(locales)("what a letter or a call did not say is left to complete, not invented; what was said is quoted (%s)", (locale) => {
  const essential: Partial<Record<Right, object>> = { restriction: { ground: "legal-claims" }, objection: { kind: "other" }, deceased: { name: "Paul Durand" } };
  for (const right of rights) {
    const { request, limit } = exampleFacts(exampleEvents(locale, [right]));
    const claim = { ...request.claims[0]!, decision: { outcome: "fulfilled" as const, grounds: [], on: request.receivedOn, by: "staff:x" } };
    const told = { ...exampleCaseFile({ [claim.id]: { right, answers: essential[right] ?? {} } as ClaimAnswers }), words: "Faites le [nécessaire]\n\nvite" };
    const body = replyTemplate({ request: { ...request, claims: [claim] }, caseFile: told, limit, controller: exampleController, locale });
    expect(body, right).not.toMatch(/undefined|null|NaN|\[object/);
    expect(body).toContain("Faites le (nécessaire) vite");
    if (["rectification", "objection", "withdraw-consent", "human-review", "post-mortem-directive", "deceased"].includes(right)) {
      expect(Object.values(replyWords(locale).words.unknown).some((place) => body.includes(place)), right).toBe(true);
    }
  }
});

test.each(locales)("by post there is no space to go to: documents are enclosed (%s)", (locale) => {
  const { request, limit } = exampleFacts(exampleEvents(locale, ["access"]));
  const claim = { ...request.claims[0]!, decision: { outcome: "fulfilled" as const, grounds: [], on: request.receivedOn, by: "staff:x" } };
  const caseFile = exampleCaseFile({ [claim.id]: { right: "access", answers: {} } });
  const body = replyTemplate({ request: { ...request, claims: [claim] }, caseFile: { ...caseFile, requester: { ...caseFile.requester, email: null } }, limit, controller: exampleController, locale });
  expect(body).not.toMatch(/votre espace|request’s page|format électronique|electronic format/);
  expect(body).toContain(replyWords(locale).words.byPost.copy);
});
