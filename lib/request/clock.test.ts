import { describe, expect, test } from "vitest";
import { calendarDate } from "@/lib/law/calendar";
import { extensionReasons } from "@/lib/law/extension";
import { holidaysOf } from "@/lib/law/holidays";
import { defaultPolicy, type TimeLimitPolicy } from "@/lib/law/time-limit";
import { askIdentity } from "./check/ask-identity";
import { receiveIdentity } from "./check/receive-identity";
import { recordIdentity } from "./check/record-identity";
import { acceptIdentity } from "./check/accept-identity";
import { rejectIdentity } from "./check/reject-identity";
import { after, decide, dpo, filed, id, person } from "./fixtures/scenario";
import { askClarification } from "./handle/ask-clarification";
import { decideClaim } from "./handle/decide-claim";
import { extendDeadline } from "./handle/extend-deadline";
import { recordMessage } from "./handle/record-message";
import { sendMessage } from "./handle/send-message";
import { recordLetter } from "./reply/record-letter";
import { recordPosting } from "./reply/record-posting";
import { letterOf } from "./reactions";
import { timeLimitOf } from "./summary";
import { whatIf } from "./what-if";

/** Filed on Monday 23 November 2026, due on 23 December. */
const on = (day: string, policy: Partial<TimeLimitPolicy> = {}) => ({ today: calendarDate(day), holidays: holidaysOf("FR"), policy: { ...defaultPolicy, ...policy } });
const doubt = { grounds: ["email-unknown" as const], kinds: ["identity-card" as const] };
const longer = { months: 2 as const, reasons: ["others-data" as const], explanation: null };
const proof = () => [{ id: id(), purpose: "identity" as const, staffId: null }];
const nobody = { name: "Anne", email: null, postalAddress: null, customerNumber: null };

describe("extension", () => {
  test("in time: three months from receipt; the refusal stays due within the first", () => {
    const extended = after(filed(), extendDeadline, { input: longer, on: "2026-12-20" });
    expect(timeLimitOf(extended.request, on("2026-12-20"))).toMatchObject({ dueOn: "2027-02-23", refusalDueOn: "2026-12-23" });
    expect(extended.request.extension).toEqual({ months: 2, reasons: ["others-data"], on: "2026-12-20" });
  });
  test("on the last day it counts, the day after it is refused", () => {
    expect(decide(filed(), extendDeadline, { input: longer, on: "2026-12-23" })).toMatchObject({ events: [{ type: "DeadlineExtended" }] });
    expect(decide(filed(), extendDeadline, { input: longer, on: "2026-12-24" })).toEqual({ refused: "extension-too-late" });
  });
  test("the last day of the notice moves with a credited suspension", () => {
    const asked = after(filed(), askIdentity, { input: doubt, on: "2026-11-25" });
    const sent = after(asked, receiveIdentity, { actor: person, input: {}, on: "2026-11-30", files: proof() });
    expect(decide(sent, extendDeadline, { input: longer, on: "2026-12-28" })).toMatchObject({ events: [{ type: "DeadlineExtended" }] });
    expect(decide(sent, extendDeadline, { input: longer, on: "2026-12-29" })).toEqual({ refused: "extension-too-late" });
  });
  test("never twice, never to somebody who cannot be told", () => {
    const extended = after(filed(), extendDeadline, { input: { ...longer, months: 1 } });
    expect(decide(extended, extendDeadline, { input: longer })).toEqual({ refused: "not-allowed-now" });
    expect(decide({ ...filed(), caseFile: { ...filed().caseFile, requester: nobody } }, extendDeadline, { input: longer })).toEqual({ refused: "no-address" });
  });
  test("much data alone is no reason; each other one is", () => {
    const parse = (reasons: string | string[]) => extendDeadline.input.safeParse({ months: "2", reasons, explanation: "" });
    expect(parse("amount-of-data").error?.issues).toMatchObject([{ path: ["reasons"], message: "choice" }]);
    for (const reason of extensionReasons) expect(parse([reason, "scattered-data"]).success).toBe(true);
    expect(extendDeadline.input.safeParse({ months: "3", reasons: "others-data" }).success).toBe(false);
  });
  test("what is added is a message to the person", () => {
    const { caseFile } = after(filed(), extendDeadline, { input: { ...longer, explanation: "Vos appels sont à réécouter." } });
    expect(caseFile.messages).toMatchObject([{ from: "controller", body: "Vos appels sont à réécouter." }]);
  });
});

