import { DateText } from "@/components/ui/date-text";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { RequestEventType } from "@/lib/request/event";

/** What happened, day by day, in the person's words. */
export function History({ events, locale }: { events: readonly { type: RequestEventType; on: string }[]; locale: Locale }) {
  const { law, follow } = messages(locale);
  const repliedAt = events.findIndex(({ type }) => type === "ReplySent");
  return (
    <ol className="follow-history">
      {events.map(({ type, on }, index) => (
        <li key={index}>
          <DateText date={on} locale={locale} weekday={false} />
          <span>{type === "QuestionAsked" && repliedAt >= 0 && index > repliedAt ? follow.space.weWrote : law.publicEvent[type]}</span>
        </li>
      ))}
    </ol>
  );
}
