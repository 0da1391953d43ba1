import { Heading } from "@/components/ui/heading";
import { Table } from "@/components/ui/table";
import { countWords } from "@/lib/i18n/numbers";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { ImportColumn, LineError, LineWarning } from "@/lib/request/import/columns";

type Row = { line: number; column: ImportColumn; code: LineError | LineWarning; isError: boolean };
type Props = { view: { id: string; findings: readonly Row[]; findingCount: number }; locale: Locale };

/** What was remarked, by line: where, and how to mend it; all of it to download. */
export function FindingsTable({ view: { id, findings, findingCount }, locale }: Props) {
  const { registerImport: { findings: text, error, warning } } = messages(locale);
  return (
    <section aria-labelledby="findings" className="import-findings">
      <Heading level={2} id="findings">{text.title}</Heading>
      {findingCount > findings.length && <p>{text.shown(countWords(findings.length, locale), countWords(findingCount, locale))}</p>}
      <p><a href={`/office/import/${id}/findings.csv`} download>{text.download}</a></p>
      <Table
        caption={text.title}
        captionHidden
        columns={[{ label: text.line, numeric: true }, { label: text.column }, { label: text.kind }, { label: text.what }]}
        rows={findings.map(({ line, column, code, isError }) => ({
          key: `${line} ${column} ${code}`,
          cells: [line, <code key="column">{column}</code>, <span key="kind" className={isError ? "tag tag-now" : "tag"}>{isError ? text.isError : text.isWarning}</span>, isError ? error[code as LineError] : warning[code as LineWarning]],
        }))}
      />
    </section>
  );
}
