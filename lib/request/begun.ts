import { clockEventsOf } from "./arrival";
import type { RequestEvent } from "./event";
import type { SubjectRequest } from "./request";

/** The state after the first event, however the request reached us. */
export function begun({ data, sequence }: Extract<RequestEvent, { type: "RequestFiled" }>, reference: string): SubjectRequest {
  const arrival = data.arrival ?? {};
  return {
    reference,
    version: sequence,
    state: data.files.some((file) => file.purpose !== "evidence") ? "identity-to-check" : "new",
    locale: data.locale,
    channel: data.channel,
    arrival,
    isReceiptProven: arrival.post?.kind === "registered" && arrival.post.isNumbered,
    letters: [],
    requesterKind: data.requesterKind,
    receivedAt: data.receivedAt,
    receivedOn: data.receivedOn,
    claims: data.claims.map((claim) => ({ ...claim, decision: null, answeredOn: null, mergedInto: null })),
    marketingOnly: data.claims.every((claim) => claim.marketing === true),
    assigneeId: null,
    incidentId: null,
    incidentLetters: [],
    proofs: data.files.filter((file) => file.purpose !== "evidence").map((file) => ({ fileId: file.id, purpose: file.purpose, on: data.receivedOn })),
    signals: [],
    zone: null,
    verification: null,
    identityAsked: null,
    emailCodeUsedOn: null,
    compared: null,
    lastRejection: null,
    proofsExpiredOn: null,
    identityLapsedOn: null,
    timeLimitEvents: clockEventsOf(arrival),
    unposted: [],
    told: [],
    clarificationAskedOn: null,
    extension: null,
    closedOn: null,
    reopenedOn: null,
    tasks: [],
    related: data.follows ? [{ reference: data.follows, how: "asked-before" }] : [],
    hasCaseFile: true,
  };
}