describe("told on paper", () => {
  const byPost = { ...filed(), caseFile: { ...filed().caseFile, requester: { ...nobody, postalAddress: "1 rue de l’Exemple, Albi" } } };
  const post = (scenario: ReturnType<typeof filed>, letter: "extension-notice" | "identity-request", day: string) =>
    after(scenario, recordPosting, { input: { letter, eventId: scenario.events.at(-1)!.id, postedOn: day }, on: day });

  test("an extension counts from the day its notice is posted; posted too late it does not", () => {
    const written = after(byPost, extendDeadline, { input: longer, on: "2026-12-20" });
    expect(timeLimitOf(written.request, on("2026-12-20")).dueOn).toBe("2026-12-23");
    expect(timeLimitOf(post(written, "extension-notice", "2026-12-22").request, on("2026-12-22")).dueOn).toBe("2027-02-23");
    const late = timeLimitOf(post(written, "extension-notice", "2026-12-24").request, on("2026-12-24"));
    expect(late).toMatchObject({ dueOn: "2026-12-23", steps: expect.arrayContaining([expect.objectContaining({ rule: "extension-too-late" })]) });
  });
  test("a request for proof stops the clock from the day it is posted", () => {
    const written = after(byPost, askIdentity, { input: doubt, on: "2026-11-25" });
    expect(timeLimitOf(written.request, on("2026-11-26")).suspendedSince).toBeNull();
    expect(timeLimitOf(post(written, "identity-request", "2026-11-27").request, on("2026-11-28")).suspendedSince).toBe("2026-11-27");
    expect(timeLimitOf(post(written, "identity-request", "2026-12-02").request, on("2026-12-03")).suspendedSince).toBeNull();
  });
});

describe("told to nobody, or too late to matter", () => {
  const byPost = { ...filed(), caseFile: { ...filed().caseFile, requester: { ...nobody, postalAddress: "1 rue de l’Exemple, Albi" } } };
  const failed = (scenario: ReturnType<typeof filed>, letter: "extension-notice" | "identity-request") =>
    after(scenario, recordLetter, { actor: { kind: "system" }, input: { letter, eventId: scenario.events.at(-1)!.id, sent: false }, on: "2026-12-01" });

  test("a posting noted after the proof came stops nothing, for ever or at all", () => {
    const written = after(byPost, askIdentity, { input: doubt, on: "2026-11-25" });
    const input = { channel: "counter" as const, arrivedOn: "2026-11-27", seen: ["identity" as const] };
    const seen = after(written, recordIdentity, { input, on: "2026-11-27" });
    const accepted = after(seen, acceptIdentity, { input: { method: "document", kinds: ["identity-card"] }, on: "2026-11-27" });
    const noted = after(accepted, recordPosting, { input: { letter: "identity-request", eventId: written.events.at(-1)!.id, postedOn: "2026-11-27" }, on: "2026-11-28" });
    expect(timeLimitOf(noted.request, on("2027-01-30"))).toMatchObject({ dueOn: "2026-12-23", suspendedSince: null });
  });
  test("a request for proof whose mail never arrived suspends nothing; sent by post, it does from then", () => {
    const asked = failed(after(filed(), askIdentity, { input: doubt, on: "2026-11-25" }), "identity-request");
    expect(timeLimitOf(asked.request, on("2026-12-01")).suspendedSince).toBeNull();
    expect(asked.request.unposted).toHaveLength(1);
  });
  test("an extension whose notice never arrived does not count", () => {
    const extended = failed(after(filed(), extendDeadline, { input: longer, on: "2026-11-30" }), "extension-notice");
    expect(timeLimitOf(extended.request, on("2026-12-01")).dueOn).toBe("2026-12-23");
  });
  test("a letter that came before the clarification was asked does not answer it", () => {
    const asked = after(filed(), askClarification, { input: { body: "Quelles données ?" }, on: "2026-11-26" });
    const told = after(asked, recordMessage, { input: { channel: "post", arrivedOn: "2026-11-25", body: "Autre chose" }, on: "2026-11-27" });
    expect(told.request).toMatchObject({ clarificationAskedOn: "2026-11-26", state: "awaiting-answer" });
  });
  test("asked too late by an agent, credited later by the DPO: the clock stands still from that decision", () => {
    const late = after(filed(), askIdentity, { input: doubt, on: "2026-12-02" });
    expect(whatIf(late.request, on("2026-12-03")).lateToAskAfterDays).toBe(7);
    const credited = after(late, askIdentity, { actor: dpo, input: { ...doubt, creditLate: "yes", creditReason: "Connexion suspecte." }, on: "2026-12-03" });
    expect(timeLimitOf(credited.request, on("2026-12-05"))).toMatchObject({ suspendedSince: "2026-12-03", dueOn: "2026-12-28" });
  });
  test("another ground asked for late does not inherit an earlier request's time", () => {
    const asked = after(filed(), askIdentity, { input: { grounds: ["mandate-missing"], kinds: ["mandate"] }, on: "2026-11-26" });
    const sent = after(asked, receiveIdentity, { actor: person, input: {}, on: "2026-11-27", files: proof() });
    const rejected = after(sent, rejectIdentity, { input: { reason: "wrong-kind" }, on: "2026-11-28" });
    const again = after(rejected, askIdentity, { input: doubt, on: "2026-12-14" });
    expect(timeLimitOf(again.request, on("2026-12-15")).suspendedSince).toBeNull();
  });
});

