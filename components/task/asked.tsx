import { Heading } from "@/components/ui/heading";
import { SummaryList } from "@/components/ui/summary-list";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { TaskView } from "./task-view";

/** What is asked, by when, and about whom: what it takes to find them, and nothing else. */
export function Asked({ view: { words, dueOn, person }, locale }: { view: TaskView; locale: Locale }) {
  const { answer: text } = messages(locale).tasks;
  const rows = [
    { term: text.name, detail: person.name },
    { term: text.represented, detail: person.representedBy },
    { term: text.email, detail: person.email },
    { term: text.address, detail: person.address },
    { term: text.customerNumber, detail: person.customerNumber },
  ];
  return (
    <>
      <p className="prose as-typed"><strong>{words}</strong></p>
      <p>{text.by} <strong><time dateTime={dueOn}>{dayWords(dueOn, locale)}</time></strong></p>
      <section className="stack-tight" aria-labelledby="person">
        <Heading level={2} id="person">{text.person}</Heading>
        <SummaryList rows={rows.filter(({ detail }) => detail !== null)} />
        <p className="small">{text.purpose}</p>
      </section>
    </>
  );
}
