import { addDays, type CalendarDate } from "@/lib/law/calendar";
import type { SubjectRequest } from "../request";
import { type Clock, timeLimitOf } from "../summary";

/** A request for proof that suspends the clock: since when, and from which day on it may be held that nothing came. */
export type Lapse = { since: CalendarDate; from: CalendarDate };

/** When the open request for proof may lapse; null where none stops the clock: there the answer is due as ever. law.md § 1.3. */
export function lapseOf(request: SubjectRequest, clock: Clock): Lapse | null {
  const open = timeLimitOf(request, clock).steps.find(({ rule }) => rule === "identity-pause-open");
  return open?.since ? { since: open.since, from: addDays(open.since, clock.policy.lapseAlarmDays) } : null;
}
