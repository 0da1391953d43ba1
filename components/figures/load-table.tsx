import { Table } from "@/components/ui/table";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { countWords } from "@/lib/i18n/numbers";
import { Chart } from "./chart";

type Load = { id: string | null; name: string | null; open: number; overdue: number; soon: number };

/** Who has how much open. */
export function LoadTable({ load, locale }: { load: readonly Load[]; locale: Locale }) {
  const { figures: { load: text, table } } = messages(locale);
  const columns = [{ label: text.name }, ...[text.open, text.overdue, text.soon].map((label) => ({ label, numeric: true }))];
  const rows = load.map(({ id, name, ...counts }) => ({ key: id ?? "", cells: [name ?? text.nobody, ...[counts.open, counts.overdue, counts.soon].map((count) => countWords(count, locale))] }));
  return <Chart id="load" title={text.title} note={<p>{text.now}</p>} more={table} table={<Table caption={text.title} captionHidden columns={columns} rows={rows} />} />;
}
