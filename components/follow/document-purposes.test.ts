import { expect, test } from "vitest";
import { documentPurposes } from "./document-purposes";

test("one place for each thing to be proved, whatever the number of documents that prove it", () => {
  expect(documentPurposes(["identity-card", "passport"], [])).toEqual(["identity"]);
  expect(documentPurposes(["death-certificate", "heirship-proof", "directive"], [])).toEqual(["death-certificate", "heirship-proof"]);
});

test("nothing asked: an identity document or something else; what was added stays in sight", () => {
  expect(documentPurposes([], ["mandate"])).toEqual(["identity", "evidence", "mandate"]);
});
