import { DateText } from "@/components/ui/date-text";
import type { Locale } from "@/lib/i18n/locale";
import { dayWords } from "@/lib/i18n/dates";
import { messages } from "@/lib/i18n/messages";
import type { RequestEventType } from "@/lib/request/event";

/** `moved`: from which due date to which; `other`: which other request of theirs. */
type Happened = { type: RequestEventType; on: string; moved: { before: string; after: string } | null; other: string | null };

/** What happened, day by day, in the person's words. */
export function History({ events, locale }: { events: readonly Happened[]; locale: Locale }) {
  const { law, follow } = messages(locale);
  const repliedAt = events.findIndex(({ type }) => type === "ReplySent");
  return (
    <ol className="follow-history">
      {events.map(({ type, on, moved, other }, index) => (
        <li key={index}>
          <DateText date={on} locale={locale} weekday={false} />
          <span>{type === "QuestionAsked" && repliedAt >= 0 && index > repliedAt ? follow.space.weWrote : law.publicEvent[type]}{moved && follow.space.moved(dayWords(moved.before, locale, false), dayWords(moved.after, locale, false))}{other && <> (<a href={`/${locale}/follow?reference=${other}`}>{other}</a>)</>}</span>
        </li>
      ))}
    </ol>
  );
}
