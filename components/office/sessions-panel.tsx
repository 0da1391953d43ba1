import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import { Table } from "@/components/ui/table";
import { instantWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type Session = { id: string; createdAt: string; lastSeenAt: string; device: string | null; isThis: boolean };
type Props = {
  sessions: readonly Session[];
  timeZone: string;
  locale: Locale;
  hasPassword: boolean;
  end: (sessionId: string) => Promise<void>;
  endOthers: () => Promise<void>;
};

/** Where one is signed in: since when, last used when, and a button to end each of the others. */
export function SessionsPanel({ sessions, timeZone, locale, hasPassword, end, endOthers }: Props) {
  const text = messages(locale).signIn.sessions;
  const when = (instant: string) => instantWords(instant, timeZone, locale);
  return (
    <section className="panel" aria-labelledby="sessions">
      <Heading level={2} id="sessions">{text.title}</Heading>
      <p>{text.hint}</p>
      <Table
        caption={text.title}
        captionHidden
        columns={[text.device, text.began, text.used, text.action].map((label) => ({ label }))}
        rows={sessions.map(({ id, createdAt, lastSeenAt, device, isThis }) => {
          const name = device ?? text.unknown;
          return {
            key: id,
            cells: [
              name,
              when(createdAt),
              when(lastSeenAt),
              isThis ? <span key="here" className="tag">{text.here}</span> : <form key="end" action={end.bind(null, id)}><Submit variant="link" label={text.endOf(name, when(createdAt))}>{text.end}</Submit></form>,
            ],
          };
        })}
      />
      {sessions.length > 1 && <form action={endOthers}><Submit variant="secondary">{text.others}</Submit></form>}
      {hasPassword && <p><a href="/office/sign-in/forgotten">{text.password}</a></p>}
    </section>
  );
}
