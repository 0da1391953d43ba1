import { describe, expect, test } from "vitest";
import { calendarDate } from "@/lib/law/calendar";
import { holidaysOf } from "@/lib/law/holidays";
import { defaultPolicy, type TimeLimitPolicy } from "@/lib/law/time-limit";
import { type Right, rights } from "@/lib/law/rights";
import { addReceiptProof } from "./add-receipt-proof";
import { checkArrival, type Came } from "./arrival-input";
import type { Typed } from "./draft";
import { recordAddress } from "./record-address";
import { recordRequest } from "./record-request";
import { errorsOf } from "./steps";
import { toldSchema } from "./told-answers";
import { acceptIdentity } from "../check/accept-identity";
import { askIdentity } from "../check/ask-identity";
import { standingOnLadder } from "../check/evidence";
import { noteEmailCode } from "../check/note-email-code";
import { recordEvidence } from "../check/record-evidence";
import type { RequestEvent } from "../event";
import { after, decide, id, person, type Scenario } from "../fixtures/scenario";
import { askQuestion } from "../handle/ask-question";
import { lettersToPost } from "../letters-due";
import { recordLetter } from "../reply/record-letter";
import { recordPosting } from "../reply/record-posting";
import { evolve, replay } from "../evolve";
import { lacksReceiptProof, type SubjectRequest } from "../request";
import { summary, timeLimitOf } from "../summary";

const clock = { today: calendarDate("2026-11-26"), now: "2026-11-26T10:00:00.000Z", timeZone: "Europe/Paris" };
const law = { today: clock.today, holidays: holidaysOf("FR"), policy: defaultPolicy };
const letter: Typed = { way: "registered", presentedOn: "2026-11-02", receivedOn: "2026-11-06", right: ["access"] };
const told: Typed = { formKey: "00000000-0000-4000-8000-00000000000f", locale: "fr", words: "Je veux tout savoir.", name: "Anne Durand", onBehalf: "self" };

function came(typed: Typed): Came {
  const checked = checkArrival(typed, clock);
  if ("codes" in checked) throw new Error(JSON.stringify(checked.codes));
  return checked.came;
}

const codes = (typed: Typed) => ({ codes: {}, ...checkArrival(typed, clock) }).codes;
const toldCodes = (asked: Right[], typed: Typed) => errorsOf(toldSchema(asked).safeParse(typed) as Parameters<typeof errorsOf>[0]);

/** The case after recording, as if on 26 November. */
function recorded(how: Typed, what: Typed = told, policy: Partial<TimeLimitPolicy> = {}): Scenario {
  const arrived = came(how);
  const filing = recordRequest({ came: arrived, told: toldSchema(arrived.rights).parse(what), policy: { ...defaultPolicy, ...policy }, timeZone: "Europe/Paris", newId: id, eventId: id(), follows: null });
  const events: RequestEvent[] = [{ ...filing.event, sequence: 1, at: clock.now, on: clock.today, actor: "staff:x" }];
  return { request: replay("K7QF-2M95", events) as SubjectRequest, caseFile: filing.caseFile, events };
}

test("the clock runs from the day it came, not from the day it was recorded", () => {
  const { request } = recorded({ way: "telephone", receivedOn: "2026-10-05", right: "access" });
  expect(request).toMatchObject({ channel: "telephone", receivedOn: "2026-10-05", receivedAt: "2026-10-04T22:00:00.000Z", state: "new" });
  expect(timeLimitOf(request, law).dueOn).toBe("2026-11-05");
});

test.each([
  ["delivery", "2026-11-06", "2026-12-07"],
  ["first-presentation", "2026-11-02", "2026-12-02"],
] as const)("a registered letter: both days are kept, %s counts where the controller says so", (registeredLetterReceipt, receivedOn, dueOn) => {
  const { request } = recorded(letter, told, { registeredLetterReceipt });
  expect(request).toMatchObject({ receivedOn, arrival: { post: { presentedOn: "2026-11-02", deliveredOn: "2026-11-06" } } });
  expect(timeLimitOf(request, { ...law, policy: { ...law.policy, registeredLetterReceipt } }).dueOn).toBe(dueOn);
});

