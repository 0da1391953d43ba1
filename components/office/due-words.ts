import { shortDay } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type DueDate = { dueOn: string; daysLeft: number; suspended: boolean; isClosed: boolean };
/** `on`: the day, with how it is written. The tone repeats what the words say. */
export type DueWords = { tone: "closed" | "suspended" | "overdue" | "near" | "far"; said: string; on: { date: string; day: string }; suspended: string | null };

/** Days from which a due date is called near. */
const nearDays = 5;

/** A due date as staff read it: how long is left, in words, and the day. */
export function dueWords({ dueOn, daysLeft, suspended, isClosed }: DueDate, locale: Locale): DueWords {
  const { due } = messages(locale).office;
  return {
    tone: isClosed ? "closed" : suspended ? "suspended" : daysLeft < 0 ? "overdue" : daysLeft <= nearDays ? "near" : "far",
    said: isClosed ? due.closed : due.in(daysLeft),
    on: { date: dueOn, day: shortDay(dueOn, locale, Math.abs(daysLeft) > 180) },
    suspended: suspended && !isClosed ? due.suspended : null,
  };
}
