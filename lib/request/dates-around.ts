import type { Holidays } from "@/lib/law/calendar";
import type { SubjectRequest } from "./request";
import { type CachedDates, type Clock, datesOf } from "./summary";

/** The dates of a case before and after a change of the clock. */
export type DatesAround = (request: SubjectRequest) => { old: CachedDates; fresh: CachedDates };

/**
 * Gives the dates of each case before and after a change of the clock: the preview and what is applied both ask this. Where
 * policy and closures stay, the first computation asks both calendars; a case in which they never differ is not computed again.
 */
export function datesAround(before: Clock, after: Clock): DatesAround {
  const hasSameRules = JSON.stringify([before.policy, before.closures]) === JSON.stringify([after.policy, after.closures]);
  let isSame = hasSameRules;
  const compared = <Answer>(old: Answer, fresh: Answer): Answer => {
    if (old !== fresh) isSame = false;
    return old;
  };
  const both: Holidays = {
    ...before.holidays,
    has: (date) => compared(before.holidays.has(date), after.holidays.has(date)),
    key: (date) => compared(before.holidays.key(date), after.holidays.key(date)),
  };
  return (request) => {
    isSame = hasSameRules;
    const old = datesOf(request, { ...before, holidays: both });
    return { old, fresh: isSame ? old : datesOf(request, after) };
  };
}
