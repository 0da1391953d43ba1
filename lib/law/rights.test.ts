import { expect, test } from "vitest";
import { areCombinable, identityPolicy, identityPolicyOf, rightRules, rights, takesEffectAtOnce } from "./rights";

test.each([
  ["access", {}, "offered"],
  ["objection", {}, "offered"],
  ["objection", { marketing: true }, "never"],
  ["withdraw-consent", {}, "never"],
  ["post-mortem-directive", {}, "offered"],
  ["deceased", {}, "required"],
  ["deceased", { capacity: "heir" }, "required"],
  ["deceased", { capacity: "designated" }, "required"],
  ["deceased", { capacity: "notary" }, "required"],
  ["deceased", { capacity: "relative" }, "offered"],
  ["deceased", { capacity: "heir", harmless: true }, "offered"],
  ["deceased", { harmless: true }, "offered"],
] as const)("identity for %s %j is %s", (right, kind, expected) => {
  expect(identityPolicy(right, kind)).toBe(expected);
});
test("of several claims the strongest identity policy holds", () => {
  expect(identityPolicyOf([])).toBe("never");
  expect(identityPolicyOf([{ right: "objection", marketing: true }, { right: "withdraw-consent" }])).toBe("never");
  expect(identityPolicyOf([{ right: "objection", marketing: true }, { right: "erasure" }])).toBe("offered");
  expect(identityPolicyOf([{ right: "access" }, { right: "deceased", capacity: "heir" }])).toBe("required");
});
test("only what the law stops at once takes effect at once", () => {
  expect(rights.filter((right) => takesEffectAtOnce({ right }))).toEqual(["withdraw-consent"]);
  expect(takesEffectAtOnce({ right: "objection", marketing: true })).toBe(true);
  expect(takesEffectAtOnce({ right: "restriction", restrictionGround: "accuracy-contested" })).toBe(true);
  expect(takesEffectAtOnce({ right: "restriction", restrictionGround: "legal-claims" })).toBe(false);
  expect(takesEffectAtOnce({ right: "deceased", capacity: "heir", harmless: true })).toBe(true);
  expect(rights.filter((right) => rightRules[right].effectAtOnce)).toEqual(["restriction", "objection", "withdraw-consent", "deceased"]);
});
test("a request about someone who died stands alone", () => {
  expect(areCombinable(["access", "erasure", "objection"])).toBe(true);
  expect(areCombinable(["deceased"])).toBe(true);
  expect(areCombinable(["access", "deceased"])).toBe(false);
});
