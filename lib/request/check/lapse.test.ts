import { describe, expect, test } from "vitest";
import { calendarDate } from "@/lib/law/calendar";
import { holidaysOf } from "@/lib/law/holidays";
import { defaultPolicy, type TimeLimitPolicy } from "@/lib/law/time-limit";
import { after, decide, dpo, filed, id, person, type Scenario } from "../fixtures/scenario";
import { decideClaim } from "../handle/decide-claim";
import { letterOf } from "../reactions";
import { recordPosting } from "../reply/record-posting";
import { isProofAwaited, isProofExpired } from "../request";
import { timeLimitOf } from "../summary";
import { whatIf } from "../what-if";
import { acceptIdentity } from "./accept-identity";
import { askIdentity } from "./ask-identity";
import { decideProofsBy, destroyUndecided } from "./destroy-undecided";
import { lapseIdentity } from "./lapse-identity";
import { recordIdentity } from "./record-identity";
import { receiveIdentity } from "./receive-identity";
import { proposalFor } from "./refusal-proposal";

/** Filed on Monday 23 November 2026, due on 23 December; asked two days later: a lapse is open from Friday 25 December. */
const doubt = { grounds: ["email-unknown" as const], kinds: ["identity-card" as const] };
const clock = (day: string, policy: Partial<TimeLimitPolicy> = {}) => ({ today: calendarDate(day), holidays: holidaysOf("FR"), policy: { ...defaultPolicy, ...policy } });
const proof = () => [{ id: id(), purpose: "identity" as const, staffId: null }];
const asked = after(filed(), askIdentity, { input: doubt, on: "2026-11-25" });
const lapsed = after(asked, lapseIdentity, { input: {}, on: "2026-12-28" });
const decision = (scenario: Scenario, outcome: "fulfilled" | "refused") => {
  const grounds = outcome === "refused" ? (["identity-not-established"] as const) : [];
  return decide(scenario, decideClaim, { input: { claimId: scenario.request.claims[0]!.id, outcome, grounds: [...grounds], explanation: "Rien n’est arrivé." } });
};

describe("a request for proof that nobody answers", () => {
  test("lapses once it has suspended the clock for thirty days, not a day sooner", () => {
    expect(decide(asked, lapseIdentity, { input: {}, on: "2026-12-24" })).toEqual({ refused: "too-early-to-lapse" });
    expect(decide(asked, lapseIdentity, { input: {}, on: "2026-12-25" })).toMatchObject({ events: [{ type: "IdentityLapsed", data: { since: "2026-11-25" } }] });
  });
  test("the clock goes on from that day; what had run before counts, and the step says that nothing came", () => {
    const limit = timeLimitOf(lapsed.request, clock("2027-01-10"));
    expect(limit).toMatchObject({ dueOn: "2027-01-25", suspendedSince: null });
    expect(limit.steps.find(({ rule }) => rule === "identity-pause-lapsed")).toMatchObject({ days: 33, since: "2026-11-25", until: "2026-12-28" });
  });
  test("the person is told by a letter, and staff have to move", () => {
    expect(letterOf(lapsed.events.at(-1)!)).toBe("identity-lapsed");
    expect(lapsed.request).toMatchObject({ state: "in-progress", identityLapsedOn: "2026-12-28" });
    expect(isProofAwaited(lapsed.request)).toBe(true);
  });
  test("the proof stays owed: only a refusal for want of it is open, and it is the one proposed", () => {
    expect(decision(lapsed, "fulfilled")).toEqual({ refused: "identity-unsettled" });
    expect(decision(lapsed, "refused")).toMatchObject({ events: [{ type: "ClaimDecided" }] });
    const [claim] = lapsed.request.claims;
    expect(proposalFor(lapsed.request, claim!)).toEqual({ outcome: "refused", grounds: ["identity-not-established"] });
    expect(proposalFor(asked.request, claim!)).toBeNull();
  });
  test("is not dead: proof that comes late is checked, and undoes a refusal for want of it", () => {
    const refused = after(lapsed, decideClaim, { input: { claimId: lapsed.request.claims[0]!.id, outcome: "refused", grounds: ["identity-not-established"], explanation: "x" }, on: "2026-12-28" });
    const sent = after(refused, receiveIdentity, { actor: person, input: {}, on: "2027-01-04", files: proof() });
    expect(sent.request.state).toBe("identity-to-check");
    expect(timeLimitOf(sent.request, clock("2027-01-04")).dueOn).toBe("2027-01-25");
    const accepted = after(sent, acceptIdentity, { input: { method: "document", kinds: ["identity-card"] }, on: "2027-01-05" });
    expect(accepted.request.claims[0]?.decision).toBeNull();
    expect(decision(accepted, "fulfilled")).toMatchObject({ events: [{ type: "ClaimDecided" }] });
  });
  test("asking again does not stop the clock a second time, unless the DPO credits it", () => {
    const again = after(lapsed, askIdentity, { input: doubt, on: "2026-12-29" });
    expect(timeLimitOf(again.request, clock("2027-01-10"))).toMatchObject({ dueOn: "2027-01-25", suspendedSince: null });
    expect(whatIf(lapsed.request, clock("2026-12-29")).lateToAskAfterDays).toBe(7);
    const credited = after(lapsed, askIdentity, { actor: dpo, input: { ...doubt, creditLate: "yes", creditReason: "Courrier perdu." }, on: "2026-12-29" });
    expect(timeLimitOf(credited.request, clock("2027-01-10")).suspendedSince).toBe("2026-12-29");
  });
  test("where asking stopped no clock there is nothing to lapse: the answer is due as ever", () => {
    const late = after(filed(), askIdentity, { input: doubt, on: "2026-12-02" });
    expect(decide(late, lapseIdentity, { input: {}, on: "2027-01-10" })).toEqual({ refused: "too-early-to-lapse" });
    expect(whatIf(late.request, clock("2027-01-10")).lapse).toBeNull();
    expect(decide(filed(), lapseIdentity, { input: {}, on: "2027-01-10" })).toEqual({ refused: "not-allowed-now" });
  });
  test("asked on paper, the thirty days run from the posting", () => {
    const requester = { name: "Anne", email: null, postalAddress: "1 rue de l’Exemple, Albi", customerNumber: null };
    const written = after({ ...filed(), caseFile: { ...filed().caseFile, requester } }, askIdentity, { input: doubt, on: "2026-11-25" });
    expect(whatIf(written.request, clock("2026-11-26")).lapse).toBeNull();
    const posted = after(written, recordPosting, { input: { letter: "identity-request", eventId: written.events.at(-1)!.id, postedOn: "2026-11-27" }, on: "2026-11-27" });
    expect(whatIf(posted.request, clock("2026-12-01")).lapse).toMatchObject({ since: "2026-11-27", from: "2026-12-27" });
  });
  test("what it does is told before: from which day it is open and when the answer is due then", () => {
    expect(whatIf(asked.request, clock("2026-12-28")).lapse).toEqual({ since: "2026-11-25", from: "2026-12-25", dueOn: "2027-01-25" });
    expect(whatIf(lapsed.request, clock("2026-12-28")).lapse).toBeNull();
  });
  test("where the controller restarts the month on proof, a lapse restarts nothing", () => {
    const limit = timeLimitOf(lapsed.request, clock("2027-01-10", { identityPause: "restart" }));
    expect(limit.dueOn).toBe("2027-01-25");
    expect(limit.steps.at(-1)?.after).toBe(limit.dueOn);
  });
});

