import { describe, expect, test } from "vitest";
import { calendarDate } from "@/lib/law/calendar";
import { holidaysOf } from "@/lib/law/holidays";
import { defaultPolicy } from "@/lib/law/time-limit";
import { replay } from "../evolve";
import { after, dpo, filed, id, person, type Scenario } from "../fixtures/scenario";
import { recordMessage } from "../handle/record-message";
import { sendMessage } from "../handle/send-message";
import type { SubjectRequest } from "../request";
import { timeLimitOf } from "../summary";
import { whatIf } from "../what-if";
import { acceptIdentity } from "./accept-identity";
import { askIdentity } from "./ask-identity";
import { lapseIdentity } from "./lapse-identity";
import { noteEmailCode } from "./note-email-code";
import { receiveIdentity } from "./receive-identity";
import { rejectIdentity } from "./reject-identity";

/** Filed on Monday 23 November 2026, due on 23 December; asked two days later. */
const clock = (day: string) => ({ today: calendarDate(day), holidays: holidaysOf("FR"), policy: defaultPolicy });
const doubt = { grounds: ["email-unknown" as const], kinds: ["identity-card" as const] };
const asked = after(filed(), askIdentity, { input: doubt, on: "2026-11-25" });
const accepted = (scenario: Scenario, on = "2026-12-15", method: "known-facts" | "email-code" | "document" = "known-facts") =>
  after(scenario, acceptIdentity, { input: { method, kinds: method === "document" ? ["passport"] : [] }, on });
const wrote = (scenario: Scenario, on: string) => after(scenario, sendMessage, { actor: person, input: { body: "Bonjour" }, on });
const limit = ({ request }: Scenario) => timeLimitOf(request, clock("2026-12-15"));

describe("identity established without the document that was asked for", () => {
  test("nobody was waited for: the clock never stood still, and a sentence says so", () => {
    expect(accepted(asked).events.at(-1)).toMatchObject({ type: "IdentityAccepted", data: { heardOn: null } });
    expect(limit(accepted(asked))).toMatchObject({ dueOn: "2026-12-23", suspendedSince: null });
    expect(limit(accepted(asked)).steps.find(({ rule }) => rule === "identity-pause-unneeded")).toMatchObject({ source: "gdpr-12-6", since: "2026-11-25", before: "2026-12-23", after: "2026-12-23" });
  });
  test("it stood still until the person wrote, or entered a code for the first time, whichever came first", () => {
    const both = after(wrote(wrote(asked, "2026-12-01"), "2026-12-04"), noteEmailCode, { actor: person, input: {}, on: "2026-12-05" });
    expect(accepted(both).events.at(-1)).toMatchObject({ data: { heardOn: "2026-12-01" } });
    expect(limit(accepted(both)).dueOn).toBe("2026-12-29");
    expect(limit(accepted(both)).steps.find(({ rule }) => rule === "identity-pause")).toMatchObject({ since: "2026-11-25", until: "2026-12-01", days: 6 });
    const code = after(asked, noteEmailCode, { actor: person, input: {}, on: "2026-11-27" });
    expect(limit(accepted(code, "2026-12-15", "email-code")).dueOn).toBe("2026-12-28");
  });
  test("a letter counts from the day it reached us; what reached us before the question does not answer it", () => {
    const recorded = (arrivedOn: string) => after(asked, recordMessage, { input: { body: "Bonjour", channel: "post", arrivedOn }, on: "2026-12-03" });
    expect(accepted(recorded("2026-12-01")).request.heardOn).toBe("2026-12-01");
    expect(accepted(recorded("2026-11-24")).request.heardOn).toBeNull();
  });
  test("what came before does not count, nor what came for an earlier question", () => {
    expect(limit(accepted(after(wrote(filed(), "2026-11-24"), askIdentity, { input: doubt, on: "2026-11-25" }))).dueOn).toBe("2026-12-23");
    const files = [{ id: id(), purpose: "identity" as const, staffId: null }];
    const sent = after(wrote(asked, "2026-11-26"), receiveIdentity, { actor: person, input: {}, files, on: "2026-11-27" });
    const again = after(after(sent, rejectIdentity, { input: { reason: "unreadable" }, on: "2026-11-28" }), askIdentity, { input: doubt, on: "2026-11-28" });
    // The first document came: two days of suspension stay, the second request falls.
    expect(limit(accepted(again))).toMatchObject({ dueOn: "2026-12-28" });
    expect(accepted(again).request.heardOn).toBeNull();
    expect(limit(accepted(sent, "2026-11-30", "document")).dueOn).toBe("2026-12-28");
  });
  test("a request that lapsed falls too", () => {
    const lapsed = after(asked, lapseIdentity, { input: {}, on: "2026-12-28" });
    expect(limit(lapsed).dueOn).toBe("2027-01-25");
    expect(limit(accepted(lapsed, "2026-12-29")).dueOn).toBe("2026-12-23");
    const heard = after(wrote(asked, "2026-12-01"), lapseIdentity, { input: {}, on: "2026-12-28" });
    expect(limit(accepted(heard, "2026-12-29")).dueOn).toBe("2026-12-29");
  });
  test("one that was credited though late begins anew with that decision", () => {
    const late = wrote(after(filed(), askIdentity, { input: doubt, on: "2026-12-02" }), "2026-12-03");
    const credited = after(late, askIdentity, { actor: dpo, input: { ...doubt, creditLate: "yes", creditReason: "Courrier perdu." }, on: "2026-12-04" });
    expect(limit(accepted(credited))).toMatchObject({ dueOn: "2026-12-23" });
    expect(limit(accepted(wrote(credited, "2026-12-08"))).dueOn).toBe("2026-12-28");
  });
  test("what it does is told before it is done, where it moves the date", () => {
    expect(whatIf(asked.request, clock("2026-12-15")).establishedDueOn).toBe("2026-12-23");
    expect(whatIf(wrote(asked, "2026-12-01").request, clock("2026-12-15")).establishedDueOn).toBe("2026-12-29");
    expect(whatIf(filed().request, clock("2026-12-15")).establishedDueOn).toBeNull();
  });
  test("where nothing was asked for, nothing is kept of it; what was accepted before this was kept goes on as it did", () => {
    expect(accepted(filed()).events.at(-1)?.data).not.toHaveProperty("heardOn");
    const { events } = accepted(asked);
    const older = events.map((event) => (event.type === "IdentityAccepted" ? { ...event, data: { method: event.data.method, kinds: [], destroyedFileIds: [] } } : event));
    expect(timeLimitOf(replay("K7QF-2M95", older) as SubjectRequest, clock("2026-12-15")).dueOn).toBe("2027-01-12");
  });
});
