import { Heading } from "@/components/ui/heading";
import { SummaryList } from "@/components/ui/summary-list";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { type ShownSignal, shownSignals } from "@/lib/request/check/shown-signals";
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
      {shown.map((each, index) => <Explained key={index} shown={each} locale={locale} />)}
    </section>
  );
}

function Explained({ shown, locale }: { shown: ShownSignal; locale: Locale }) {
  const { signals: text } = messages(locale);
  const { name, says, not, todo } = text.signal[shown.signal];
  return (
    <>
      <Heading level={3}>{name}</Heading>
      {"about" in shown && (
        <p>
          <a href={`/office/requests/${shown.about}`}>{text.other(shown.about)}</a>
          {shown.isSamePerson && ` – ${text.samePerson}`}
        </p>
      )}
      <SummaryList rows={[{ term: text.says, detail: says }, { term: text.not, detail: not }, { term: text.todo, detail: todo }]} />
    </>
  );
}