describe("documents nobody decided on", () => {
  const sent = after(asked, receiveIdentity, { actor: person, input: {}, on: "2026-11-30", files: proof() });
  const gone = after(sent, destroyUndecided, { input: {}, on: "2026-12-30" });
  test("are destroyed on the thirtieth day, and staff are told by when", () => {
    expect(decideProofsBy(sent.request)).toBe("2026-12-30");
    expect(decide(sent, destroyUndecided, { input: {}, on: "2026-12-29" })).toEqual({ refused: "nothing-to-check" });
    expect(gone.events.at(-1)).toMatchObject({ type: "ProofsExpired", data: { destroyedFileIds: [sent.request.proofs[0]?.fileId], isNeeded: true } });
  });
  test("are asked for again without stopping the clock: the delay is ours; what comes then resumes nothing", () => {
    expect(gone.request.state).toBe("awaiting-identity");
    expect(isProofExpired(gone.request)).toBe(true);
    expect(timeLimitOf(gone.request, clock("2027-01-10"))).toMatchObject({ dueOn: "2026-12-28", suspendedSince: null });
    expect(decide(gone, lapseIdentity, { input: {}, on: "2027-02-10" })).toEqual({ refused: "too-early-to-lapse" });
    const again = after(gone, receiveIdentity, { actor: person, input: {}, on: "2027-01-04", files: proof() });
    expect(again.request).toMatchObject({ state: "identity-to-check", timeLimitEvents: sent.request.timeLimitEvents });
    expect(isProofExpired(again.request)).toBe(false);
  });
  test("a relative who is no heir owed none: nothing is said to be needed, and what they wish may be granted", () => {
    const as = (capacity: "heir" | "relative") => {
      const told = filed("deceased", { claims: [{ id: id(), right: "deceased", capacity }], files: proof() });
      return after(told, destroyUndecided, { input: {}, on: "2026-12-23" });
    };
    expect(as("relative").events.at(-1)).toMatchObject({ type: "ProofsExpired", data: { isNeeded: false } });
    expect(as("relative").request.state).toBe("new");
    expect(decision(as("relative"), "fulfilled")).toMatchObject({ events: [{ type: "ClaimDecided" }] });
    expect(as("heir").request.state).toBe("awaiting-identity");
    expect(decision(as("heir"), "fulfilled")).toEqual({ refused: "identity-unsettled" });
  });
  test("of several only the old ones; a paper that was seen has no copy to destroy", () => {
    const more = after(sent, receiveIdentity, { actor: person, input: {}, on: "2026-12-15", files: proof() });
    const left = after(more, destroyUndecided, { input: {}, on: "2026-12-30" });
    expect(left.request).toMatchObject({ state: "identity-to-check", proofs: [{ on: "2026-12-15" }] });
    const seen = after(asked, recordIdentity, { input: { channel: "counter", arrivedOn: "2026-11-27", seen: ["identity"] }, on: "2026-11-27" });
    expect(decide(seen, destroyUndecided, { input: {}, on: "2027-01-30" })).toEqual({ refused: "nothing-to-check" });
    expect(decideProofsBy(seen.request)).toBeNull();
  });
});
