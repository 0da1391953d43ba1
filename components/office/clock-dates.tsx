import { DateText } from "@/components/ui/date-text";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { TimeLimit } from "@/lib/law/time-limit";

/** The other dates of a case that staff go by, beside the due date: what must have happened by when. */
export function ClockDates({ limit, isExtended, locale }: { limit: TimeLimit; isExtended: boolean; locale: Locale }) {
  const text = messages(locale).office.dates;
  const dates: [string, string | null][] = [
    [text.target, limit.internalTargetOn],
    [text.extensionNotice, isExtended ? null : limit.extensionNoticeDueOn],
    [text.refusal, limit.refusalDueOn],
    [text.post, limit.handToPostOn],
    [text.lapses, limit.suspensionLapsesOn],
  ];
  return (
    <dl className="clock-dates">
      {dates.map(([term, date]) => date && <div key={term}><dt>{term}</dt><dd><DateText date={date} locale={locale} /></dd></div>)}
    </dl>
  );
}
