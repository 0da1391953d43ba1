import { type LinkState, LinkForm } from "@/components/office/link-form";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import { instantWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type Props = {
  /** Since when there is an address; null: there is none. */
  since: string | null;
  timeZone: string;
  locale: Locale;
  create: (state: LinkState, form: FormData) => Promise<LinkState>;
  revoke: () => Promise<void>;
};

/** The secret address of one's own calendar: make it, replace it, take it away. */
export function CalendarPanel({ since, timeZone, locale, create, revoke }: Props) {
  const { office, calendar: text } = messages(locale);
  return (
    <section className="panel" aria-labelledby="calendar">
      <Heading level={2} id="calendar">{text.title}</Heading>
      <p>{text.hint}</p>
      {since && <p>{text.since(instantWords(since, timeZone, locale))}</p>}
      <LinkForm action={create} problem={office.problem} name="calendar" title={text.linkTitle} about={{ before: text.link, after: "" }}>
        <Submit variant="secondary">{since ? text.replace : text.create}</Submit>
      </LinkForm>
      {since && <form action={revoke}><Submit variant="danger">{text.revoke}</Submit></form>}
    </section>
  );
}
