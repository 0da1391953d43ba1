import { describe, expect, test } from "vitest";
import { after, decide, filed } from "../fixtures/scenario";
import { letterOf } from "../reactions";
import { linkIncident } from "./link-incident";
import { tellIncident } from "./tell-incident";

const [incidentId, letterId, other] = ["00000000-0000-4000-8000-0000000000a1", "00000000-0000-4000-8000-0000000000b1", "00000000-0000-4000-8000-0000000000c1"];
const linked = () => after(filed(), linkIncident, { input: { incidentId } });
const letter = { incidentId, letterId, body: "Voici où nous en sommes." };

describe("many requests about one incident", () => {
  test("a request is noted as one of them, and as none again; its state stays what it was", () => {
    expect(linked().request).toMatchObject({ incidentId, state: "new" });
    expect(decide(linked(), linkIncident, { input: { incidentId } })).toEqual({ refused: "incident-so-already" });
    expect(after(linked(), linkIncident, { input: { incidentId: null } }).request.incidentId).toBeNull();
  });
  test("all are told the same, each once: a message, a letter, and the clock goes on", () => {
    const told = after(linked(), tellIncident, { input: letter });
    expect(told.request).toMatchObject({ state: "new", incidentLetters: [letterId], timeLimitEvents: [] });
    expect(told.caseFile.messages).toMatchObject([{ from: "controller", body: letter.body }]);
    expect(letterOf(told.events.at(-1)!)).toBe("incident-letter");
    expect(decide(told, tellIncident, { input: letter })).toEqual({ refused: "letter-sent-already" });
    expect("events" in decide(told, tellIncident, { input: { ...letter, letterId: other } })).toBe(true);
  });
  test("not who left, is of another incident, or has no address", () => {
    expect(decide(filed(), tellIncident, { input: letter })).toEqual({ refused: "incident-other" });
    expect(decide(linked(), tellIncident, { input: { ...letter, incidentId: other } })).toEqual({ refused: "incident-other" });
    const scenario = linked();
    const silent = { ...scenario, caseFile: { ...scenario.caseFile, requester: { ...scenario.caseFile.requester, email: null, postalAddress: null } } };
    expect(decide(silent, tellIncident, { input: letter })).toEqual({ refused: "no-address" });
  });
});
