import type { CalendarDate } from "@/lib/law/calendar";
import type { TimeLimitEvent } from "@/lib/law/time-limit";
import type { SubjectRequest } from "./request";

type Notices = Pick<SubjectRequest, "timeLimitEvents" | "unposted" | "told">;

/** What a letter brings about for the clock: at once where it goes by e-mail, on paper once it is posted. */
export function told(state: SubjectRequest, { id, data }: { id: string; data: { byPost?: true } }, event: TimeLimitEvent): Notices {
  const notice = { eventId: id, event };
  if (data.byPost) return { timeLimitEvents: state.timeLimitEvents, unposted: [...state.unposted, notice], told: state.told };
  return { timeLimitEvents: [...state.timeLimitEvents, event], unposted: state.unposted, told: [...state.told, notice] };
}

/** The letter of an event was handed to the post on that day: what it tells counts from then, if it is still of use. GDPR Art. 12(3). */
export function posted(state: SubjectRequest, eventId: string, on: CalendarDate): SubjectRequest {
  const waiting = state.unposted.find((each) => each.eventId === eventId);
  if (!waiting) return state;
  const unposted = state.unposted.filter((each) => each !== waiting);
  if (!isAwaited(state, waiting.event)) return { ...state, unposted };
  const event = { ...waiting.event, on };
  return { ...state, unposted, timeLimitEvents: [...state.timeLimitEvents, event], told: [...state.told, { eventId, event }] };
}

/** The mail never arrived: nobody was told anything, so nothing counts until it goes another way. */
export function undelivered(state: SubjectRequest, eventId: string): SubjectRequest {
  const failed = state.told.find((each) => each.eventId === eventId);
  if (!failed || !isAwaited(state, failed.event)) return state;
  return {
    ...state,
    timeLimitEvents: state.timeLimitEvents.filter((event) => event !== failed.event),
    told: state.told.filter((each) => each !== failed),
    unposted: [...state.unposted, failed],
  };
}

/** Is the answer to what a letter asks still to come? An extension asks nothing. */
function isAwaited(state: SubjectRequest, { type }: TimeLimitEvent): boolean {
  if (type === "identity-requested") return state.state === "awaiting-identity";
  return type !== "clarification-requested" || state.clarificationAskedOn !== null;
}

/** The answer came: a letter that asked for it and never left has nothing to do any more. */
export function answered(state: SubjectRequest, type: TimeLimitEvent["type"]): Pick<SubjectRequest, "unposted"> {
  return { unposted: state.unposted.filter(({ event }) => event.type !== type) };
}