describe("clarification", () => {
  const asked = after(filed(), askClarification, { input: { body: "Quelles données ?" }, on: "2026-11-25" });
  test("by default the clock runs on; the answer closes it, by the person or recorded by staff", () => {
    expect(timeLimitOf(asked.request, on("2026-12-01"))).toMatchObject({ dueOn: "2026-12-23", suspendedSince: null });
    expect(asked.request).toMatchObject({ state: "awaiting-answer", clarificationAskedOn: "2026-11-25" });
    expect(after(asked, sendMessage, { actor: person, input: { body: "Tout" }, on: "2026-12-01" }).request).toMatchObject({ state: "in-progress", clarificationAskedOn: null });
  });
  test("with the controller's policy it stops the clock, on access alone; a letter recorded later resumes it on the day it came", () => {
    const policy = { clarificationPause: "access-only" as const };
    expect(timeLimitOf(asked.request, on("2026-12-01", policy))).toMatchObject({ dueOn: "2026-12-29", suspendedSince: "2026-11-25" });
    const told = after(asked, recordMessage, { input: { channel: "post", arrivedOn: "2026-11-30", body: "Mes factures" }, on: "2026-12-04" });
    expect(timeLimitOf(told.request, on("2026-12-04", policy))).toMatchObject({ dueOn: "2026-12-28", suspendedSince: null });
    expect(told.caseFile.messages.at(-1)).toMatchObject({ from: "requester", body: "Mes factures" });
  });
  test("for access only, and one at a time", () => {
    expect(decide(filed("erasure"), askClarification, { input: { body: "x" } })).toEqual({ refused: "not-allowed-now" });
    expect(decide(asked, askClarification, { input: { body: "x" } })).toEqual({ refused: "not-allowed-now" });
  });
  test("taken back by telephone: what was said is kept, the request closes, one letter says so", () => {
    const input = { channel: "telephone" as const, arrivedOn: "2026-12-01", body: "Je retire ma demande.", withdraws: "yes" as const };
    const taken = after(asked, recordMessage, { input, on: "2026-12-01" });
    expect(taken.request).toMatchObject({ state: "withdrawn", closedOn: "2026-12-01" });
    expect(taken.events.slice(-2).map(letterOf)).toEqual([null, "withdrawal-noted"]);
    expect(decide(taken, recordMessage, { input, on: "2026-12-01" })).toEqual({ refused: "not-allowed-now" });
  });
  test.each(["2026-11-22", "2026-12-05"])("what came on %s cannot have come: before the request, or tomorrow", (arrivedOn) => {
    expect(decide(asked, recordMessage, { input: { channel: "telephone", arrivedOn, body: "x" }, on: "2026-12-04" })).toEqual({ refused: "arrival-day" });
  });
});

