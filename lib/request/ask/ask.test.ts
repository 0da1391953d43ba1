import { expect, test } from "vitest";
import { calendarDate } from "@/lib/law/calendar";
import { type Right, rights } from "@/lib/law/rights";
import { claimAnswerSchemas, claimSteps } from "./claim-answers";
import type { Draft, Typed } from "./draft";
import { fileRequest } from "./file-request";
import { documentsOf, errorsOf, errorsOfAbout, errorsOfPage, nextStep, stepsOf } from "./steps";
import { isEmail } from "./text";
import { id } from "../fixtures/scenario";

const today = calendarDate("2026-11-23");
const about: Typed = { name: "Anne Durand", email: "anne@example.org", postalAddress: "", customerNumber: "", onBehalf: "self", representedName: "" };
const dead: Typed = { name: "Paul Durand", diedOn: "2026-10-01", placeOfDeath: "Lyon", bornOn: "", lastCountry: "France", deceasedEmail: "", deceasedCustomerNumber: "", capacity: "heir", relationship: "fille", wishes: ["close-account"], otherHeirs: "agree", details: "" };
const good: Record<Right, Typed> = {
  access: { scope: "everything", details: "" },
  rectification: { field: "Nom", wrongValue: "Durant", rightValue: "Durand" },
  erasure: { scope: "specific", details: "Mon compte" },
  restriction: { ground: "accuracy-contested", details: "" },
  portability: { destination: "me", recipientName: "", recipientContact: "" },
  objection: { kind: "marketing", address: "anne@example.org", processing: "", situation: "" },
  "withdraw-consent": { purposes: ["newsletter", "sms"], address: "" },
  "human-review": { orderNumber: "C-42", decidedOn: "2026-11-01", view: "Je paie toujours." },
  transfers: { details: "" },
  "post-mortem-directive": { instructions: "erasure", details: "Tout effacer", designatedName: "", designatedContact: "", consent: "yes" },
  deceased: dead,
};
const draft = (right: Right, typed = good[right], more: Partial<Draft> = {}): Draft => ({ locale: "fr", claims: [{ id: id(), right, typed }], about, documentsSeen: true, ...more });
const file = (subject: Draft, files: { id: string; purpose: "identity" | "death-certificate" | "heirship-proof" }[] = []) =>
  fileRequest({ draft: subject, files, now: "2026-11-23T09:00:00.000Z", today, newId: id });

test.each(rights)("%s: complete answers can be filed, and every field asked is asked on a page", (right) => {
  expect(claimSteps[right].flatMap(({ fields }) => fields).sort()).toEqual(Object.keys(good[right]).sort());
  expect(errorsOf(claimAnswerSchemas[right].safeParse(good[right]))).toEqual({});
  const papers = right === "deceased" ? (["identity", "death-certificate", "heirship-proof"] as const).map((purpose) => ({ id: id(), purpose })) : [];
  expect(file(draft(right), papers)).toMatchObject({ event: { type: "RequestFiled", data: { claims: [{ right }] } } });
});

test.each(rights)("%s: an empty form stays on its first page", (right) => {
  const empty = draft(right, {});
  const first = claimSteps[right][0]!;
  expect(nextStep(empty, today)).toEqual({ right, step: first.step });
  expect(file(draft(right, right === "transfers" ? { details: "x".repeat(5000) } : {}))).toEqual({ refused: "nothing-asked" });
});

test("a page that asks nothing required is shown before what follows it", () => {
  const { designatedName, designatedContact, ...first } = good["post-mortem-directive"];
  expect(nextStep(draft("post-mortem-directive", first), today)).toEqual({ right: "post-mortem-directive", step: "whom" });
  expect(nextStep(draft("post-mortem-directive"), today)).toMatchObject({ step: "check" });
});

test("marketing: nothing but the address to silence is asked", () => {
  const subject = draft("objection", good.objection, { about: {} });
  expect(stepsOf(subject).map(({ step }) => step)).toEqual(["what", "check"]);
  expect(documentsOf(subject)).toEqual([]);
  expect(file(subject)).toMatchObject({ caseFile: { requester: { name: null, email: "anne@example.org" } } });
  const phone = draft("objection", { ...good.objection, address: "06 12 34 56 78" }, { about: {} });
  expect(stepsOf(phone).map(({ step }) => step)).toEqual(["what", "about", "check"]);
});

test("heirs must prove the death, their quality and who they are; a relative may just tell", () => {
  expect(documentsOf(draft("deceased"))).toEqual([
    { purpose: "death-certificate", required: true },
    { purpose: "heirship-proof", required: true },
    { purpose: "identity", required: true },
  ]);
  expect(file(draft("deceased"))).toEqual({ refused: "no-file" });
  expect(documentsOf(draft("deceased", { ...dead, capacity: "relative" })).some(({ required }) => required)).toBe(false);
  expect(file(draft("deceased", { ...dead, capacity: "relative" }))).toMatchObject({ event: { data: { requesterKind: "heir", claims: [{ right: "deceased", capacity: "relative" }] } } });
});

