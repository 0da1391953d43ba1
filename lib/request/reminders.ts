import { addDays, type CalendarDate } from "@/lib/law/calendar";
import type { TimeLimitPolicy } from "@/lib/law/time-limit";
import { closedStates, type RequestState } from "./request";

/** What staff are reminded of. `overdue` and `to-post` come back every day; each of the others once for the date it is about. */
export type ReminderKind = "target" | "week" | "three-days" | "tomorrow" | "today" | "overdue" | "suspension" | "to-post" | "task";

/** `on`: the date it is about. A date that moves is a new one, and its reminders begin anew. */
export type Reminder = { kind: ReminderKind; on: CalendarDate };

/** What a reminder depends on: the queue row's own columns. */
export type Watched = { state: RequestState; dueOn: CalendarDate; targetOn: CalendarDate | null; suspended: boolean; suspendedOn: CalendarDate | null; hasLettersToPost: boolean; /** Something asked is due on receipt and not decided yet: then the target is its date. */ effectAtOnce: boolean; /** The earliest date of a task no department has answered. */ taskDueOn: CalendarDate | null };

/** Days before the due date on which staff are reminded, the tightest last. */
const thresholds: readonly { kind: ReminderKind; days: number }[] = [
  { kind: "week", days: 7 },
  { kind: "three-days", days: 3 },
  { kind: "tomorrow", days: 1 },
  { kind: "today", days: 0 },
];
/** A case may matter to `reminderDue` only if its due date is at most this many days away, or its target or 30 days of suspension are reached. */
export const firstThresholdDays = 7;

/**
 * What is to be said of a case today, if it was not said before: of several dates that were reached the latest alone, so that
 * after days without a worker, or for a case recorded late, nobody gets a burst. Once no answer is owed, and while the clock
 * stands still, only what still waits: what is due at once, which no proof suspends (GDPR Art. 7(3), 18(1), 21(3)), a suspension
 * that lasts, letters nobody has posted, the reply among them, and departments that are late.
 */
export function reminderDue({ state, dueOn, targetOn, suspended, suspendedOn, hasLettersToPost, effectAtOnce, taskDueOn }: Watched, today: CalendarDate, { lapseAlarmDays }: Pick<TimeLimitPolicy, "lapseAlarmDays">): Reminder | null {
  const toPost: Reminder | null = hasLettersToPost ? { kind: "to-post", on: today } : null;
  if (closedStates.has(state)) return toPost;
  const late: Reminder | null = taskDueOn && taskDueOn < today ? { kind: "task", on: taskDueOn } : null;
  if (suspended) {
    if (suspendedOn && addDays(suspendedOn, lapseAlarmDays) <= today) return { kind: "suspension", on: suspendedOn };
    if (!effectAtOnce || targetOn === null || targetOn > today) return toPost ?? late;
    return late && late.on >= targetOn ? late : { kind: "target", on: targetOn };
  }
  if (dueOn < today) return { kind: "overdue", on: today };
  const reached = thresholds.filter(({ days }) => addDays(dueOn, -days) <= today).at(-1);
  const reachedOn = reached && addDays(dueOn, -reached.days);
  // On one and the same day the date of the law comes before our own.
  const isTarget = targetOn !== null && targetOn <= today && (!reachedOn || targetOn > reachedOn);
  const lastOn = isTarget ? targetOn : reachedOn;
  // A department is late from the day after its date.
  if (late && (lastOn ? late.on >= lastOn : !toPost)) return late;
  if (isTarget) return { kind: "target", on: targetOn };
  return reached ? { kind: reached.kind, on: dueOn } : toPost;
}

/**
 * Whom a reminder is for: whoever has the case; the DPOs when nobody has it, and beside them once it is overdue. `deputies`:
 * who looks after it while they are away, none while they are here: they are told as well.
 */
export function toldTo(kind: ReminderKind, holder: string | null, dpos: readonly string[], deputies: readonly string[] = []): string[] {
  if (holder === null) return [...dpos];
  return [...new Set([holder, ...deputies, ...(kind === "overdue" ? dpos : [])])];
}
