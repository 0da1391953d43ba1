import { expect, test } from "vitest";
import { doubtGrounds, needOfDoubt, proofKinds, proofNeeds, proofsNeeded, serves } from "./identity";
import type { ClaimKind } from "./rights";

const needs = (claims: ClaimKind[], onBehalf = false) => proofsNeeded({ claims, onBehalf }).map(({ need, when }) => `${need} ${when}`);

test("nothing is asked to stop marketing or withdraw consent, not even of someone mandated", () => {
  expect(needs([{ right: "objection", marketing: true }, { right: "withdraw-consent" }], true)).toEqual([]);
});
test("identity is never demanded systematically: on doubt only", () => {
  expect(needs([{ right: "access" }])).toEqual(["identity on-doubt"]);
  expect(needs([{ right: "access" }], true)).toEqual(["identity on-doubt", "mandate always"]);
});
test("heirs prove identity, death and heirship; one document of a kind that fits the capacity", () => {
  expect(needs([{ right: "deceased" }])).toEqual(["identity always", "death always", "heirship always"]);
  const heirship = (capacity: "heir" | "designated" | "notary") =>
    proofsNeeded({ claims: [{ right: "deceased", capacity }], onBehalf: false }).find(({ need }) => need === "heirship")?.kinds;
  expect(heirship("heir")).toEqual(["heirship-proof"]);
  expect(heirship("designated")).toEqual(["directive"]);
  expect(heirship("notary")).toEqual(["heirship-proof", "mandate"]);
});
test("a relative may report a death with no papers", () => {
  expect(needs([{ right: "deceased", capacity: "relative" }])).toEqual(["identity on-doubt"]);
});
test("an heir who only wants the letters to stop needs none either", () => {
  expect(needs([{ right: "deceased", capacity: "heir", harmless: true }])).toEqual(["identity on-doubt"]);
});
test("every kind of document serves a need, every need is served, every doubt is about one", () => {
  for (const kind of proofKinds) expect(proofNeeds.some((need) => serves(kind, need)), kind).toBe(true);
  for (const need of proofNeeds) expect(proofKinds.some((kind) => serves(kind, need)), need).toBe(true);
  expect(doubtGrounds.map((doubt) => needOfDoubt[doubt])).not.toContain(undefined);
});