test("an heir who only wants the letters to the dead to stop needs no papers; who wants more beside does", () => {
  const stop = draft("deceased", { ...dead, wishes: ["stop-mailings"] });
  expect(documentsOf(stop)).toEqual([{ purpose: "death-certificate", required: false }, { purpose: "identity", required: false }]);
  expect(documentsOf(draft("deceased", { ...dead, wishes: "stop-mailings" }))).toEqual(documentsOf(stop));
  expect(file(stop)).toMatchObject({ event: { data: { claims: [{ right: "deceased", capacity: "heir", harmless: true }] } } });
  expect(file(draft("deceased", { ...dead, wishes: ["stop-mailings", "close-account"] }))).toEqual({ refused: "no-file" });
});

test("an identity document is offered, never asked for to withdraw consent", () => {
  expect(documentsOf(draft("access"))).toEqual([{ purpose: "identity", required: false }]);
  expect(documentsOf(draft("withdraw-consent"))).toEqual([]);
});

test("errors name the field and the code; other pages are not judged", () => {
  expect(errorsOfPage("portability", ["destination", "recipientName", "recipientContact"], { destination: "other-controller" }, today)).toEqual({ recipientName: "required", recipientContact: "required" });
  expect(errorsOfPage("rectification", ["field"], { field: "a\u0000b" }, today)).toEqual({ field: "characters" });
  expect(errorsOfPage("human-review", ["decidedOn"], { decidedOn: "2026-02-30" }, today)).toEqual({ decidedOn: "date" });
});

test.each<[string, Right, Typed, Record<string, string>]>([
  ["a death tomorrow", "deceased", { ...dead, diedOn: "2026-11-24" }, { diedOn: "date-future" }],
  ["a death today", "deceased", { ...dead, diedOn: "2026-11-23" }, {}],
  ["a birth after the death", "deceased", { ...dead, bornOn: "02/10/2026" }, { bornOn: "date-order" }],
  ["a birth on the day of the death", "deceased", { ...dead, bornOn: "1/10/2026" }, {}],
  ["a birth to come, before a death to come", "deceased", { ...dead, diedOn: "2027-02-01", bornOn: "2027-01-01" }, { diedOn: "date-future", bornOn: "date-future" }],
  ["a decision to come", "human-review", { ...good["human-review"], decidedOn: "2026-12-01" }, { decidedOn: "date-future" }],
  ["no date at all", "deceased", { ...dead, diedOn: "hier" }, { diedOn: "date" }],
])("dates that cannot be are told at their field, also while the rest is empty, and nothing is filed: %s", (_title, right, typed, codes) => {
  const { fields } = claimSteps[right][0]!;
  expect(errorsOfPage(right, fields, typed, today)).toEqual(codes);
  const rest = Object.fromEntries(Object.entries(typed).filter(([field]) => fields.includes(field)));
  expect(errorsOfPage(right, fields, rest, today)).toEqual(codes);
  const isWell = Object.keys(codes).length === 0;
  expect(nextStep(draft(right, typed), today).step === "check").toBe(isWell);
  expect(file(draft(right, { ...typed, ...(right === "deceased" ? { capacity: "relative" } : {}) }))).toEqual(isWell ? expect.objectContaining({ caseFile: expect.anything() }) : { refused: "nothing-asked" });
});

test("a date typed where the browser has no control for it is kept as ISO", () => {
  const filed = file(draft("deceased", { ...dead, capacity: "relative", diedOn: " 1/10/2026 ", bornOn: "03.02.1950" }));
  expect(filed).toMatchObject({ caseFile: { deceased: { diedOn: "2026-10-01", bornOn: "1950-02-03" } } });
});

test("what was typed for a choice not made is judged no more", () => {
  const novel = "x".repeat(5000);
  expect(errorsOfPage("access", ["scope", "details"], { scope: "everything", details: novel }, today)).toEqual({});
  expect(Object.keys(errorsOfPage("access", ["scope", "details"], { scope: "specific", details: novel }, today))).toEqual(["details"]);
  expect(nextStep(draft("access", { scope: "everything", details: novel }), today).step).toBe("check");
  const alone = draft("access", good.access, { about: { ...about, onBehalf: "self", representedName: novel } });
  expect(errorsOfAbout(alone)).toEqual({});
  expect(nextStep(alone, today).step).toBe("check");
});

test("nothing but what is asked is taken: an extra field is an error, not a column", () => {
  expect(file(draft("access", { ...good.access, status: "CLOSED", dueDate: "2099-01-01" }))).toEqual({ refused: "nothing-asked" });
});

test.each(["a@b.co", "first.last+tag@sub.example.org", "x@xn--bcher-kva.example"])("an address: %s", (text) => expect(isEmail(text)).toBe(true));
test.each(["a@b.c\r\nBcc: x@y.z", "a@b", "@b.co", "a@@b.co", '"a"@b.co', "a,b@c.de", "a b@c.de", "a@b..co", "a@-b.co", "a@b.co,c@d.ef", "<a@b.co>", "é@b.co", "a@b.c0"])("not an address: %j", (text) => expect(isEmail(text)).toBe(false));
