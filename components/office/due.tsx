import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/locale";
import { shortDay } from "@/lib/i18n/dates";

type Props = { dueOn: string; daysLeft: number; suspended: boolean; isClosed: boolean; locale: Locale };

/** Days from which a due date is called near. */
const nearDays = 5;

/** A due date as staff read it: how long is left, in words, and the day. The tone repeats what the words say. */
export function Due({ dueOn, daysLeft, suspended, isClosed, locale }: Props) {
  const { due } = messages(locale).office;
  const tone = isClosed ? "closed" : suspended ? "suspended" : daysLeft < 0 ? "overdue" : daysLeft <= nearDays ? "near" : "far";
  return (
    <span className={`due due-${tone}`}>
      <span className="due-words">{isClosed ? due.closed : due.in(daysLeft)}</span>
      {!isClosed && <span className="due-comma">,</span>}{" "}
      <time dateTime={dueOn}>{shortDay(dueOn, locale, Math.abs(daysLeft) > 180)}</time>
      {suspended && !isClosed && <span className="tag">{due.suspended}</span>}
    </span>
  );
}