test("the postmark and the way through the house are told and count for nothing", () => {
  const { request } = recorded({ way: "letter", receivedOn: "2026-11-06", postedOn: "2026-11-03", forwardedOn: "2026-11-20", right: "access" });
  const limit = timeLimitOf(request, law);
  expect(limit.dueOn).toBe("2026-12-07");
  expect(limit.steps.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["posting-not-counted", "forwarding-not-a-pause"]));
});

test("an e-mail's hour is kept where it is known", () => {
  expect(recorded({ way: "email", receivedOn: "2026-11-25", hour: "23:40", right: "access" }).request).toMatchObject({ receivedAt: "2026-11-25T22:40:00.000Z", receivedOn: "2026-11-25" });
});

test.each<[string, Typed, Record<string, string>]>([
  ["nothing given", {}, { way: "required", receivedOn: "required", right: "required" }],
  ["a day to come", { ...letter, receivedOn: "2026-11-27" }, { receivedOn: "date-future" }],
  ["more than three years ago", { ...letter, presentedOn: "2023-11-01", receivedOn: "2023-11-25" }, { receivedOn: "date-old" }],
  ["an hour to come", { way: "email", receivedOn: "2026-11-26", hour: "11:01", right: "access" }, { hour: "date-future" }],
  ["no hour", { way: "email", receivedOn: "2026-11-26", hour: "25:00", right: "access" }, { hour: "hour" }],
  ["a registered letter without its first presentation", { ...letter, presentedOn: "" }, { presentedOn: "required" }],
  ["presented after it was delivered", { ...letter, presentedOn: "2026-11-07" }, { presentedOn: "date-order" }],
  ["posted after it was presented", { ...letter, postedOn: "2026-11-03" }, { postedOn: "date-order" }],
  ["passed on before it came", { ...letter, forwardedOn: "2026-11-05" }, { forwardedOn: "date-order" }],
  ["passed on in the future", { ...letter, forwardedOn: "2026-12-05" }, { forwardedOn: "date-future" }],
  ["a death beside another right", { ...letter, right: ["deceased", "access"] }, { right: "choice" }],
])("refused at the field: %s", (_title, typed, expected) => {
  expect(codes(typed)).toEqual(expected);
});

test("fields of another way are left out", () => {
  expect(came({ way: "telephone", receivedOn: "2026-11-06", hour: "10:00", presentedOn: "2026-11-01", postedOn: "2026-11-01", right: "access" }).arrival).toEqual({});
});

test.each(rights)("%s: no more is required than the law's rules depend on, and nothing is invented", (right) => {
  const essential: Partial<Record<Right, Typed>> = { restriction: { restrictionGround: "legal-claims" }, objection: { objectionKind: "other" }, deceased: { deceasedName: "Paul", deceasedCapacity: "unknown" } };
  expect(toldCodes([right], { ...told, ...essential[right] })).toEqual({});
  const { caseFile, request } = recorded({ way: "counter", receivedOn: "2026-11-20", right }, { ...told, ...essential[right] });
  const answers = Object.values(caseFile.claims)[0]?.answers ?? {};
  expect(Object.keys(answers).sort()).toEqual({ restriction: ["ground"], objection: ["kind"], deceased: ["name"] }[right as string] ?? []);
  expect(request.claims).toMatchObject([{ right }]);
  expect(Object.values(toldCodes([right], told)).length).toBe(Object.keys(essential[right] ?? {}).length);
});

test("a name may be unknown only to stop marketing; nobody acts for nobody", () => {
  expect(toldCodes(["objection"], { ...told, name: "", objectionKind: "marketing" })).toEqual({});
  expect(toldCodes(["objection"], { ...told, name: "", objectionKind: "other" })).toEqual({ name: "required" });
  expect(toldCodes(["objection", "access"], { ...told, name: "", objectionKind: "marketing" })).toEqual({ name: "required" });
  expect(toldCodes(["access"], { ...told, onBehalf: "other" })).toEqual({ behalfOf: "required" });
  expect(toldCodes(["access"], { ...told, words: " " })).toEqual({ words: "required" });
});

test("no event holds a word that was said", () => {
  const { events } = recorded({ ...letter, right: ["objection"] }, { ...told, objectionKind: "marketing", silenced: "06 12 34 56 78", email: "anne@example.org", postalAddress: "1 rue X", trackingNumber: "1A 234" });
  expect(JSON.stringify(events)).not.toMatch(/Durand|savoir|06 12|anne@|rue X|1A 234/);
  expect(events[0]?.data).toMatchObject({ hasEmail: true, claims: [{ marketing: true }], arrival: { post: { isNumbered: true } } });
});

