import { Heading } from "@/components/ui/heading";
import { RequestLink } from "@/components/office/request-link";
import { SummaryList } from "@/components/ui/summary-list";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { type ShownName, type ShownSignal, shownSignals } from "@/lib/request/check/shown-signals";
import type { SubjectRequest } from "@/lib/request/request";

type Props = { request: SubjectRequest; /** Named only, with the way to where they are explained. */ isBrief?: boolean; locale: Locale };

/** What struck the machine, each with what it says, what it does not, and what to do; nothing at all where nothing did. */
export function Signals({ request, isBrief = false, locale }: Props) {
  const byName = [...Map.groupBy(shownSignals(request), ({ signal }) => signal)];
  const { signals: text } = messages(locale);
  if (byName.length === 0) return null;
  if (!isBrief) {
    return (
      <section className="panel" aria-labelledby="signals">
        <Heading level={2} id="signals">{text.title}</Heading>
        <p className="quiet">{text.lead}</p>
        {byName.map(([name, all]) => <Explained key={name} name={name} all={all} locale={locale} />)}
      </section>
    );
  }
  return (
    <section aria-labelledby="signals">
      <Heading level={2} id="signals">{text.title}</Heading>
      <ul>
        {byName.map(([name, all]) => (
          <li key={name}>
            {text.signal[name].name}
            <Others all={all} locale={locale} />
          </li>
        ))}
      </ul>
      <p><a href={`/office/requests/${request.reference}/check#signals`}>{text.explained}</a></p>
    </section>
  );
}

type Told = { name: ShownName; all: readonly ShownSignal[]; locale: Locale };

/** One kind of signal is told once, however many requests it points to. */
function Explained({ name, all, locale }: Told) {
  const { signals: text } = messages(locale);
  const { name: title, says, not, todo } = text.signal[name];
  return (
    <>
      <Heading level={3}>{title}</Heading>
      <Others all={all} locale={locale} />
      <SummaryList rows={[{ term: text.says, detail: says }, { term: text.not, detail: not }, { term: text.todo, detail: todo }]} />
    </>
  );
}

/** The requests a signal points to. */
function Others({ all, locale }: Pick<Told, "all" | "locale">) {
  const { signals: text } = messages(locale);
  const alike = all.filter((each) => "about" in each);
  if (alike.length === 0) return null;
  return (
    <ul>
      {[...new Map(alike.map((each) => [each.about, each])).values()].map(({ about, isSamePerson }) => (
        <li key={about}>
          <RequestLink reference={about} label={text.other(about)} locale={locale} />
          {isSamePerson && ` – ${text.samePerson}`}
        </li>
      ))}
    </ul>
  );
}
