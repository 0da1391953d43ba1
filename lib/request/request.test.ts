import { describe, expect, test } from "vitest";
import { calendarDate } from "@/lib/law/calendar";
import { holidaysOf } from "@/lib/law/holidays";
import { defaultPolicy } from "@/lib/law/time-limit";
import { acceptIdentity } from "./check/accept-identity";
import { askIdentity } from "./check/ask-identity";
import { receiveIdentity } from "./check/receive-identity";
import { recordIdentity } from "./check/record-identity";
import { refuseUnsafeFile } from "./check/refuse-unsafe-file";
import { rejectIdentity } from "./check/reject-identity";
import type { PendingFile } from "./command";
import { after, agent, decide, dpo, filed, id, person, type Scenario } from "./fixtures/scenario";
import { replay } from "./evolve";
import { addNote } from "./handle/add-note";
import { askQuestion } from "./handle/ask-question";
import { decideClaim } from "./handle/decide-claim";
import { sendMessage } from "./handle/send-message";
import { takeCase } from "./handle/take-case";
import { draftReply } from "./reply/draft-reply";
import { namesRemedies, sendReply } from "./reply/send-reply";
import { stageOf, waitingFor } from "./request";
import { withdrawRequest } from "./retain/withdraw-request";
import { summary, timeLimitOf } from "./summary";

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

  test("accepted: what the person had uploaded to prove it and not yet sent goes too; other files stay", () => {
    const [proven, unsent, message, ours] = [id(), id(), id(), id()];
    const scenario = filed("access", { files: [{ id: proven, purpose: "identity" }] });
    const files = [{ id: unsent, purpose: "mandate" as const, staffId: null }, { id: message, purpose: "message" as const, staffId: null }, { id: ours, purpose: "reply" as const, staffId: id() }];
    expect(decide(scenario, acceptIdentity, { input: { method: "known-facts", kinds: [] }, files })).toMatchObject({ events: [{ data: { destroyedFileIds: [proven, unsent] } }] });
  });

  test("rejected: destroyed, told why, and another may follow", () => {
    const scenario = filed("access", { files: [{ id: id(), purpose: "identity" }] });
    const rejected = after(scenario, rejectIdentity, { actor: agent, input: { reason: "unreadable" } });
    expect(rejected.request).toMatchObject({ proofs: [], rejections: [{ reason: "unreadable", purposes: ["identity"], on: "2026-11-24", by: expect.stringMatching(/^staff:/) }] });
    expect(after(rejected, receiveIdentity, { actor: person, input: {}, files: proof() }).request.state).toBe("identity-to-check");
  });

  test("of a rejection stay what the documents were to prove, each once, also of those seen on paper; a fact of before it was kept is read without", () => {
    const both = filed("access", { files: (["identity", "identity", "mandate"] as const).map((purpose) => ({ id: id(), purpose })) });
    const rejected = after(both, rejectIdentity, { input: { reason: "not-enough" } });
    expect(rejected.events.at(-1)).toMatchObject({ type: "IdentityRejected", data: { purposes: ["identity", "mandate"] } });
    const shown = after(rejected, recordIdentity, { input: { seen: ["identity"], channel: "counter", arrivedOn: "2026-11-24" } });
    expect(after(shown, rejectIdentity, { input: { reason: "expired" } }).request.rejections.map(({ reason, purposes }) => [reason, purposes])).toEqual([["not-enough", ["identity", "mandate"]], ["expired", ["identity"]]]);
    const { events } = rejected;
    const older = events.map((event) => (event.type === "IdentityRejected" ? { ...event, data: { reason: event.data.reason, destroyedFileIds: event.data.destroyedFileIds } } : event));
    expect(replay("K7QF-2M95", older)?.rejections).toMatchObject([{ reason: "not-enough", purposes: [] }]);
  });

  test("what the antivirus has not cleared is not accepted, one document seen is enough; it is rejected with the others, so that it holds up nothing", () => {
    const [seen, unseen] = [id(), id()];
    const proofs = (...ids: string[]) => filed("access", { files: ids.map((each) => ({ id: each, purpose: "identity" as const })) });
    const accept = { method: "document" as const, kinds: ["passport" as const] };
    const refused = { refused: "not-scanned-yet" };
    expect(decide(proofs(unseen), acceptIdentity, { input: accept, unscanned: [unseen] })).toEqual(refused);
    expect(decide(proofs(seen, unseen), acceptIdentity, { input: accept, unscanned: [unseen] })).toHaveProperty("events");
    expect(decide(proofs(unseen), acceptIdentity, { input: { method: "known-facts", kinds: [] }, unscanned: [unseen] })).toHaveProperty("events");
    expect(decide(proofs(seen, unseen), rejectIdentity, { input: { reason: "unreadable" }, unscanned: [unseen] })).toMatchObject({ events: [{ data: { destroyedFileIds: [seen, unseen] } }] });
  });

  test("an unsafe file leaves the case: the check goes on with what is left, and is over when nothing is", () => {
    const [first, second] = [id(), id()];
    const scenario = filed("access", { files: [first, second].map((each) => ({ id: each, purpose: "identity" as const })) });
    const system = { kind: "system" as const };
    const one = after(scenario, refuseUnsafeFile, { actor: system, input: { fileId: first, purpose: "identity" }, unscanned: [first, second] });
    expect(one.request).toMatchObject({ state: "identity-to-check", proofs: [{ fileId: second }] });
    const none = after(one, refuseUnsafeFile, { actor: system, input: { fileId: second, purpose: "identity" }, unscanned: [second] });
    expect(none.request).toMatchObject({ state: "new", proofs: [] });
    expect(timeLimitOf(none.request, clock)).toEqual(timeLimitOf(scenario.request, clock));
    expect(decide(none, refuseUnsafeFile, { actor: system, input: { fileId: second, purpose: "identity" } })).toEqual({ refused: "nothing-to-check" });
  });

  test.each([
    ["a marketing objection never asks for identity", filed("objection", { claims: [{ id: id(), right: "objection", marketing: true }] }), "not-allowed-now"],
    ["nobody to write to", { ...filed(), caseFile: { ...filed().caseFile, requester: { name: null, email: null, postalAddress: null, customerNumber: null } } }, "no-address"],
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
    expect(decide(filed(), sendReply, { input: { fileIds: [] } })).toEqual({ refused: "not-allowed-now" });
    expect(decide(decided(), sendReply, { input: { fileIds: [] } })).toEqual({ refused: "reply-empty" });
  });

  test("sent: the case is closed, the reply is in the case file, files not part of it are destroyed", () => {
    const written = after(decided(), draftReply, { input: { body: "Voici vos données." } });
    const [attached, stray] = [id(), id()];
    const files = [{ id: attached, purpose: "reply" as const, staffId: id() }, { id: stray, purpose: "identity" as const, staffId: null }];
    const sent = after(written, sendReply, { input: { fileIds: [attached] }, files });
    expect(sent.request).toMatchObject({ state: "answered", closedOn: "2026-11-24" });
    expect(sent.caseFile).toMatchObject({ replies: [{ body: "Voici vos données.", fileIds: [attached] }], replyDraft: null });
    expect(sent.events.at(-1)).toMatchObject({ type: "ReplySent", data: { destroyedFileIds: [stray] } });
    expect(stageOf(sent.request)).toBe("retain");
  });

  test("the files that leave are those the sender was shown: one attached or removed since stops it, and a page that names none sends none", () => {
    const written = after(decided(), draftReply, { input: { body: "Voici vos données." } });
    const [shown, other] = [id(), id()];
    const waiting = (...ids: string[]) => ids.map((each) => ({ id: each, purpose: "reply" as const, staffId: id() }));
    const send = (fileIds: string[], files: PendingFile[]) => decide(written, sendReply, { input: { fileIds }, files });
    expect(send([shown], waiting(shown, other))).toEqual({ refused: "changed-meanwhile" });
    expect(send([shown, other], waiting(shown))).toEqual({ refused: "changed-meanwhile" });
    expect(send([shown], waiting(other))).toEqual({ refused: "changed-meanwhile" });
    expect(sendReply.input.parse({})).toEqual({ fileIds: [] });
    expect(send([], waiting(shown))).toEqual({ refused: "changed-meanwhile" });
    expect(send([other, shown], waiting(shown, other))).toMatchObject({ events: [{ data: { fileIds: [shown, other] } }] });
    expect(sendReply.input.parse({ fileIds: shown })).toEqual({ fileIds: [shown] });
  });

  test("a refusal is sent by a DPO only, and names authority and court", () => {
    const scenario = filed("erasure");
    const input = { claimId: scenario.request.claims[0]!.id, outcome: "partly-fulfilled" as const, grounds: ["legal-obligation" as const], explanation: "Factures" };
    const partly = after(scenario, decideClaim, { input });
    const bare = after(partly, draftReply, { input: { body: "Nous gardons vos factures." } });
    expect(decide(bare, sendReply, { input: { fileIds: [] }, actor: agent })).toEqual({ refused: "only-dpo-sends-refusal" });
    expect(decide(bare, sendReply, { input: { fileIds: [] }, actor: dpo })).toEqual({ refused: "remedies-missing" });
    const whole = after(partly, draftReply, { input: { body: "Vous pouvez saisir la CNIL ou le tribunal judiciaire." } });
    expect(after(whole, sendReply, { input: { fileIds: [] }, actor: dpo }).request.state).toBe("answered");
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

test("after the reply the person may still write: somebody must read it, a note or an answer settles it", () => {
  const scenario = filed();
  const decided = after(scenario, decideClaim, { input: fulfilled(scenario) });
  const sent = after(after(decided, draftReply, { input: { body: "Voici." } }), sendReply, { input: { fileIds: [] } });
  const written = after(sent, sendMessage, { actor: person, input: { body: "Il manque une facture." } });
  expect([written.request.state, waitingFor(written.request), written.request.closedOn]).toEqual(["message-after-reply", "staff", "2026-11-24"]);
  // A week to look at it, from the first message nobody has looked at.
  const again = after(written, sendMessage, { actor: person, input: { body: "Et l'autre." } });
  expect([written, again, sent].map(({ request }) => summary(request, null, clock).messageDueOn)).toEqual(["2026-12-01", "2026-12-01", null]);
  expect(after(written, addNote, { input: { body: "Lu" } }).request.state).toBe("answered");
  expect(after(written, askQuestion, { input: { body: "La voici." } }).request.state).toBe("answered");
  expect(decide(written, decideClaim, { input: fulfilled(scenario) })).toEqual({ refused: "not-allowed-now" });
});

test("a question does not hide a document that waits to be checked", () => {
  const waiting = filed("access", { files: [{ id: id(), purpose: "identity" }] });
  const asked = after(waiting, askQuestion, { input: { body: "Quelle commande ?" } });
  expect(asked.request.state).toBe("identity-to-check");
  expect(after(asked, rejectIdentity, { input: { reason: "unreadable" } }).request.proofs).toEqual([]);
});

test("while a proof is awaited, a claim may only be refused for want of it; the answer may leave, and the proof undoes the refusal", () => {
  const asked = after(filed(), askIdentity, { input: doubt });
  const claimId = asked.request.claims[0]!.id;
  expect(decide(asked, decideClaim, { input: fulfilled(asked) })).toEqual({ refused: "identity-unsettled" });
  const want = { claimId, outcome: "refused" as const, grounds: ["identity-not-established" as const], explanation: "Aucun document reçu." };
  expect(decide(asked, decideClaim, { input: { ...want, grounds: ["excessive"] } })).toEqual({ refused: "identity-unsettled" });
  const refused = after(asked, decideClaim, { input: want });
  const written = after(refused, draftReply, { input: { body: "Vous pouvez saisir la CNIL ou le juge." } });
  expect(after(written, sendReply, { input: { fileIds: [] }, actor: dpo }).request.state).toBe("answered");
  const proven = after(refused, acceptIdentity, { input: { method: "known-facts", kinds: [] } });
  expect(proven.request.claims[0]?.decision).toBeNull();
});

test("a decision taken before a proof was asked for does not leave without it", () => {
  const scenario = filed();
  const asked = after(after(scenario, decideClaim, { input: fulfilled(scenario) }), askIdentity, { input: doubt });
  const written = after(asked, draftReply, { input: { body: "Voici vos données." } });
  expect(decide(written, sendReply, { input: { fileIds: [] } })).toEqual({ refused: "identity-unsettled" });
});

test("no proof is asked to withdraw consent, nor for a sensitive answer alone; what is asked for is told to the clock", () => {
  expect(decide(filed("withdraw-consent"), askIdentity, { input: doubt })).toEqual({ refused: "not-allowed-now" });
  expect(askIdentity.input.safeParse({ grounds: ["sensitive-answer"], kinds: ["passport"] }).success).toBe(false);
  const asked = after(filed(), askIdentity, { input: { grounds: ["mandate-missing"], kinds: ["mandate"] } });
  expect(asked.request.timeLimitEvents).toMatchObject([{ type: "identity-requested", about: "mandate" }]);
});

test("the rights of others limit the copy, they do not refuse access whole. Art. 15(4)", () => {
  const scenario = filed();
  const input = { claimId: scenario.request.claims[0]!.id, outcome: "refused" as const, grounds: ["rights-of-others" as const], explanation: "x" };
  expect(decide(scenario, decideClaim, { input })).toEqual({ refused: "ground-not-for-this-right" });
  expect(decide(scenario, decideClaim, { input: { ...input, outcome: "partly-fulfilled" } })).toMatchObject({ events: [{ type: "ClaimDecided" }] });
});

test("both remedies are named in the language of the letter", () => {
  expect(namesRemedies("La CNIL. Le délai court.", "fr")).toBe(false);
  expect(namesRemedies("La CNIL ou le tribunal judiciaire.", "fr")).toBe(true);
  expect(namesRemedies("The CNIL, or go to court.", "en")).toBe(true);
});

test("for someone who died nothing is granted before the proof is accepted, but to a relative who needs none", () => {
  const heir = filed("deceased", { requesterKind: "heir" });
  const deceased = { name: "P", diedOn: "2026-10-01", placeOfDeath: "Lyon", bornOn: null, lastCountry: "France", email: null, customerNumber: null, relationship: "fille" };
  const as = (capacity: "heir" | "relative") => ({ ...heir, caseFile: { ...heir.caseFile, deceased: { ...deceased, capacity } } });
  expect(decide(as("heir"), decideClaim, { input: fulfilled(heir) })).toEqual({ refused: "identity-unsettled" });
  const proved = after(as("heir"), acceptIdentity, { input: { method: "known-facts", kinds: [] } });
  expect(after(proved, decideClaim, { input: fulfilled(heir) }).request.claims[0]?.decision).toMatchObject({ outcome: "fulfilled" });
  expect(after(as("relative"), decideClaim, { input: fulfilled(heir) }).request.claims[0]?.decision).toMatchObject({ outcome: "fulfilled" });
});

test("an heir who only wants the letters to the dead to stop is granted it without papers, and within two days", () => {
  const claims = [{ id: id(), right: "deceased" as const, capacity: "heir" as const, harmless: true }];
  const heir = filed("deceased", { requesterKind: "heir", claims });
  const row = (scenario: Scenario) => summary(scenario.request, scenario.caseFile, { today: calendarDate("2026-11-24"), holidays: holidaysOf("FR"), policy: defaultPolicy });
  expect(row(heir)).toMatchObject({ effectAtOnce: true, targetOn: "2026-11-25", dueOn: "2026-12-23" });
  expect(after(heir, decideClaim, { input: fulfilled(heir) }).request.claims[0]?.decision).toMatchObject({ outcome: "fulfilled" });
  // Its first event says nothing of the kind: the case file does.
  const older = filed("deceased", { requesterKind: "heir" });
  const answers = { name: "P", capacity: "heir" as const, wishes: ["stop-mailings" as const] };
  const known = { ...older, caseFile: { ...older.caseFile, claims: { [older.request.claims[0]!.id]: { right: "deceased" as const, answers } } } };
  expect(after(known, decideClaim, { input: fulfilled(older) }).request.claims[0]?.decision).toMatchObject({ outcome: "fulfilled" });
  expect(row(known)).toMatchObject({ effectAtOnce: false });
});
