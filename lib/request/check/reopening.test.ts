import { describe, expect, test } from "vitest";
import { calendarDate } from "@/lib/law/calendar";
import { holidaysOf } from "@/lib/law/holidays";
import type { Right } from "@/lib/law/rights";
import { defaultPolicy } from "@/lib/law/time-limit";
import type { RequestEvent } from "../event";
import { replay } from "../evolve";
import { after, decide, dpo, filed, id, person, type Scenario } from "../fixtures/scenario";
import { decideClaim } from "../handle/decide-claim";
import { extendDeadline } from "../handle/extend-deadline";
import { letterOf } from "../reactions";
import { draftReply } from "../reply/draft-reply";
import { sendReply } from "../reply/send-reply";
import { owedClaims, stageOf } from "../request";
import { withdrawRequest } from "../retain/withdraw-request";
import { timeLimitOf } from "../summary";
import { tallyOf } from "../tally";
import { whatIf } from "../what-if";
import { acceptIdentity } from "./accept-identity";
import { askIdentity } from "./ask-identity";
import { lapseIdentity } from "./lapse-identity";
import { receiveIdentity } from "./receive-identity";
import { recordIdentity } from "./record-identity";
import { rejectIdentity } from "./reject-identity";
import { reopenRequest } from "./reopen-request";

const clock = (day: string) => ({ today: calendarDate(day), holidays: holidaysOf("FR"), policy: defaultPolicy });
const proof = () => [{ id: id(), purpose: "identity" as const, staffId: null }];
const refusal = { outcome: "refused" as const, grounds: ["identity-not-established" as const], explanation: "Rien n’est arrivé." };
const body = "Non. CNIL, tribunal.";

function answered(scenario: Scenario, on: string): Scenario {
  const drafted = after(scenario, draftReply, { input: { body }, on });
  return after(drafted, sendReply, { input: { fileIds: [] }, actor: dpo, on });
}

/** Filed on 23 November 2026, asked on the 25th, lapsed on 28 December where the clock stood still for it, refused on 4 January 2027. */
function refused(rights: readonly Right[] = ["access"]): Scenario {
  const claims = rights.map((right) => ({ id: id(), right, ...(right === "objection" && { marketing: true }) }));
  const asked = after(filed("access", { claims }), askIdentity, { input: { grounds: ["email-unknown"], kinds: ["identity-card"] }, on: "2026-11-25" });
  const lapsed = timeLimitOf(asked.request, clock("2026-12-28")).suspendedSince ? after(asked, lapseIdentity, { input: {}, on: "2026-12-28" }) : asked;
  const decided = claims.reduce((scenario, { id: claimId, right }) => {
    const input = right === "objection" ? { outcome: "fulfilled" as const, grounds: [], explanation: null } : refusal;
    return after(scenario, decideClaim, { input: { claimId, ...input }, on: "2027-01-04" });
  }, lapsed);
  return answered(decided, "2027-01-04");
}

