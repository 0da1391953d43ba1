import { Heading } from "@/components/ui/heading";
import { dayWords, shortInstant } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { ClockDifference } from "@/lib/law/clock-change";

type Version = { version: number; at: string; by: string | null; differences: readonly ClockDifference[] };
type Props = { history: readonly Version[]; hasOlder: boolean; timeZone: string; locale: Locale };

/** Who changed what and when, newest first. */
export function ClockHistory({ history, hasOlder, timeZone, locale }: Props) {
  const { difference, history: text } = messages(locale).clock;
  return (
    <section className="stack-tight" aria-labelledby="history">
      <Heading level={2} id="history">{text.title}</Heading>
      {history.length === 0 && <p>{text.never}</p>}
      <ol className="timeline" reversed>
        {history.map(({ version, at, by, differences }) => (
          <li key={version} className="event">
            {differences.map((each, index) => <p key={index} className="event-title">{difference(each, (day) => dayWords(day, locale))}</p>)}
            <p className="event-by">{by ?? text.someone} · <time dateTime={at}>{shortInstant(at, timeZone, locale)}</time></p>
          </li>
        ))}
      </ol>
      {hasOlder && <p>{text.older}</p>}
    </section>
  );
}
