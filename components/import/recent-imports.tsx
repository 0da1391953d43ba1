import { Heading } from "@/components/ui/heading";
import { Table } from "@/components/ui/table";
import { shortInstant } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { ImportState } from "@/lib/request/import/import-state";

type Item = { id: string; source: string; state: ImportState; createdAt: string };

/** The registers of before, newest first. */
export function RecentImports({ recent, timeZone, locale }: { recent: readonly Item[]; timeZone: string; locale: Locale }) {
  const { registerImport: text } = messages(locale);
  const { recent: words } = text;
  return (
    <section aria-labelledby="recent">
      <Heading level={2} id="recent">{words.title}</Heading>
      <Table
        caption={words.title}
        captionHidden
        columns={[words.source, words.when, words.state, <span key="open" className="visually-hidden">{words.open}</span>].map((label) => ({ label }))}
        rows={recent.map(({ id, source, state, createdAt }) => ({
          key: id,
          cells: [source, <time key="when" dateTime={createdAt}>{shortInstant(createdAt, timeZone, locale)}</time>, text.state[state], <a key="open" href={`/office/import/${id}`} aria-label={words.openOf(source)}>{words.open}</a>],
        }))}
      />
    </section>
  );
}