test("post is proven by a scan, a registered letter by its number too; anything else needs no proof", () => {
  const plain = recorded({ way: "letter", receivedOn: "2026-11-06", right: "access" });
  expect(lacksReceiptProof(plain.request)).toBe(true);
  expect(decide(plain, addReceiptProof, { input: { by: "scan", trackingNumber: null } })).toEqual({ refused: "no-file" });
  expect(decide(plain, addReceiptProof, { input: { by: "number", trackingNumber: "1A" } })).toEqual({ refused: "no-file" });
  expect(addReceiptProof.input.safeParse({ by: "number", trackingNumber: " " }).success).toBe(false);
  const scan = { id: id(), purpose: "receipt-proof" as const, staffId: "x" };
  const other = { id: id(), purpose: "reply" as const, staffId: "x" };
  const proven = after(plain, addReceiptProof, { input: { by: "scan", trackingNumber: null }, files: [other, scan] });
  expect(proven.events.at(-1)).toMatchObject({ type: "ReceiptProofAdded", data: { files: [{ id: scan.id }], isNumbered: false } });
  expect(lacksReceiptProof(proven.request)).toBe(false);

  const registered = recorded(letter);
  expect(lacksReceiptProof(registered.request)).toBe(true);
  const numbered = after(registered, addReceiptProof, { input: { by: "number", trackingNumber: "1A 234 567" } });
  expect([lacksReceiptProof(numbered.request), numbered.caseFile.trackingNumber]).toEqual([false, "1A 234 567"]);
  expect(lacksReceiptProof(recorded(letter, { ...told, trackingNumber: "1A" }).request)).toBe(false);
  expect(lacksReceiptProof(recorded({ way: "telephone", receivedOn: "2026-11-06", right: "access" }).request)).toBe(false);
});

test("without any address nobody is written to, until one is known; then the receipt goes there", () => {
  const unknown = recorded({ way: "telephone", receivedOn: "2026-11-20", right: "access" });
  expect(decide(unknown, askQuestion, { input: { body: "?" } })).toEqual({ refused: "no-address" });
  expect(decide(unknown, askIdentity, { input: { grounds: ["email-unknown"], kinds: ["passport"] } })).toEqual({ refused: "no-address" });
  expect(lettersToPost(unknown.request.letters, unknown.caseFile.requester)).toEqual([]);
  expect(recordAddress.input.safeParse({ email: "", postalAddress: "" }).success).toBe(false);
  const known = after(unknown, recordAddress, { input: { email: null, postalAddress: "1 rue X\n31000 Toulouse" }, on: "2026-11-27" });
  expect(lettersToPost(known.request.letters, known.caseFile.requester)).toMatchObject([{ name: "receipt", on: "2026-11-27" }]);
  expect(decide(known, recordAddress, { input: { email: "thief@example.org", postalAddress: null } })).toEqual({ refused: "address-known" });
});

test("an e-mail address at which nothing arrives gives way to another, or to the post; one that works never does", () => {
  const byMail = recorded({ way: "telephone", receivedOn: "2026-11-20", right: "access" }, { ...told, email: "faute@example.org", postalAddress: "" });
  const asked = after(byMail, askQuestion, { input: { body: "?" }, on: "2026-11-24" });
  const thief = { input: { email: "thief@example.org", postalAddress: null } };
  expect(decide(asked, recordAddress, thief)).toEqual({ refused: "address-known" });
  const lost = after(asked, recordLetter, { actor: { kind: "system" }, input: { letter: "question", eventId: asked.events.at(-1)!.id, sent: false }, on: "2026-11-25" });
  const mended = after(lost, recordAddress, { input: { email: "juste@example.org", postalAddress: null }, on: "2026-11-26" });
  expect(mended.caseFile.requester.email).toBe("juste@example.org");
  const onPaper = after(lost, recordAddress, { input: { email: null, postalAddress: "1 rue X" }, on: "2026-11-26" });
  expect(onPaper.caseFile.requester).toMatchObject({ email: null, postalAddress: "1 rue X" });
  expect(lettersToPost(onPaper.request.letters, onPaper.caseFile.requester).map(({ name }) => name)).toEqual(expect.arrayContaining(["question", "receipt"]));
});

