import { describe, expect, test } from "vitest";
import { calendarDate } from "@/lib/law/calendar";
import { holidaysOf } from "@/lib/law/holidays";
import { defaultPolicy } from "@/lib/law/time-limit";
import { acceptIdentity } from "./check/accept-identity";
import { askIdentity } from "./check/ask-identity";
import { receiveIdentity } from "./check/receive-identity";
import { rejectIdentity } from "./check/reject-identity";
import { after, agent, decide, dpo, filed, id, person } from "./fixtures/scenario";
import { askQuestion } from "./handle/ask-question";
import { decideClaim } from "./handle/decide-claim";
import { sendMessage } from "./handle/send-message";
import { takeCase } from "./handle/take-case";
import { draftReply } from "./reply/draft-reply";
import { sendReply } from "./reply/send-reply";
import { stageOf, waitingFor } from "./request";
import { withdrawRequest } from "./retain/withdraw-request";
import { timeLimitOf } from "./summary";

const clock = { today: calendarDate("2026-12-01"), holidays: holidaysOf("FR"), policy: defaultPolicy };
const doubt = { grounds: ["email-unknown" as const], kinds: ["identity-card" as const] };
const proof = () => [{ id: id(), purpose: "identity" as const, staffId: null }];
const fulfilled = (scenario: ReturnType<typeof filed>) => ({ claimId: scenario.request.claims[0]!.id, outcome: "fulfilled" as const, grounds: [], explanation: null });

describe("identity", () => {
  test("asking on a doubt stops the clock; the document starts it again, with the days added", () => {
    const asked = after(filed(), askIdentity, { input: doubt, on: "2026-11-25" });
    expect([asked.request.state, waitingFor(asked.request)]).toEqual(["awaiting-identity", "requester"]);
    expect(timeLimitOf(asked.request, clock).suspendedSince).toBe("2026-11-25");
    const received = after(asked, receiveIdentity, { actor: person, input: {}, on: "2026-11-30", files: proof() });
    expect(received.request.state).toBe("identity-to-check");
    expect(timeLimitOf(received.request, clock)).toMatchObject({ dueOn: "2026-12-28", suspendedSince: null });
  });

  test("accepted: the document is destroyed and only its kind stays", () => {
    const [file] = proof();
    const scenario = filed("access", { files: [{ id: file!.id, purpose: "identity" }] });
    const decided = decide(scenario, acceptIdentity, { input: { method: "document", kinds: ["passport"] } });
    expect(decided).toMatchObject({ events: [{ type: "IdentityAccepted", data: { kinds: ["passport"], destroyedFileIds: [file!.id] } }] });
    expect(after(scenario, acceptIdentity, { input: { method: "document", kinds: ["passport"] } }).request).toMatchObject({ proofs: [], state: "in-progress" });
  });

  test("rejected: destroyed, told why, and another may follow", () => {
    const scenario = filed("access", { files: [{ id: id(), purpose: "identity" }] });
    const rejected = after(scenario, rejectIdentity, { input: { reason: "unreadable" } });
    expect(rejected.request).toMatchObject({ proofs: [], lastRejection: "unreadable" });
    expect(after(rejected, receiveIdentity, { actor: person, input: {}, files: proof() }).request.state).toBe("identity-to-check");
  });

  test.each([
    ["a marketing objection never asks for identity", filed("objection", { claims: [{ id: id(), right: "objection", marketing: true }] }), "not-allowed-now"],
    ["nobody to write to", { ...filed(), caseFile: { ...filed().caseFile, requester: { name: null, email: null, postalAddress: null, customerNumber: null } } }, "no-email"],
  ])("refused: %s", (_title, scenario, code) => {
    expect(decide(scenario, askIdentity, { input: doubt })).toEqual({ refused: code });
  });

  test("nothing uploaded is no document", () => {
    expect(decide(filed(), receiveIdentity, { actor: person, input: {} })).toEqual({ refused: "no-file" });
    expect(decide(filed(), acceptIdentity, { input: { method: "document", kinds: ["passport"] } })).toEqual({ refused: "nothing-to-check" });
  });
});