describe("identity, asked late, again, or seen on paper", () => {
  test("late: no suspension, unless the DPO credits it with a reason, which is an internal note", () => {
    const input = { ...doubt, creditLate: "yes" as const, creditReason: "Connexion suspecte hier." };
    const late = { input, on: "2026-12-02" };
    expect(timeLimitOf(after(filed(), askIdentity, { input: doubt, on: "2026-12-02" }).request, on("2026-12-03")).suspendedSince).toBeNull();
    expect(decide(filed(), askIdentity, late)).toEqual({ refused: "only-dpo-credits" });
    const credited = after(filed(), askIdentity, { ...late, actor: dpo });
    expect(timeLimitOf(credited.request, on("2026-12-03")).suspendedSince).toBe("2026-12-02");
    expect(credited.caseFile.notes).toMatchObject([{ body: "Connexion suspecte hier." }]);
    expect(decide(filed(), askIdentity, { ...late, actor: dpo, on: "2026-11-30" })).toEqual({ refused: "asked-in-time" });
    expect(askIdentity.input.safeParse({ ...doubt, creditLate: "yes", creditReason: " " }).success).toBe(false);
  });
  test("rejected and asked again in one letter: a second pause from that day", () => {
    const asked = after(filed(), askIdentity, { input: doubt, on: "2026-11-25" });
    const sent = after(asked, receiveIdentity, { actor: person, input: {}, on: "2026-11-30", files: proof() });
    const decided = decide(sent, rejectIdentity, { input: { reason: "unreadable", again: "yes" }, on: "2026-12-02" });
    if ("refused" in decided) throw new Error(decided.refused);
    expect(decided.events.map(letterOf)).toEqual([null, "identity-request"]);
    const again = after(sent, rejectIdentity, { input: { reason: "unreadable", again: "yes" }, on: "2026-12-02" });
    expect(again.request).toMatchObject({ state: "awaiting-identity", proofs: [] });
    expect(timeLimitOf(again.request, on("2026-12-05"))).toMatchObject({ suspendedSince: "2026-12-02", dueOn: "2026-12-31" });
    const only = decide(sent, rejectIdentity, { input: { reason: "unreadable" } });
    expect("events" in only && only.events.map(letterOf)).toEqual(["identity-rejected"]);
  });
  test("seen at the counter: the clock resumes that day, no copy, and it is accepted or rejected like a file", () => {
    const asked = after(filed(), askIdentity, { input: doubt, on: "2026-11-25" });
    const input = { channel: "counter" as const, arrivedOn: "2026-11-27", seen: ["identity" as const] };
    const seen = after(asked, recordIdentity, { input, on: "2026-12-01" });
    expect(timeLimitOf(seen.request, on("2026-12-01"))).toMatchObject({ dueOn: "2026-12-28", suspendedSince: null });
    expect(seen.request).toMatchObject({ state: "identity-to-check", proofs: [{ fileId: null, purpose: "identity" }] });
    const claim = { claimId: seen.request.claims[0]!.id, outcome: "fulfilled" as const, grounds: [], explanation: null };
    expect(decide(seen, decideClaim, { input: claim })).toEqual({ refused: "not-allowed-now" });
    const accepted = after(seen, acceptIdentity, { input: { method: "document", kinds: ["identity-card"] } });
    expect(accepted.events.at(-1)).toMatchObject({ type: "IdentityAccepted", data: { destroyedFileIds: [] } });
    expect(decide(asked, recordIdentity, { input: { ...input, arrivedOn: "2026-11-24" }, on: "2026-12-01" })).toEqual({ refused: "arrival-day" });
  });
});

test("what a step would do is told before it is taken", () => {
  const { request } = filed();
  expect(whatIf(request, on("2026-12-01")).extended).toEqual([{ months: 1, dueOn: "2027-01-25" }, { months: 2, dueOn: "2027-02-23" }]);
  expect(whatIf(request, on("2026-12-24")).extended).toEqual([]);
  expect(whatIf(request, on("2026-11-30")).lateToAskAfterDays).toBeNull();
  expect(whatIf(request, on("2026-12-01")).lateToAskAfterDays).toBe(7);
  expect(whatIf(request, on("2026-12-01")).askWithinDays).toBe(7);
  expect(whatIf(request, on("2026-12-01", { identityRequestMaxDays: 3 })).askWithinDays).toBe(3);
  expect(whatIf(request, on("2026-12-01", { identityPause: "none" })).askWithinDays).toBeNull();
  expect(whatIf(request, on("2026-11-25")).clarificationPauses).toBe(false);
  expect(whatIf(request, on("2026-11-25", { clarificationPause: "access-only" })).clarificationPauses).toBe(true);
});

test("about the dead: the same clock by promise, or an aim, and the steps say which. GDPR recital 27", () => {
  const { request } = filed("deceased");
  const rules = (policy: Partial<TimeLimitPolicy>) => timeLimitOf(request, on("2026-12-01", policy)).steps.map(({ rule }) => rule);
  expect(rules({})).toContain("after-death");
  expect(rules({ appliesAfterDeath: false })).toContain("after-death-no-limit");
  expect(timeLimitOf(filed().request, on("2026-12-01")).steps.map(({ rule }) => rule)).not.toContain("after-death");
});

test("a registered letter: both days are kept, and a change of policy moves the clock of an open case", () => {
  const post = { kind: "registered" as const, presentedOn: calendarDate("2026-11-19"), deliveredOn: calendarDate("2026-11-23"), isNumbered: true };
  const { request } = filed("access", { channel: "post", arrival: { post } });
  expect(timeLimitOf(request, on("2026-12-01"))).toMatchObject({ dueOn: "2026-12-23", steps: [{ rule: "received", after: "2026-11-23" }, { rule: "one-month" }] });
  expect(timeLimitOf(request, on("2026-12-01", { registeredLetterReceipt: "first-presentation" })).dueOn).toBe("2026-12-21");
  // So does the day until which asking for proof stops the clock.
  expect(whatIf(request, on("2026-11-30")).lateToAskAfterDays).toBeNull();
  expect(whatIf(request, on("2026-11-30", { registeredLetterReceipt: "first-presentation" })).lateToAskAfterDays).toBe(7);
});
