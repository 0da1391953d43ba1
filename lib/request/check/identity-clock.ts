import type { CalendarDate } from "@/lib/law/calendar";
import type { TimeLimitEvent } from "@/lib/law/time-limit";
import type { RequestEvent } from "../event";
import type { SubjectRequest } from "../request";

type Asked = Pick<SubjectRequest, "timeLimitEvents">;

function lastOf({ timeLimitEvents }: Asked): TimeLimitEvent | undefined {
  return timeLimitEvents.findLast(({ type }) => type.startsWith("identity-"));
}

/** Has nothing come in answer to the last request for proof the clock knows of? */
export function isUnanswered(request: Asked): boolean {
  const last = lastOf(request)?.type;
  return last === "identity-requested" || last === "identity-lapsed";
}

/** What came answers the request for proof that is open, if one is: the clock goes on from that day. */
export function resumed(state: Asked, on: CalendarDate): TimeLimitEvent[] {
  return lastOf(state)?.type === "identity-requested" ? [...state.timeLimitEvents, { type: "identity-received", on }] : state.timeLimitEvents;
}

/** Established, with what was asked for or without: then what the clock makes of it depends on when the person was heard of. */
export function established(state: Asked, { on, data: { heardOn } }: Extract<RequestEvent, { type: "IdentityAccepted" }>): TimeLimitEvent[] {
  return heardOn === undefined ? resumed(state, on) : [...state.timeLimitEvents, { type: "identity-established", on, heardOn }];
}

/** The first day on which the person wrote or entered a code while a proof was awaited; a request for it that stops the clock anew begins anew. */
export function heardAfter(state: SubjectRequest | null, event: RequestEvent): CalendarDate | null {
  if (!state) return null;
  const isAwaited = state.state === "awaiting-identity";
  if (event.type === "IdentityRequested") return isAwaited && !event.data.creditedLate ? state.heardOn : null;
  if (!isAwaited || (event.type !== "MessageReceived" && event.type !== "EmailCodeUsed")) return state.heardOn;
  const on = event.type === "MessageReceived" ? (event.data.arrived?.on ?? event.on) : event.on;
  const isBefore = (other: CalendarDate | null | undefined) => other !== null && other !== undefined && on < other;
  // What came before the question does not answer it.
  if (isBefore(state.identityAsked?.on)) return state.heardOn;
  return state.heardOn === null || isBefore(state.heardOn) ? on : state.heardOn;
}
