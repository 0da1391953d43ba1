import { DateText } from "@/components/ui/date-text";
import { SummaryList } from "@/components/ui/summary-list";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { TimeLimit } from "@/lib/law/time-limit";

/** The other dates of a case that staff go by, beside the due date: what must have happened by when. */
export function ClockDates({ limit, isExtended, locale }: { limit: TimeLimit; isExtended: boolean; locale: Locale }) {
  const text = messages(locale).office.dates;
  const row = (term: string, date: string | null) => (date ? [{ term, detail: <DateText date={date} locale={locale} /> }] : []);
  return (
    <SummaryList
      rows={[
        ...row(text.target, limit.internalTargetOn),
        ...row(text.extensionNotice, isExtended ? null : limit.extensionNoticeDueOn),
        ...row(text.refusal, limit.refusalDueOn),
        ...row(text.post, limit.handToPostOn),
        ...row(text.lapses, limit.suspensionLapsesOn),
      ]}
    />
  );
}
