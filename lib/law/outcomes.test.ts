import { expect, test } from "vitest";
import { groundsOf, refusalGrounds, restrictionGrounds, restrictionGroundSource } from "./grounds";
import { isRefusal, needsGround, outcomes, outcomesOf } from "./outcomes";
import { areHarmless, capacities, estateWishes, mayWish } from "./requesters";
import { rights } from "./rights";
import { sources } from "./sources";

test("refused and partly fulfilled are refusals and need a ground", () => {
  expect(outcomes.filter(isRefusal)).toEqual(["partly-fulfilled", "refused"]);
  expect(outcomes.filter(needsGround)).toEqual(["partly-fulfilled", "refused"]);
});
test("a right that can be refused has grounds, and the other way round; all can be fulfilled", () => {
  for (const right of rights) {
    expect(outcomesOf(right).some(isRefusal)).toBe(groundsOf(right).length > 0);
    expect(outcomesOf(right)).toContain("fulfilled");
  }
});
test("marketing objection and withdrawal of consent are absolute", () => {
  expect(groundsOf("objection", { marketing: true })).toEqual([]);
  expect(outcomesOf("objection", { marketing: true })).toEqual(["fulfilled", "no-data-held", "redirected"]);
  expect(outcomesOf("withdraw-consent")).toEqual(["fulfilled", "no-data-held", "redirected"]);
});
test("erasure may stop at Art. 17(3)(a), (b) and (e)", () => {
  expect(groundsOf("erasure").map(({ source }) => source)).toEqual(expect.arrayContaining(["gdpr-17-3-a", "gdpr-17-3-b", "gdpr-17-3-e"]));
});
test("Art. 12(5) is not open against heirs or directives: the GDPR does not cover the dead", () => {
  for (const right of ["deceased", "post-mortem-directive"] as const) {
    expect(groundsOf(right).filter(({ source }) => source.startsWith("gdpr"))).toEqual([]);
  }
});
test("every ground serves some right, once, with a known source", () => {
  const used = rights.flatMap((right) => groundsOf(right));
  expect(new Set(used.map(({ ground }) => ground))).toEqual(new Set(refusalGrounds));
  for (const { source } of used) expect(sources).toHaveProperty(source);
  for (const right of rights) expect(new Set(groundsOf(right).map(({ ground }) => ground)).size).toBe(groundsOf(right).length);
});
test("each ground of restriction has its letter of Art. 18(1)", () => {
  expect(restrictionGrounds.map((ground) => restrictionGroundSource[ground].at(-1))).toEqual(["a", "b", "c", "d"]);
});
test("only what harms nobody is harmless, and only where something is wanted", () => {
  expect(areHarmless(["stop-mailings"])).toBe(true);
  expect(areHarmless(["stop-mailings", "close-account"])).toBe(false);
  expect(areHarmless([])).toBe(false);
});
test("a relative may have the mailings stopped and nothing else", () => {
  expect(estateWishes.filter((wish) => mayWish("relative", wish))).toEqual(["stop-mailings"]);
  for (const capacity of capacities.filter((one) => one !== "relative")) expect(estateWishes.every((wish) => mayWish(capacity, wish))).toBe(true);
});
