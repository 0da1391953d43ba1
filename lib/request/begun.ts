import { clockEventsOf } from "./arrival";
import type { CalendarDate } from "@/lib/law/calendar";
import type { TimeLimitEvent } from "@/lib/law/time-limit";
import type { RequestEvent } from "./event";
import { type Claim, decidedElsewhere, type RequestState, type SubjectRequest } from "./request";

type First<Type> = Extract<RequestEvent, { type: Type }>;

/** The state after the first event, however the request reached us. */
export function begun({ data, sequence }: Pick<First<"RequestFiled">, "data" | "sequence">, reference: string): SubjectRequest {
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
    teamId: null,
    proofs: data.files.filter((file) => file.purpose !== "evidence").map((file) => ({ fileId: file.id, purpose: file.purpose, on: data.receivedOn })),
    signals: [],
    zone: null,
    verification: null,
    identityAsked: null,
    heardOn: null,
    emailCodeUsedOn: null,
    compared: null,
    rejections: [],
    proofsExpiredOn: null,
    identityLapsedOn: null,
    directivesEndedOn: null,
    timeLimitEvents: clockEventsOf(arrival),
    unposted: [],
    told: [],
    clarificationAskedOn: null,
    extension: null,
    closedOn: null,
    messageOn: null,
    reopenedOn: null,
    tasks: [],
    related: data.follows !== undefined ? [{ reference: data.follows, how: "asked-before" }] : [],
    hasCaseFile: true,
  };
}

/**
 * The same for one another register held until now: under our clock from its true day of receipt, as far as it had come there.
 * Nobody was written to by us, so no letter is due. Which proofs were asked for is not known, only that the clock waits for them.
 */
export function imported({ data, sequence }: First<"RequestImported">, reference: string): SubjectRequest {
  const { end, extension, assigneeId, teamId = null, hasCaseFile } = data;
  const start = begun({ sequence, data: { ...data, claims: data.claims.map(({ decision: _, ...claim }) => claim), files: [] } }, reference);
  return {
    ...start,
    state: stateOf(data),
    assigneeId,
    teamId,
    claims: start.claims.map((claim, index) => ({ ...claim, ...(end && answerOf(data.claims[index]?.decision, end)) })),
    timeLimitEvents: timeLimitEventsOf(data),
    extension: extension && { ...extension, reasons: [] },
    closedOn: end?.on ?? null,
    hasCaseFile,
  };
}

type Imported = First<"RequestImported">["data"];

function stateOf({ end, identity, assigneeId }: Imported): RequestState {
  if (end) return end.how;
  if (identity && !identity.receivedOn) return "awaiting-identity";
  return identity || assigneeId ? "in-progress" : "new";
}

/** Decided by somebody of before: none of our staff. */
function answerOf(decision: Imported["claims"][number]["decision"], { how, on }: { how: string; on: CalendarDate }): Pick<Claim, "decision" | "answeredOn"> {
  return { decision: decision ? { ...decision, on, by: decidedElsewhere } : null, answeredOn: how === "answered" ? on : null };
}

function timeLimitEventsOf({ identity, extension }: Imported): TimeLimitEvent[] {
  return [
    ...(identity ? [{ type: "identity-requested" as const, on: identity.askedOn }] : []),
    ...(identity?.receivedOn ? [{ type: "identity-received" as const, on: identity.receivedOn }] : []),
    ...(extension ? [{ type: "extension-notified" as const, ...extension }] : []),
  ];
}
