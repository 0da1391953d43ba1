import { describe, expect, test } from "vitest";
import { calendarDate } from "@/lib/law/calendar";
import { rightsBeside } from "../ask/beside";
import { acceptIdentity } from "../check/accept-identity";
import { receiveIdentity } from "../check/receive-identity";
import { after, decide, filed, id, person, type Scenario } from "../fixtures/scenario";
import { letterOf } from "../reactions";
import { owedClaims, waitingFor } from "../request";
import { addNote } from "./add-note";
import { mergeInto } from "./merge-into";
import { inOrder, merging } from "./merging";
import { takeDuplicate } from "./take-duplicate";

const dueOn = calendarDate("2026-12-23");
const later = (rights: readonly ("access" | "erasure")[] = ["access"]): Scenario => {
  const scenario = filed("access", { claims: rights.map((right) => ({ id: id(), right })), receivedOn: calendarDate("2026-11-30"), receivedAt: "2026-11-30T09:00:00.000Z" });
  return { ...scenario, request: { ...scenario.request, reference: "M3PT-8VX2" } };
};
const from = (scenario: Scenario, requester: Partial<Scenario["caseFile"]["requester"]>): Scenario => ({ ...scenario, caseFile: { ...scenario.caseFile, requester: { ...scenario.caseFile.requester, ...requester } } });

describe("the same asked twice", () => {
  const earlier = filed();

  test("the request received first is the one that is kept, whichever is looked at", () => {
    const second = later();
    expect(inOrder(second, earlier)).toEqual({ earlier, later: second });
    expect(inOrder(earlier, second)).toEqual({ earlier, later: second });
  });
  test("the later is closed and its person told; nothing is waited for any more", () => {
    const merged = after(later(), mergeInto, { input: { earlier, dueOn }, on: "2026-12-01" });
    expect(merged.request).toMatchObject({ state: "merged", closedOn: "2026-12-01", claims: [{ mergedInto: "K7QF-2M95", decision: null }], related: [{ reference: "K7QF-2M95", how: "merged-into" }] });
    expect(waitingFor(merged.request)).toBe("nobody");
    expect(merged.events.at(-1)).toMatchObject({ data: { receivedOn: "2026-11-23", dueOn } });
    expect(letterOf(merged.events.at(-1)!)).toBe("request-merged");
  });
  test("the earlier keeps its day of receipt, and takes over the words, never a note", () => {
    const noted = after({ ...later(), caseFile: { ...later().caseFile, words: "Je redemande." } }, addNote, { input: { body: "Interne" } });
    const taken = after(earlier, takeDuplicate, { input: { later: noted } });
    expect(taken.request).toMatchObject({ receivedOn: "2026-11-23", state: "new", related: [{ how: "joined" }] });
    expect(taken.caseFile.joined).toMatchObject([{ reference: "M3PT-8VX2", words: "Je redemande." }]);
    expect(JSON.stringify(taken)).not.toContain("Interne");
  });
  test("a right only the later asks for stays there, with its own day of receipt", () => {
    const merged = after(later(["access", "erasure"]), mergeInto, { input: { earlier, dueOn } });
    expect(merged.request).toMatchObject({ state: "new", closedOn: null, receivedOn: "2026-11-30" });
    expect(owedClaims(merged.request).map(({ right }) => right)).toEqual(["erasure"]);
  });
  test("an identity established on the later counts on the earlier", () => {
    const sent = after(later(), receiveIdentity, { input: {}, actor: person, files: [{ id: id(), purpose: "identity", staffId: null }] });
    expect(merging(sent, earlier)).toEqual({ refused: "identity-unsettled" });
    const accepted = after(sent, acceptIdentity, { input: { method: "document", kinds: ["passport"] } });
    expect(after(earlier, takeDuplicate, { input: { later: accepted } }).request.verification).toMatchObject({ method: "document", kinds: ["passport"] });
  });
  test("where only the name ties them, no address comes along: it may be that of a namesake", () => {
    const called = from(earlier, { email: null });
    const taken = after(called, takeDuplicate, { input: { later: from(later(), { postalAddress: "1 rue du Port" }) } });
    expect(taken.caseFile.requester).toEqual(called.caseFile.requester);
    expect(taken.events.map(({ type }) => type)).toEqual(["RequestFiled", "DuplicateTaken"]);
  });
});

describe("what is not merged", () => {
  test.each([
    ["another address", from(later(), { email: "someone@else.example" })],
    ["no address, and another name", from(later(), { email: null, name: "Anna Durand" })],
    ["no address and no name", from(later(), { email: null, name: null })],
    ["for somebody else", { ...later(), caseFile: { ...later().caseFile, represented: { name: "Paul Durand" } } }],
  ])("%s: nothing shows that it is the same person", (_what, other) => {
    expect(merging(other, filed())).toEqual({ refused: "not-the-same-person" });
  });
  test("the same name where one gave no address: accents and capitals do not matter", () => {
    expect(merging(from(later(), { email: null, name: "ANNE  DURAND" }), filed())).toMatchObject({ ofLater: [expect.any(String)] });
  });
  test("the same name alone, and an identity established on either side: it is not that of a namesake", () => {
    const proven = (scenario: Scenario) => after(scenario, acceptIdentity, { input: { method: "known-facts", kinds: [] } });
    const letter = from(later(), { email: null });
    expect(merging(proven(letter), filed())).toEqual({ refused: "only-the-name" });
    expect(merging(letter, proven(filed()))).toEqual({ refused: "only-the-name" });
    expect(decide(filed(), takeDuplicate, { input: { later: proven(letter) } })).toEqual({ refused: "only-the-name" });
    expect(decide(letter, mergeInto, { input: { earlier: proven(filed()), dueOn } })).toEqual({ refused: "only-the-name" });
    expect(merging(proven(later()), proven(filed()))).toMatchObject({ ofLater: [expect.any(String)] });
  });
  test("no right in common, or the right is answered already", () => {
    expect(merging(later(["erasure"]), filed())).toEqual({ refused: "nothing-to-merge" });
    expect(decide(later(["erasure"]), mergeInto, { input: { earlier: filed(), dueOn } })).toEqual({ refused: "nothing-to-merge" });
  });
});

test("beside a request: every other right but those for the dead; for an heir only those", () => {
  expect(rightsBeside(filed("access").request)).not.toContain("access");
  expect(rightsBeside(filed("access").request)).toContain("erasure");
  expect(rightsBeside(filed("access").request)).not.toContain("deceased");
  expect(rightsBeside(filed("deceased", { requesterKind: "heir" }).request)).toEqual([]);
});

test("about someone who died, what needs papers is not merged into what needs none, nor the other way", () => {
  const about = (kind: { capacity?: "heir" | "relative"; harmless?: true }) => filed("deceased", { requesterKind: "heir", claims: [{ id: id(), right: "deceased", ...kind }] });
  const [stop, full, relative] = [about({ capacity: "heir", harmless: true }), about({ capacity: "heir" }), about({ capacity: "relative" })];
  expect(merging(full, stop)).toEqual({ refused: "nothing-to-merge" });
  expect(merging(stop, full)).toEqual({ refused: "nothing-to-merge" });
  expect(merging(full, relative)).toEqual({ refused: "nothing-to-merge" });
  expect(merging(about({ capacity: "heir" }), full)).toHaveProperty("ofLater");
  expect(merging(about({ harmless: true }), stop)).toHaveProperty("ofLater");
});
