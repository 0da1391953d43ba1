import { expect, test } from "vitest";
import { type Compared, type Known, ladderOf } from "./ladder";

const nothing: Compared = { email: "not-looked-at", orderNumber: "not-looked-at", postcode: "not-looked-at" };
const stands = (known: Partial<Known>) => ladderOf({ codeEntered: false, compared: null, document: "none", ...known });

test("an address that opens the space is enough only if it is the one on file", () => {
  expect(stands({})["email-on-file"]).toBe("open");
  expect(stands({ codeEntered: true })["email-on-file"]).toBe("partly");
  expect(stands({ compared: { ...nothing, email: "matches" } })["email-on-file"]).toBe("partly");
  expect(stands({ codeEntered: true, compared: { ...nothing, email: "matches" } })["email-on-file"]).toBe("reached");
  expect(stands({ codeEntered: true, compared: { ...nothing, email: "differs" } })["email-on-file"]).toBe("against");
});
test("order number and postcode count together; one that differs speaks against", () => {
  expect(stands({ compared: { ...nothing, orderNumber: "matches" } })["known-facts"]).toBe("partly");
  expect(stands({ compared: { ...nothing, orderNumber: "matches", postcode: "matches" } })["known-facts"]).toBe("reached");
  expect(stands({ compared: { ...nothing, orderNumber: "matches", postcode: "differs" } })["known-facts"]).toBe("against");
});
test("no rung is climbed by itself, and there is no account to sign in to", () => {
  expect(stands({ compared: nothing })).toEqual({ account: "not-offered", "email-on-file": "open", "known-facts": "open", document: "open", "registered-letter": "open" });
  expect(stands({ document: "under-way" }).document).toBe("partly");
});
