import { expect, test } from "vitest";
import { rights } from "@/lib/law/rights";
import { claimSteps } from "./claim-answers";
import { relevantFields, withoutMoot } from "./relevant";

test("every right keeps the fields that hang on no other answer", () => {
  for (const right of rights) for (const field of relevantFields(right, {})) expect(claimSteps[right].flatMap((page) => page.fields)).toContain(field);
});

test("marketing needs the address alone; another objection, the use and the situation", () => {
  expect(relevantFields("objection", { kind: "marketing" })).toEqual(["kind", "address"]);
  expect(relevantFields("objection", { kind: "other" })).toEqual(["kind", "processing", "situation"]);
});

test("what was typed for a choice not made is not sent", () => {
  const sent = withoutMoot({
    locale: "fr",
    claims: [{ id: "1", right: "portability", typed: { destination: "me", recipientName: "Autre", recipientContact: "a@b.fr" } }],
    about: { name: "Zoé", onBehalf: "self", representedName: "Paul" },
    documentsSeen: true,
  });
  expect(sent.claims[0]?.typed).toEqual({ destination: "me" });
  expect(sent.about).toEqual({ name: "Zoé", onBehalf: "self" });
});

test("what was typed for the choice made is kept", () => {
  const typed = { destination: "other-controller", recipientName: "Autre", recipientContact: "a@b.fr" };
  const sent = withoutMoot({ locale: "en", claims: [{ id: "1", right: "portability", typed }], about: { onBehalf: "other", representedName: "Paul" }, documentsSeen: true });
  expect(sent.claims[0]?.typed).toEqual(typed);
  expect(sent.about).toEqual({ onBehalf: "other", representedName: "Paul" });
});