describe("a request answered by a refusal for want of proof", () => {
  const proven = after(refused(), receiveIdentity, { input: {}, actor: person, files: proof(), on: "2027-03-01" });

  test("is taken up again by the proof, and a new month runs from that day", () => {
    expect(proven.events.slice(-2)).toMatchObject([{ type: "RequestReopened", data: { by: "proof", on: "2027-03-01" } }, { type: "IdentityReceived", data: { reopens: true } }]);
    expect(proven.request).toMatchObject({ state: "identity-to-check", closedOn: null, reopenedOn: "2027-03-01", claims: [{ decision: null, answeredOn: null }] });
    const limit = timeLimitOf(proven.request, clock("2027-03-02"));
    expect(limit).toMatchObject({ dueOn: "2027-04-01", strictDueOn: "2026-12-23", refusalDueOn: "2027-04-01", extensionNoticeDueOn: "2027-04-01", suspendedSince: null });
    expect(limit.steps.map(({ rule }) => rule)).toEqual(["received", "reopened", "one-month"]);
    expect(limit.steps).toMatchObject([{ after: "2026-11-23" }, { before: "2026-11-23", after: "2027-03-01" }, { before: "2027-03-01", after: "2027-04-01" }]);
  });
  test("the person gets one letter, of the reopening", () => {
    expect(proven.events.slice(-2).map(letterOf)).toEqual(["request-reopened", null]);
  });
  test("once accepted it is decided and answered, beside the first answer", () => {
    const accepted = after(proven, acceptIdentity, { input: { method: "document", kinds: ["passport"] }, on: "2027-03-02" });
    const [claim] = accepted.request.claims;
    const decided = after(accepted, decideClaim, { input: { claimId: claim!.id, outcome: "fulfilled", grounds: [], explanation: null }, on: "2027-03-03" });
    const again = answered(decided, "2027-03-04");
    expect(again.request).toMatchObject({ state: "answered", closedOn: "2027-03-04", claims: [{ answeredOn: "2027-03-04", decision: { outcome: "fulfilled" } }] });
    expect(again.caseFile.replies).toHaveLength(2);
    expect(decide(again, receiveIdentity, { input: {}, actor: person, files: proof(), on: "2027-03-05" })).toEqual({ refused: "not-allowed-now" });
  });
  test("a proof that is not enough leaves it owed: only a refusal is open, and it may be asked for again with effect on the clock", () => {
    const rejected = after(proven, rejectIdentity, { input: { reason: "unreadable" }, on: "2027-03-02" });
    const [claim] = rejected.request.claims;
    expect(decide(rejected, decideClaim, { input: { claimId: claim!.id, outcome: "fulfilled", grounds: [], explanation: null } })).toEqual({ refused: "identity-unsettled" });
    const asked = after(rejected, askIdentity, { input: { grounds: ["email-unknown"], kinds: ["passport"] }, on: "2027-03-02" });
    expect(timeLimitOf(asked.request, clock("2027-03-12"))).toMatchObject({ suspendedSince: "2027-03-02", dueOn: "2027-04-12" });
  });
  test("staff are told the same as the clock does: asking in the week after the reopening is in time", () => {
    const rejected = after(proven, rejectIdentity, { input: { reason: "unreadable" }, on: "2027-03-02" });
    expect(whatIf(rejected.request, clock("2027-03-02")).lateToAskAfterDays).toBeNull();
    expect(whatIf(rejected.request, clock("2027-03-09")).lateToAskAfterDays).toBe(7);
    const input = { grounds: ["email-unknown" as const], kinds: ["passport" as const], creditLate: "yes" as const, creditReason: "Retard." };
    expect(decide(rejected, askIdentity, { actor: dpo, input, on: "2027-03-02" })).toEqual({ refused: "asked-in-time" });
  });
  test("on paper it counts from the day it reached us", () => {
    const shown = after(refused(), recordIdentity, { input: { seen: ["identity"], channel: "counter", arrivedOn: "2027-02-26" }, on: "2027-03-01" });
    expect(shown.request).toMatchObject({ state: "identity-to-check", reopenedOn: "2027-02-26" });
  });
  test("staff take it up again without a document, and say why", () => {
    const taken = after(refused(), reopenRequest, { input: { why: "Le compte client a été relié." }, on: "2027-03-01" });
    expect(taken.request).toMatchObject({ state: "in-progress", reopenedOn: null, closedOn: null });
    expect(taken.caseFile.notes).toMatchObject([{ body: "Le compte client a été relié." }]);
    expect(taken.events.slice(-2)).toMatchObject([{ type: "RequestReopened", data: { by: "staff", goesOn: true } }, { type: "NoteAdded" }]);
  });
  test("then nothing new reached us: the month of the first receipt goes on, and the second answer counts as late", () => {
    const taken = after(refused(), reopenRequest, { input: { why: "Le refus était une erreur." }, on: "2027-03-01" });
    expect(timeLimitOf(taken.request, clock("2027-03-02"))).toMatchObject({ dueOn: "2027-01-25", strictDueOn: "2026-12-23", suspendedSince: null });
    expect(whatIf(taken.request, clock("2027-03-02")).lateToAskAfterDays).toBe(7);
    const accepted = after(taken, acceptIdentity, { input: { method: "known-facts", kinds: [] }, on: "2027-03-02" });
    const [claim] = accepted.request.claims;
    const decided = after(accepted, decideClaim, { input: { claimId: claim!.id, outcome: "fulfilled", grounds: [], explanation: null }, on: "2027-03-02" });
    const { request } = answered(decided, "2027-03-03");
    // The document was not needed: nothing was suspended.
    expect(timeLimitOf(request, clock("2027-03-03")).dueOn).toBe("2026-12-23");
    expect(tallyOf(request, timeLimitOf(request, clock("2027-03-03")))).toMatchObject({ answeredOn: "2027-03-03", isOnTime: false });
  });
  test("what was asked and never came waited until the reply, not until now; an extension stays", () => {
    const asked = after(filed(), askIdentity, { input: { grounds: ["email-unknown"], kinds: ["passport"] }, on: "2026-11-25" });
    const extended = after(asked, extendDeadline, { input: { months: 2, reasons: ["scattered-data"], explanation: null }, on: "2026-11-26" });
    const decided = after(extended, decideClaim, { input: { claimId: asked.request.claims[0]!.id, ...refusal }, on: "2026-12-01" });
    const taken = after(answered(decided, "2026-12-01"), reopenRequest, { input: { why: "Erreur." }, on: "2026-12-10" });
    expect(timeLimitOf(taken.request, clock("2026-12-20"))).toMatchObject({ suspendedSince: null, dueOn: "2027-03-01" });
    expect(taken.request.extension).toMatchObject({ months: 2 });
  });
  test("what staff took up again before this was kept has the new month it was told", () => {
    const { events } = after(refused(), reopenRequest, { input: { why: "Erreur." }, on: "2027-03-01" });
    const older = events.map((event) => (event.type === "RequestReopened" ? { ...event, data: { ...event.data, goesOn: undefined } } : event)) as RequestEvent[];
    expect(timeLimitOf(replay("K7QF-2M95", older)!, clock("2027-03-02")).dueOn).toBe("2027-04-01");
  });
  test("may be extended anew within the new month", () => {
    const extended = after(proven, extendDeadline, { input: { months: 2, reasons: ["scattered-data"], explanation: null }, on: "2027-03-10" });
    expect(timeLimitOf(extended.request, clock("2027-03-10")).dueOn).toBe("2027-06-01");
  });
});

