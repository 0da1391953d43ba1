import { type CalendarDate, isCalendarDate } from "@/lib/law/calendar";
import type { Right } from "@/lib/law/rights";
import { isoDay } from "../iso-day";
import type { Typed } from "./draft";
import type { InputError } from "./text";

/** The days a right asks about: all of them past. */
const pastDays: Partial<Record<Right, readonly string[]>> = { "human-review": ["decidedOn"], deceased: ["diedOn", "bornOn"] };

/** Field → what cannot be of a date somebody gives: a day to come, a birth after the death. What is no date is not judged here. */
export function wrongDates(right: Right, typed: Typed, today: CalendarDate): Record<string, InputError> {
  const dayOf = (field: string): CalendarDate | null => {
    const day = isoDay(String(typed[field] ?? ""));
    return isCalendarDate(day) ? day : null;
  };
  const wrong: Record<string, InputError> = {};
  for (const field of pastDays[right] ?? []) if ((dayOf(field) ?? today) > today) wrong[field] = "date-future";
  const [bornOn, diedOn] = [dayOf("bornOn"), dayOf("diedOn")];
  if (right === "deceased" && bornOn && diedOn && bornOn > diedOn) wrong["bornOn"] ??= "date-order";
  return wrong;
}
