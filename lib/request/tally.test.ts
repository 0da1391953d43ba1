import { describe, expect, test } from "vitest";
import { holidaysOf } from "@/lib/law/holidays";
import { calendarDate } from "@/lib/law/calendar";
import { defaultPolicy, stepRules } from "@/lib/law/time-limit";
import { askIdentity } from "./check/ask-identity";
import { after, dpo, filed, person, type Scenario } from "./fixtures/scenario";
import { decideClaim } from "./handle/decide-claim";
import { extendDeadline } from "./handle/extend-deadline";
import { replay } from "./evolve";
import { draftReply } from "./reply/draft-reply";
import { recordLetter } from "./reply/record-letter";
import { recordPosting } from "./reply/record-posting";
import { sendReply } from "./reply/send-reply";
import { withdrawRequest } from "./retain/withdraw-request";
import { timeLimitOf } from "./summary";
import { suspensions, tallyOf } from "./tally";

/** Received on Monday 23 November 2026: due on Wednesday 23 December. */
const given = () => filed("access");
const tally = ({ request }: Scenario, today = "2026-12-31") => tallyOf(request, timeLimitOf(request, { today: calendarDate(today), holidays: holidaysOf("FR"), policy: defaultPolicy }));

function answered(scenario: Scenario, on: string, refused = false): Scenario {
  const claimId = scenario.request.claims[0]?.id ?? "";
  const fulfilled = { claimId, outcome: "fulfilled" as const, grounds: [], explanation: null };
  const decided = after(scenario, decideClaim, { actor: dpo, on, input: refused ? { claimId, outcome: "refused", grounds: ["excessive", "manifestly-unfounded"], explanation: "Non" } : fulfilled });
  const drafted = after(decided, draftReply, { actor: dpo, on, input: { body: "Voici. La CNIL et le tribunal." } });
  return after(drafted, sendReply, { actor: dpo, on, input: { fileIds: [] } });
}

test("what is not answered has no day, is neither on time nor late, and its rights are undecided", () => {
  expect(tally(given())).toMatchObject({ answeredOn: null, isOnTime: null, extensionMonths: 0, wasSuspended: false, outcomes: ["undecided"], refusalGrounds: [] });
});

test.each([
  ["2026-12-23", true],
  ["2026-12-24", false],
])("answered on %s: on time is %s", (on, isOnTime) => {
  expect(tally(answered(given(), on))).toMatchObject({ answeredOn: on, isOnTime, outcomes: ["fulfilled"] });
});

describe("a reply by post", () => {
  const requester = { name: "Anne Durand", email: null, postalAddress: "1 rue de l’Exemple, Albi", customerNumber: null };
  const written = () => answered({ ...given(), caseFile: { ...given().caseFile, requester } }, "2026-12-21");
  const posting = (scenario: Scenario, postedOn: string) => after(scenario, recordPosting, { on: "2026-12-29", input: { letter: "reply-available", eventId: scenario.events.at(-1)?.id ?? "", postedOn } });

  test("counts from the day it was handed over, not from the day it was written: until then nothing was answered", () => {
    expect(tally(written())).toMatchObject({ answeredOn: null, isOnTime: null, outcomes: ["fulfilled"] });
    expect(tally(posting(written(), "2026-12-22"))).toMatchObject({ answeredOn: "2026-12-22", isOnTime: true });
    expect(tally(posting(written(), "2026-12-28"))).toMatchObject({ answeredOn: "2026-12-28", isOnTime: false });
  });
  test("whose mail did not get there goes by post, and counts likewise", () => {
    const mailed = answered(given(), "2026-12-21");
    const withAddress = { ...mailed, caseFile: { ...mailed.caseFile, requester: { ...requester, email: "anne@example.org" } } };
    const eventId = mailed.events.at(-1)?.id ?? "";
    const failed = after(withAddress, recordLetter, { actor: { kind: "system" }, on: "2026-12-22", input: { letter: "reply-available", eventId, sent: false } });
    expect([mailed, failed].map((each) => tally(each).answeredOn)).toEqual(["2026-12-21", null]);
    expect(tally(after(failed, recordPosting, { on: "2026-12-28", input: { letter: "reply-available", eventId, postedOn: "2026-12-24" } }))).toMatchObject({ answeredOn: "2026-12-24", isOnTime: false });
  });
  test("of before events said how it goes: from the day it was sent, unless it was posted", () => {
    const { request, caseFile, events } = written();
    const older = events.map((event) => (event.type === "ReplySent" ? { ...event, data: { hasRefusal: false, fileIds: [], destroyedFileIds: [] } } : event));
    const before = { caseFile, events: older, request: replay(request.reference, older) ?? request };
    expect([before, posting(before, "2026-12-28")].map((each) => tally(each).answeredOn)).toEqual(["2026-12-21", "2026-12-28"]);
  });
});

test("an extension moves what on time means, and is counted", () => {
  const extended = after(given(), extendDeadline, { input: { months: 2, reasons: ["others-data"], explanation: null } });
  expect(tally(answered(extended, "2027-02-01"))).toMatchObject({ answeredOn: "2027-02-01", isOnTime: true, extensionMonths: 2 });
});

test("of the rules of the clock about pauses, these are no suspension; a new one is judged here", () => {
  const told = stepRules.filter((rule) => /pause|restart|suspen/.test(rule) && !suspensions.has(rule));
  expect(told).toEqual(["forwarding-not-a-pause", "identity-pause-not-credited", "identity-pause-after-limit", "identity-pause-off", "identity-pause-unneeded", "identity-pause-beside", "clarification-not-a-pause"]);
});

test("a suspension that the clock credits is counted, also once it is over", () => {
  const asked = after(given(), askIdentity, { input: { grounds: ["email-unknown"], kinds: ["identity-card"] } });
  expect(tally(asked).wasSuspended).toBe(true);
});

test("a refusal gives its grounds; what is withdrawn was never answered", () => {
  expect(tally(answered(given(), "2026-12-01", true))).toMatchObject({ outcomes: ["refused"], refusalGrounds: ["excessive", "manifestly-unfounded"] });
  expect(tally(after(given(), withdrawRequest, { actor: person, on: "2026-12-02", input: {} }))).toMatchObject({ answeredOn: null, isOnTime: null });
});
