import { describe, expect, test } from "vitest";
import { agent, after, decide, filed, id, person, type Scenario } from "../fixtures/scenario";
import { silentEvents } from "../event";
import { acceptIdentity } from "./accept-identity";
import { adviceFor, evidenceOf, standingOnLadder } from "./evidence";
import { noteEmailCode } from "./note-email-code";
import { recordEvidence } from "./record-evidence";

const all = (result: "matches" | "differs" | "not-looked-at") => ({ email: result, orderNumber: result, postcode: result });
const opened = (scenario: Scenario) => after(scenario, noteEmailCode, { actor: person, input: {} });
const compared = (scenario: Scenario, facts: Partial<ReturnType<typeof all>>) => after(scenario, recordEvidence, { actor: agent, input: { ...all("not-looked-at"), ...facts } });
const advice = ({ request, caseFile }: Scenario) => adviceFor(request, caseFile);
const known = ({ request, caseFile }: Scenario) => evidenceOf(request, caseFile).map(({ fact }) => fact);

describe("what is known of who asks", () => {
  test("nothing at first; then the code, noted once, and nobody's form is upset by it", () => {
    expect(known(filed())).toEqual([]);
    const once = opened(filed());
    expect(evidenceOf(once.request, once.caseFile)).toEqual([{ fact: "email-code", on: "2026-11-24" }]);
    expect(decide(once, noteEmailCode, { actor: person, input: {} })).toEqual({ refused: "not-allowed-now" });
    expect(silentEvents.has("EmailCodeUsed")).toBe(true);
  });
  test("what was told counts as told: number, postal address, the way it came", () => {
    const told = filed("access", { channel: "email" });
    const requester = { name: "Anne", email: "anne@example.org", customerNumber: "C-1", postalAddress: "Albi" };
    expect(known({ ...told, caseFile: { ...told.caseFile, requester } })).toEqual(["came-by-email", "number-given", "postal-address-given"]);
  });
  test("somebody acting for another without a mandate is said, with one it is a document to check", () => {
    const other = { requesterKind: "representative" as const };
    expect(known(filed("access", other))).toEqual(["mandate-lacking"]);
    const mandated = filed("access", { ...other, files: [{ id: id(), purpose: "mandate" }] });
    expect(evidenceOf(mandated.request, mandated.caseFile)).toEqual([{ fact: "documents", purposes: ["mandate"] }]);
  });
  test("what staff compared: the result and who, never a value; recorded again it replaces", () => {
    const first = compared(filed(), { email: "differs", postcode: "matches" });
    expect(first.events.at(-1)).toMatchObject({ type: "EvidenceRecorded", data: { facts: { email: "differs", orderNumber: "not-looked-at", postcode: "matches" } } });
    const by = agent.kind === "staff" ? `staff:${agent.id}` : "";
    expect(evidenceOf(first.request, first.caseFile)).toEqual([
      { fact: "compared", what: "email", result: "differs", on: "2026-11-24", by },
      { fact: "compared", what: "postcode", result: "matches", on: "2026-11-24", by },
    ]);
    expect(known(compared(first, { email: "matches" }))).toEqual(["compared"]);
    expect(decide(filed(), recordEvidence, { input: all("not-looked-at") })).toEqual({ refused: "nothing-compared" });
    expect(recordEvidence.input.safeParse({ ...all("matches"), email: "anne@example.org" }).success).toBe(false);
  });
  test("nothing is compared where no identity may be asked", () => {
    expect(decide(filed("withdraw-consent"), recordEvidence, { input: all("matches") })).toEqual({ refused: "not-allowed-now" });
  });
});

describe("the next sensible step", () => {
  test("the lightest first: compare; then the address on file that opens the space is enough", () => {
    expect(advice(filed())).toBe("compare-facts");
    expect(advice(opened(filed()))).toBe("compare-email");
    expect(advice(compared(opened(filed()), { email: "matches" }))).toBe("email-enough");
    expect(advice(compared(filed(), { orderNumber: "matches", postcode: "matches" }))).toBe("facts-enough");
    expect(advice(compared(opened(filed()), { email: "differs" }))).toBe("something-differs");
  });
  test("papers where the law wants them, a mandate for whoever acts for another, documents that wait first", () => {
    expect(advice(filed("deceased"))).toBe("papers-of-heirs");
    expect(advice(filed("access", { requesterKind: "representative" }))).toBe("mandate-first");
    expect(advice(filed("deceased", { files: [{ id: id(), purpose: "identity" }] }))).toBe("look-at-documents");
  });
  test("no papers from a relative who is no heir, whether the first event tells the capacity or the case file alone", () => {
    const relative = filed("deceased", { claims: [{ id: id(), right: "deceased", capacity: "relative" }] });
    expect(advice(relative)).toBe("compare-facts");
    const older = filed("deceased");
    const deceased = { name: "P", diedOn: null, placeOfDeath: null, bornOn: null, lastCountry: null, email: null, customerNumber: null, relationship: null };
    expect(advice({ ...older, caseFile: { ...older.caseFile, deceased: { ...deceased, capacity: "relative" } } })).toBe("compare-facts");
    expect(advice({ ...older, caseFile: { ...older.caseFile, deceased: { ...deceased, capacity: "heir" } } })).toBe("papers-of-heirs");
  });
  test("an identity is established by a code only where one was entered; by facts as staff know them", () => {
    expect(decide(filed(), acceptIdentity, { input: { method: "email-code", kinds: [] } })).toEqual({ refused: "no-code-entered" });
    expect(decide(opened(filed()), acceptIdentity, { input: { method: "email-code", kinds: [] } })).toMatchObject({ events: [{ type: "IdentityAccepted" }] });
    expect(decide(filed(), acceptIdentity, { input: { method: "known-facts", kinds: [] } })).toMatchObject({ events: [{ type: "IdentityAccepted" }] });
  });
  test("once established, the rung says so and the code is not noted any more", () => {
    const accepted = after(filed("access", { files: [{ id: id(), purpose: "identity" }] }), acceptIdentity, { input: { method: "document", kinds: ["passport"] } });
    expect(standingOnLadder(accepted.request).document).toBe("reached");
    expect(decide(accepted, noteEmailCode, { actor: person, input: {} })).toEqual({ refused: "not-allowed-now" });
  });
});