describe("deciding", () => {
  test("a refusal needs a ground, and one of this right", () => {
    const scenario = filed("erasure");
    const input = { claimId: scenario.request.claims[0]!.id, outcome: "refused" as const, grounds: [], explanation: "x" };
    expect(decide(scenario, decideClaim, { input })).toEqual({ refused: "ground-missing" });
    expect(decide(scenario, decideClaim, { input: { ...input, grounds: ["heirs-disagree"] } })).toEqual({ refused: "ground-not-for-this-right" });
    expect(after(scenario, decideClaim, { input: { ...input, grounds: ["legal-obligation"] } }).request.claims[0]?.decision).toMatchObject({ outcome: "refused" });
  });

  test("withdrawal of consent and marketing objection cannot be refused", () => {
    for (const scenario of [filed("withdraw-consent"), filed("objection", { claims: [{ id: id(), right: "objection", marketing: true }] })]) {
      const input = { claimId: scenario.request.claims[0]!.id, outcome: "refused" as const, grounds: ["excessive" as const], explanation: "x" };
      expect(decide(scenario, decideClaim, { input })).toEqual({ refused: "outcome-not-for-this-right" });
    }
  });

  test("not while a document waits, nor on a claim of another case", () => {
    const waiting = filed("access", { files: [{ id: id(), purpose: "identity" }] });
    expect(decide(waiting, decideClaim, { input: fulfilled(waiting) })).toEqual({ refused: "not-allowed-now" });
    expect(decide(filed(), decideClaim, { input: { ...fulfilled(filed()) } })).toEqual({ refused: "claim-unknown" });
  });
});

describe("replying", () => {
  const decided = () => {
    const scenario = filed();
    return after(scenario, decideClaim, { input: fulfilled(scenario) });
  };

  test("not before every claim is decided and something is written", () => {
    expect(decide(filed(), sendReply, { input: {} })).toEqual({ refused: "not-allowed-now" });
    expect(decide(decided(), sendReply, { input: {} })).toEqual({ refused: "reply-empty" });
  });

  test("sent: the case is closed, the reply is in the case file, files not part of it are destroyed", () => {
    const written = after(decided(), draftReply, { input: { body: "Voici vos données." } });
    const [attached, stray] = [id(), id()];
    const files = [{ id: attached, purpose: "reply" as const, staffId: id() }, { id: stray, purpose: "identity" as const, staffId: null }];
    const sent = after(written, sendReply, { input: {}, files });
    expect(sent.request).toMatchObject({ state: "answered", closedOn: "2026-11-24" });
    expect(sent.caseFile).toMatchObject({ reply: { body: "Voici vos données.", fileIds: [attached] }, replyDraft: null });
    expect(sent.events.at(-1)).toMatchObject({ type: "ReplySent", data: { destroyedFileIds: [stray] } });
    expect(stageOf(sent.request)).toBe("retain");
  });

  test("a refusal is sent by a DPO only, and names authority and court", () => {
    const scenario = filed("erasure");
    const input = { claimId: scenario.request.claims[0]!.id, outcome: "partly-fulfilled" as const, grounds: ["legal-obligation" as const], explanation: "Factures" };
    const partly = after(scenario, decideClaim, { input });
    const bare = after(partly, draftReply, { input: { body: "Nous gardons vos factures." } });
    expect(decide(bare, sendReply, { input: {}, actor: agent })).toEqual({ refused: "only-dpo-sends-refusal" });
    expect(decide(bare, sendReply, { input: {}, actor: dpo })).toEqual({ refused: "remedies-missing" });
    const whole = after(partly, draftReply, { input: { body: "Vous pouvez saisir la CNIL ou le tribunal judiciaire." } });
    expect(after(whole, sendReply, { input: {}, actor: dpo }).request.state).toBe("answered");
  });
});

test("a question waits for the person without stopping the clock", () => {
  const asked = after(filed(), askQuestion, { input: { body: "Quelle commande ?" } });
  expect([asked.request.state, timeLimitOf(asked.request, clock).dueOn]).toEqual(["awaiting-answer", "2026-12-23"]);
  expect(after(asked, sendMessage, { actor: person, input: { body: "La 42" } }).request.state).toBe("in-progress");
});

test("taking a case twice is refused; withdrawing closes it for good", () => {
  const taken = after(filed(), takeCase, { input: {} });
  expect(taken.request).toMatchObject({ assigneeId: agent.kind === "staff" && agent.id, state: "in-progress" });
  expect(decide(taken, takeCase, { input: {} })).toEqual({ refused: "already-taken" });
  const withdrawn = after(taken, withdrawRequest, { actor: person, input: {} });
  expect([withdrawn.request.state, waitingFor(withdrawn.request)]).toEqual(["withdrawn", "nobody"]);
  expect(decide(withdrawn, sendMessage, { actor: person, input: { body: "x" } })).toEqual({ refused: "not-allowed-now" });
});
