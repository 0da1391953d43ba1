import { Table } from "@/components/ui/table";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { countWords, nothing, percentWords } from "@/lib/i18n/numbers";
import { type Line, percent } from "@/lib/request/figures/lines";

type Props = { caption: string; first: string; lines: readonly Line[]; name: (key: string) => string; locale: Locale };

/** Every figure of some lines. Shares are of the answers. */
export function LineTable({ caption, first, lines, name, locale }: Props) {
  const { column } = messages(locale).figures;
  const numeric = [column.received, column.answered, column.onTime, column.median, column.p90, column.suspended, column.extended];
  const share = (part: number, whole: number) => percentWords(percent(part, whole), locale);
  const days = (count: number | null) => (count === null ? nothing : countWords(count, locale));
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[{ label: first }, ...numeric.map((label) => ({ label, numeric: true }))]}
      rows={lines.map(({ key, received, answered, onTime, medianDays, p90Days, suspended, extended }) => ({
        key,
        cells: [name(key), countWords(received, locale), countWords(answered, locale), share(onTime, answered), days(medianDays), days(p90Days), share(suspended, answered), share(extended, answered)],
      }))}
    />
  );
}
