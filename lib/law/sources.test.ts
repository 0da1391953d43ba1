import { expect, test } from "vitest";
import { isQuotable, sourceIds, sourceLabel, sourceUrl } from "./sources";

test("every source has a label in both languages and an official link, but the controller's own rules", () => {
  const official = /^https:\/\/(eur-lex\.europa\.eu|www\.legifrance\.gouv\.fr|www\.edpb\.europa\.eu|www\.cnil\.fr)/;
  for (const id of sourceIds) {
    expect(sourceLabel(id, "fr").length * sourceLabel(id, "en").length, id).toBeGreaterThan(0);
    if (id !== "controller-policy") for (const locale of ["fr", "en"] as const) expect(sourceUrl(id, locale), id).toMatch(official);
  }
  expect(sourceUrl("controller-policy", "fr")).toBeNull();
});
test("labels are unique, so that a letter never cites two texts alike", () => {
  for (const locale of ["fr", "en"] as const) expect(new Set(sourceIds.map((id) => sourceLabel(id, locale))).size).toBe(sourceIds.length);
});
test("a source is cited as its language does; what counsel has to confirm is not cited", () => {
  expect([sourceLabel("gdpr-12-3", "fr"), sourceLabel("gdpr-12-3", "en")]).toEqual(["RGPD art. 12(3)", "GDPR Art. 12(3)"]);
  expect(["civil-code-2224", "decree-2019-536-77-suspension", "edpb-01-2022-clarification", "reg-1182-71-2-1"].some((id) => isQuotable(id as never))).toBe(false);
});
