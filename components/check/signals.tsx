import { Heading } from "@/components/ui/heading";
import { SummaryList } from "@/components/ui/summary-list";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { type ShownName, type ShownSignal, shownSignals } from "@/lib/request/check/shown-signals";
import type { SubjectRequest } from "@/lib/request/request";

/** What struck the machine, each with what it says, what it does not, and what to do; nothing at all where nothing did. */
export function Signals({ request, locale }: { request: SubjectRequest; locale: Locale }) {
  const shown = shownSignals(request);
  const { signals: text } = messages(locale);
  if (shown.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="signals">
      <Heading level={2} id="signals">{text.title}</Heading>
      <p className="quiet">{text.lead}</p>
      {[...Map.groupBy(shown, ({ signal }) => signal)].map(([name, all]) => <Explained key={name} name={name} all={all} locale={locale} />)}
    </section>
  );
}

/** One kind of signal is explained once, however many requests it points to. */
function Explained({ name, all, locale }: { name: ShownName; all: readonly ShownSignal[]; locale: Locale }) {
  const { signals: text } = messages(locale);
  const { name: title, says, not, todo } = text.signal[name];
  const alike = all.filter((each) => "about" in each);
  return (
    <>
      <Heading level={3}>{title}</Heading>
      {alike.length > 0 && (
        <ul>
          {alike.map(({ about, isSamePerson }) => (
            <li key={about}>
              <a href={`/office/requests/${about}`}>{text.other(about)}</a>
              {isSamePerson && ` – ${text.samePerson}`}
            </li>
          ))}
        </ul>
      )}
      <SummaryList rows={[{ term: text.says, detail: says }, { term: text.not, detail: not }, { term: text.todo, detail: todo }]} />
    </>
  );
}