describe("what was proved of an e-mail address that gives way", () => {
  const facts = { email: "matches", orderNumber: "matches", postcode: "not-looked-at" } as const;
  const proved = () => {
    const byMail = recorded({ way: "telephone", receivedOn: "2026-11-20", right: "access" }, { ...told, email: "faute@example.org", postalAddress: "" });
    const seen = after(after(byMail, noteEmailCode, { actor: person, input: {} }), recordEvidence, { input: facts });
    const asked = after(seen, askQuestion, { input: { body: "?" } });
    return after(asked, recordLetter, { actor: { kind: "system" }, input: { letter: "question", eventId: asked.events.at(-1)!.id, sent: false } });
  };

  test.each([["another address", { email: "autre@example.org", postalAddress: null }], ["the post", { email: null, postalAddress: "1 rue X" }]])("does not count for %s; a new code may be noted", (_to, input) => {
    expect(standingOnLadder(proved().request)["email-on-file"]).toBe("reached");
    const moved = after(proved(), recordAddress, { input });
    expect(moved.request).toMatchObject({ emailCodeUsedOn: null, compared: { facts: { ...facts, email: "not-looked-at" } } });
    expect(standingOnLadder(moved.request)["email-on-file"]).toBe("open");
    expect(decide(moved, acceptIdentity, { input: { method: "email-code", kinds: [] } })).toEqual({ refused: "no-code-entered" });
    expect(after(moved, noteEmailCode, { actor: person, input: {} }).request.emailCodeUsedOn).not.toBeNull();
  });
  test("stays where the address stays, and in what was written before addresses said so", () => {
    expect(after(proved(), recordAddress, { input: { email: "faute@example.org", postalAddress: null } }).request.emailCodeUsedOn).not.toBeNull();
    const { request } = proved();
    const old = { id: id(), type: "AddressRecorded" as const, data: { way: "email" as const }, sequence: request.version + 1, at: "2026-11-25T10:00:00.000Z", on: calendarDate("2026-11-25"), actor: "system" };
    expect(evolve(request, old, request.reference)).toMatchObject({ emailCodeUsedOn: request.emailCodeUsedOn, compared: { facts } });
  });
});

test("with a postal address letters are printed, and the day of posting is noted once", () => {
  const byPost = recorded(letter, { ...told, postalAddress: "1 rue X" });
  const asked = after(byPost, askIdentity, { input: { grounds: ["details-do-not-match"], kinds: ["identity-card"] }, on: "2026-11-27" });
  const due = lettersToPost(asked.request.letters, asked.caseFile.requester);
  expect(due.map(({ name }) => name)).toEqual(["receipt", "identity-request"]);
  expect(summary(asked.request, asked.caseFile, law).hasLettersToPost).toBe(true);
  const posting = (on: string) => ({ letter: "identity-request" as const, eventId: due[1]!.eventId, postedOn: on });
  expect(decide(asked, recordPosting, { input: posting("2026-11-26"), on: "2026-11-28" })).toEqual({ refused: "posting-date-wrong" });
  expect(decide(asked, recordPosting, { input: posting("2026-11-29"), on: "2026-11-28" })).toEqual({ refused: "posting-date-wrong" });
  const posted = after(asked, recordPosting, { input: posting("2026-11-28"), on: "2026-11-28" });
  expect(lettersToPost(posted.request.letters, posted.caseFile.requester).map(({ name }) => name)).toEqual(["receipt"]);
  expect(decide(posted, recordPosting, { input: posting("2026-11-28"), on: "2026-11-28" })).toEqual({ refused: "letter-unknown" });
});

test("with an e-mail address nothing is posted, but a letter the mail server refused", () => {
  const byMail = recorded(letter, { ...told, email: "anne@example.org", postalAddress: "1 rue X" });
  expect(lettersToPost(byMail.request.letters, byMail.caseFile.requester)).toEqual([]);
  const receipt = byMail.request.letters[0]!;
  const failed = replay("K7QF-2M95", [...byMail.events, { id: id(), type: "LetterFailed", data: { letter: "receipt", eventId: receipt.eventId }, sequence: 2, at: clock.now, on: clock.today, actor: "system" }]) as SubjectRequest;
  expect(lettersToPost(failed.letters, byMail.caseFile.requester)).toMatchObject([{ name: "receipt", is: "failed" }]);
});