test("beside a right that needs no proof, asking for one for another suspends nothing: both are answered by the first date", () => {
  const claims = [{ id: id(), right: "objection" as const, marketing: true }, { id: id(), right: "access" as const }];
  const input = { grounds: ["email-unknown" as const], kinds: ["identity-card" as const] };
  const asked = after(filed("access", { claims }), askIdentity, { input, on: "2026-11-25" });
  expect(asked.events.at(-1)).toMatchObject({ type: "IdentityRequested", data: { beside: true } });
  expect(timeLimitOf(asked.request, clock("2026-12-28"))).toMatchObject({ dueOn: "2026-12-23", suspendedSince: null });
  expect(timeLimitOf(asked.request, clock("2026-12-28")).steps.map(({ rule }) => rule)).toContain("identity-pause-beside");
  expect(decide(asked, lapseIdentity, { input: {}, on: "2026-12-28" })).toEqual({ refused: "too-early-to-lapse" });
  // Staff see it before they ask, and no decision changes it.
  expect(whatIf(filed("access", { claims }).request, clock("2026-12-28"))).toMatchObject({ isAskedBeside: true, lateToAskAfterDays: null });
  expect(whatIf(filed("access").request, clock("2026-11-25")).isAskedBeside).toBe(false);
  expect(decide(filed("access", { claims }), askIdentity, { actor: dpo, input: { ...input, creditLate: "yes", creditReason: "Retard." }, on: "2026-12-20" })).toEqual({ refused: "nothing-to-suspend" });
  // Asked again in the decision that rejects what came, it is so again.
  const sent = after(asked, receiveIdentity, { input: {}, actor: person, files: proof(), on: "2026-11-27" });
  const again = after(sent, rejectIdentity, { input: { reason: "unreadable", again: "yes" }, on: "2026-11-28" });
  expect(again.events.at(-1)).toMatchObject({ type: "IdentityRequested", data: { beside: true } });
  expect(timeLimitOf(again.request, clock("2026-12-28")).dueOn).toBe("2026-12-23");
  // What was asked before this was kept goes on as it did.
  const older = asked.events.map((event) => (event.type === "IdentityRequested" ? { ...event, data: { ...event.data, beside: undefined } } : event)) as RequestEvent[];
  expect(timeLimitOf(replay("K7QF-2M95", older)!, clock("2026-12-28")).suspendedSince).toBe("2026-11-25");
});

test("once only the other right is owed, asking for proof suspends again", () => {
  const both = after(refused(["objection", "access"]), receiveIdentity, { input: {}, actor: person, files: proof(), on: "2027-03-01" });
  const rejected = after(both, rejectIdentity, { input: { reason: "unreadable" }, on: "2027-03-02" });
  const asked = after(rejected, askIdentity, { input: { grounds: ["email-unknown"], kinds: ["passport"] }, on: "2027-03-02" });
  expect(timeLimitOf(asked.request, clock("2027-03-12")).suspendedSince).toBe("2027-03-02");
});

test("what was answered otherwise stays answered: only the refused right is taken up, decided and told again", () => {
  const both = after(refused(["objection", "access"]), receiveIdentity, { input: {}, actor: person, files: proof(), on: "2027-03-01" });
  expect(both.request.claims).toMatchObject([{ right: "objection", answeredOn: "2027-01-04", decision: { outcome: "fulfilled" } }, { right: "access", answeredOn: null, decision: null }]);
  expect(owedClaims(both.request).map(({ right }) => right)).toEqual(["access"]);
  const accepted = after(both, acceptIdentity, { input: { method: "document", kinds: ["passport"] }, on: "2027-03-02" });
  expect(stageOf(accepted.request)).toBe("handle");
  const [objection] = accepted.request.claims;
  expect(decide(accepted, decideClaim, { input: { claimId: objection!.id, outcome: "no-data-held", grounds: [], explanation: null } })).toEqual({ refused: "claim-answered" });
});

test("nothing else is reopened: a refusal on another ground, a withdrawal, an open request", () => {
  const scenario = filed("erasure");
  const [claim] = scenario.request.claims;
  const decided = after(scenario, decideClaim, { input: { claimId: claim!.id, outcome: "refused", grounds: ["legal-obligation"], explanation: null }, on: "2026-12-01" });
  const closed = answered(decided, "2026-12-01");
  const withdrawn = after(filed(), withdrawRequest, { input: {}, actor: person });
  for (const each of [closed, withdrawn]) {
    expect(decide(each, receiveIdentity, { input: {}, actor: person, files: proof() })).toEqual({ refused: "not-allowed-now" });
    expect(decide(each, reopenRequest, { input: { why: "Pour voir" } })).toEqual({ refused: "not-allowed-now" });
  }
  expect(decide(filed(), reopenRequest, { input: { why: "Pour voir" } })).toEqual({ refused: "not-allowed-now" });
});
