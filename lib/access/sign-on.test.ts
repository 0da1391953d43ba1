import { describe, expect, test } from "vitest";
import { hasTwoFactors, rolesOf, roleWords, wordsOf } from "./sign-on";

describe("which word means which role", () => {
  test.each([
    ["dpo:privacy-office, agent:customer care", [{ role: "dpo", word: "privacy-office" }, { role: "agent", word: "customer care" }]],
    ["agent:urn:x:support,agent:second", [{ role: "agent", word: "urn:x:support" }, { role: "agent", word: "second" }]],
    ["boss:x", null], ["dpo", null], ["dpo:", null], [":x", null], ["", null], ["dpo:a,", null], ["DPO:a", null],
  ])("%j", (text, read) => expect(roleWords(text)).toEqual(read));

  const mapped = roleWords("dpo:privacy,agent:care,agent:support,administrator:it")!;
  test.each([
    [["privacy"], ["dpo"]], [["it", "support", "care"], ["agent", "administrator"]], [["Privacy", "privacy ", "car"], []], [[], []], [["dpo"], []],
  ])("%j → %j", (said, held) => expect(rolesOf(said, mapped)).toEqual(held));
});

test.each([
  [{ groups: ["a", "b"] }, "groups", ["a", "b"]],
  [{ groups: "a" }, "groups", ["a"]],
  [{ groups: ["a", 1, null, { a: "b" }, ["c"]] }, "groups", ["a"]],
  [{ "https://x.tld/roles": ["a"] }, "https://x.tld/roles", ["a"]],
  [{ realm_access: { roles: ["a"] } }, "realm_access.roles", ["a"]],
  [{ realm_access: ["roles"] }, "realm_access.roles", []],
  [{}, "groups", []], [{}, "constructor.name", []], [{ groups: null }, "groups", []],
])("the words in a claim: %j %s → %j", (claims, name, words) => expect(wordsOf(claims, name)).toEqual(words));

test.each([
  [{ acr: "mfa", amr: ["mfa"] }, [], [], false],
  [{ acr: "mfa" }, ["phr", "mfa"], [], true],
  [{ acr: "pwd" }, ["phr", "mfa"], [], false],
  [{ amr: ["pwd", "otp"] }, [], ["otp", "hwk"], true],
  [{ amr: "otp" }, [], ["otp"], false],
  [{ acr: "mfa", amr: ["pwd"] }, ["mfa"], ["otp"], false],
  [{ acr: "mfa", amr: ["otp"] }, ["mfa"], ["otp"], true],
  [{ acr: ["mfa"] }, ["mfa"], [], false],
])("%j, asked for acr %j and amr %j → two factors: %s", (said, acr, amr, isSo) => expect(hasTwoFactors(said, { acr, amr })).toBe(isSo));
