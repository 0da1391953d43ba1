import { Notice } from "@/components/ui/notice";
import { Clock } from "@/components/ui/clock";
import { SummaryList } from "@/components/ui/summary-list";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { type CalendarDate, daysBetween } from "@/lib/law/calendar";
import type { TimeLimit } from "@/lib/law/time-limit";
import type { Came } from "@/lib/request/ask/arrival-input";

type Props = { came: Came; receivedOn: CalendarDate; limit: TimeLimit; today: CalendarDate; /** To change it. */ back: string; locale: Locale };

/** Days from which a due date is called near. */
const nearDays = 5;

/** What the first page said, the due date that follows from it, and plainly whether it has passed already. */
export function CameSummary({ came, receivedOn, limit, today, back, locale }: Props) {
  const { record: text, law } = messages(locale);
  const date = (day: string) => dayWords(day, locale);
  const left = daysBetween(today, limit.dueOn);
  return (
    <>
      <SummaryList
        rows={[
          { term: text.arrived, detail: `${date(receivedOn)}, ${law.cameBy(came.channel, came.arrival, { date })}`, action: <a href={back}>{text.change}</a> },
          { term: text.asked, detail: came.rights.map((right) => law.right[right].short).join(", ") },
        ]}
      />
      {left < 0 && <Notice tone="problem" title={text.overdue(date(limit.dueOn))}><p>{text.overdueText}</p></Notice>}
      {left >= 0 && left <= nearDays && <Notice tone="warning" title={text.near(date(limit.dueOn))} />}
      <Clock limit={limit} locale={locale} />
    </>
  );
}
