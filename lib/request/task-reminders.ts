import { addDays, type CalendarDate, daysBetween, type Holidays, isWorkingDay, workingDaysBefore } from "@/lib/law/calendar";
import type { Task } from "./handle/task";

/** Working days before its date on which a department is reminded first, and days between reminders once it is late. */
const before = 2;
export const lateEvery = 3;
/** Tasks of which one mail reminds: as many as a group of the staff's has. */
export const mostPerMail = 40;
/** No open task due later than so many days from now can matter to `taskReminderOn`: two working days, with all the holidays of a year's end between. */
export const farthestDays = 14;

/**
 * Of what date a department is to be reminded today, if it was not before: two working days before the task is due, on the day,
 * and every third day after. Of several reached the latest alone, never on a day nobody works, never of one at which it had not been asked yet.
 */
export function taskReminderOn({ askedOn, dueOn }: Pick<Task, "askedOn" | "dueOn">, today: CalendarDate, holidays: Holidays): CalendarDate | null {
  if (!isWorkingDay(today, holidays)) return null;
  const late = Math.max(0, Math.floor(daysBetween(dueOn, today) / lateEvery));
  const dates = [workingDaysBefore(dueOn, before, holidays), addDays(dueOn, late * lateEvery)];
  return dates.filter((date) => date <= today && date > askedOn).at(-1) ?? null;
}
