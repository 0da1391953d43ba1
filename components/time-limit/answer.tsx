import { Clock } from "@/components/ui/clock";
import { SummaryList } from "@/components/ui/summary-list";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { type CalendarDate, daysBetween } from "@/lib/law/calendar";
import type { TimeLimit } from "@/lib/law/time-limit";

type Props = { locale: Locale; limit: TimeLimit; today: CalendarDate };

/** The last day in big words, whether it has passed, why it is that day, and the other days that matter. */
export function Answer({ locale, limit, today }: Props) {
  const { answer } = messages(locale).timeLimit;
  const left = daysBetween(today, limit.dueOn);
  const isPaused = limit.suspendedSince !== null;
  const isPast = left < 0 && !isPaused;
  const title = isPaused ? answer.paused : isPast ? answer.past(-left) : answer.left(left);
  const row = ({ term, detail }: { term: string; detail: string }, date: CalendarDate) => ({ term, detail: <><strong>{dayWords(date, locale)}</strong>{`\n${detail}`}</> });
  return (
    <>
      <div className={isPast ? "verdict verdict-past" : "verdict"}>
        <Clock limit={limit} locale={locale} texts={{ title, due: isPast ? answer.wasDue : answer.due, why: answer.why, suspended: (date) => answer.suspended(date, limit.startsAnew) }} open />
      </div>
      <section className="stack-tight" aria-labelledby="other-dates">
        <h2 id="other-dates">{answer.othersTitle}</h2>
        <SummaryList rows={[row(answer.strict, limit.strictDueOn), row(answer.notice, limit.extensionNoticeDueOn), row(answer.refusal, limit.refusalDueOn)]} />
      </section>
    </>
  );
}
