import { expect, test } from "vitest";
import { lettersAfter } from "../letters-due";
import { after, decide, filed, type Scenario } from "../fixtures/scenario";
import specimens from "../fixtures/zones.json";
import { checkZone } from "./check-zone";
import { raiseSignals } from "./raise-signals";
import { acceptIdentity } from "./accept-identity";
import { recordEvidence } from "./record-evidence";
import { shownSignals } from "./shown-signals";
import type { Signal } from "./signal";

const fileId = "00000000-0000-4000-8000-000000000001";
const likeness = (signal: "same-picture" | "similar-picture", about: string): Signal => ({ signal, about, isSamePerson: false, fileId });
const raised = (scenario: Scenario, ...signals: Signal[]) => after(scenario, raiseSignals, { actor: { kind: "system" }, input: { signals } });
const withDocument = () => filed("access", { files: [{ id: fileId, purpose: "identity" }] });
const names = ({ request }: Scenario) => shownSignals(request).map(({ signal }) => signal);
const zoneOf = (kind: string) => specimens.find((each) => each.kind === kind && each.failed.length === 0)?.lines.join("\n") ?? "";

test("a signal is written down once; the same picture counts for more than a similar one", () => {
  const once = raised(withDocument(), likeness("similar-picture", "AAAA-AAAA"), likeness("similar-picture", "BBBB-BBBB"), { signal: "blank-picture", fileId });
  expect(decide(once, raiseSignals, { input: { signals: [likeness("similar-picture", "AAAA-AAAA"), { signal: "blank-picture", fileId }] } })).toEqual({ refused: "nothing-to-check" });
  const same = raised(once, likeness("same-picture", "AAAA-AAAA"));
  expect(decide(same, raiseSignals, { input: { signals: [likeness("similar-picture", "AAAA-AAAA")] } })).toEqual({ refused: "nothing-to-check" });
  expect(names(same)).toEqual(["similar-picture", "blank-picture", "same-picture"]);
  expect(shownSignals(same.request)[0]).toMatchObject({ about: "BBBB-BBBB" });
});

test("signals change nothing of the case: state, clock, letters and what is allowed stay as they were", () => {
  const before = withDocument();
  const { signals, zone, version, ...rest } = after(raised(before, likeness("same-picture", "AAAA-AAAA"), { signal: "many-from-one-network" }), checkZone, { input: { zone: zoneOf("td3") } }).request;
  expect([signals.length, zone?.name, version]).toEqual([2, "differs", 4]);
  const { signals: _none, zone: _null, version: _first, ...unchanged } = before.request;
  expect(rest).toEqual(unchanged);
  expect(lettersAfter([], { ...before.events[0]!, type: "SignalRaised", data: { signal: "many-from-one-network" } } as never)).toEqual([]);
});

test("what is over is told no more: a flaw once its document is judged, a network once the request is answered", () => {
  const open = raised(withDocument(), { signal: "tiny-picture", fileId }, { signal: "many-from-one-network" }, likeness("same-picture", "AAAA-AAAA"));
  expect(names(open)).toEqual(["tiny-picture", "many-from-one-network", "same-picture"]);
  expect(names(after(open, acceptIdentity, { input: { method: "document", kinds: ["passport"] } }))).toEqual(["many-from-one-network", "same-picture"]);
  expect(names({ ...open, request: { ...open.request, state: "answered" } })).toEqual(["tiny-picture", "same-picture"]);
});

test("an address other than the order's is a signal until it is compared anew, or identity is established", () => {
  const compared = (scenario: Scenario, email: "matches" | "differs" | "not-looked-at") => after(scenario, recordEvidence, { input: { email, orderNumber: "matches", postcode: "not-looked-at" } });
  const other = compared(withDocument(), "differs");
  expect([names(compared(withDocument(), "not-looked-at")), names(other), names(compared(other, "matches"))]).toEqual([[], ["other-email"], []]);
  expect(names(after(other, acceptIdentity, { input: { method: "document", kinds: ["passport"] } }))).toEqual([]);
});

test("a zone that was typed leaves codes, and none of its lines", () => {
  for (const { kind, failed, lines, surname } of specimens) {
    const { request, caseFile, events } = after(withDocument(), checkZone, { input: { zone: lines.join("\n") } });
    expect(request.zone).toMatchObject({ kind, failed, name: "differs", because: ["nothing-in-common"] });
    const kept = JSON.stringify([request, caseFile, events]);
    for (const word of [...lines, surname, ...lines.flatMap((line) => line.match(/[A-Z]?\d{5,}/g) ?? [])]) expect(kept.includes(word), word).toBe(false);
  }
});

test("its name is compared with the person's own, and both failings are signals until identity is established", () => {
  const named = withDocument();
  named.caseFile.requester.name = "Corinne Berthier";
  expect(names(after(named, checkZone, { input: { zone: zoneOf("french-card") } }))).toEqual([]);
  const wrong = after(withDocument(), checkZone, { input: { zone: zoneOf("td3").replace("ZE184226B", "ZE184226C") } });
  expect(names(wrong)).toEqual(["zone-digits", "zone-name"]);
  expect(names(after(wrong, acceptIdentity, { input: { method: "document", kinds: ["passport"] } }))).toEqual([]);
});

test.each([["", "required"], [" \n ", "required"], ["P<UTOERIKSSON", "zone"], ["<".repeat(401), "too-long"]])("%s as a zone: %s", (zone, code) => {
  const parsed = checkZone.input.safeParse({ zone });
  expect(parsed.error?.issues.map(({ message }) => message)).toContain(code);
});

test("a signal holds codes and ids alone", () => {
  expect(raiseSignals.input.safeParse({ signals: [{ ...likeness("same-picture", "AAAA-AAAA"), name: "Durand" }] }).success).toBe(false);
  expect(raiseSignals.input.safeParse({ signals: [{ signal: "many-from-one-network", network: "192.0.2.0/24" }] }).success).toBe(false);
});
