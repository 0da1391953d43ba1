import { addDays, type CalendarDate, type Holidays, isWorkingDay, laterOf, workingDaysBefore } from "@/lib/law/calendar";

/** Working days before the case is due by which a department may be asked to answer. */
export const mostDaysBefore = 20;

/**
 * The day by which a department is to answer: so many working days before the case is due. Never after that day, and never in
 * the past: where little time is left, the next working day, or the next day, if the case's date allows; else that date, or today.
 */
export function taskDueOn(caseDueOn: CalendarDate, daysBefore: number, today: CalendarDate, holidays: Holidays): CalendarDate {
  const wanted = workingDaysBefore(caseDueOn, daysBefore, holidays);
  if (wanted > today) return wanted;
  const tomorrow = addDays(today, 1);
  const next = firstWorkingDay(tomorrow, holidays);
  if (next <= caseDueOn) return next;
  return tomorrow <= caseDueOn ? tomorrow : laterOf(caseDueOn, today);
}

function firstWorkingDay(from: CalendarDate, holidays: Holidays): CalendarDate {
  let day = from;
  while (!isWorkingDay(day, holidays)) day = addDays(day, 1);
  return day;
}
