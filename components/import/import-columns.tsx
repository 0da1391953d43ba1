import { Heading } from "@/components/ui/heading";
import { Table } from "@/components/ui/table";
import { refusalGrounds } from "@/lib/law/grounds";
import { outcomes } from "@/lib/law/outcomes";
import { rights } from "@/lib/law/rights";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { recordedChannels } from "@/lib/request/arrival";
import { type ImportColumn, importColumns, requiredColumns } from "@/lib/request/import/columns";

/** The format of a register: each column, what it says, and its words. */
export function ImportColumns({ locale }: { locale: Locale }) {
  const { registerImport: text } = messages(locale);
  const { format } = text;
  const words = wordsOf(locale);
  const isRequired = (column: ImportColumn) => (requiredColumns as readonly string[]).includes(column);
  return (
    <section aria-labelledby="format" className="import-format">
      <Heading level={2} id="format">{format.title}</Heading>
      <p className="prose">{format.lead}</p>
      <p><a href="/office/import/example.csv" download>{format.example}</a></p>
      <Table
        caption={format.table}
        columns={[{ label: format.name }, { label: format.what }]}
        rows={importColumns.map((column) => ({
          key: column,
          cells: [
            <><code>{column}</code>{isRequired(column) && <> <span className="quiet">{format.required}</span></>}</>,
            <div key="what"><p>{text.column[column]}</p>{words[column] && <ul className="import-words">{words[column].map(([code, name]) => <li key={code}><code>{code}</code> {name}</li>)}</ul>}</div>,
          ],
        }))}
      />
    </section>
  );
}

/** The codes a cell may hold, each with what it means. */
function wordsOf(locale: Locale): Partial<Record<ImportColumn, [string, string][]>> {
  const { law, register, registerImport } = messages(locale);
  const named = outcomes.map((outcome) => [outcome, law.outcome[outcome]] as [string, string]);
  return {
    channel: (["portal", ...recordedChannels] as const).map((channel) => [channel, law.channel[channel]]),
    rights: rights.map((right) => [right, law.right[right].short]),
    state: [["open", registerImport.open], ...named, ["withdrawn", law.state.withdrawn]],
    refusalGrounds: refusalGrounds.map((ground) => [ground, law.refusalGround[ground].name]),
    language: (["fr", "en"] as const).map((language) => [language, register.language[language]]),
  };
}
