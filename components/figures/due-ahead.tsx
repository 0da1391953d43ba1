import { Table } from "@/components/ui/table";
import { dayOfMonth, dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { countWords } from "@/lib/i18n/numbers";
import { Chart } from "./chart";
import { Columns } from "./columns";

type Props = { days: readonly { on: string; count: number }[]; overdue: number; locale: Locale };

/** What falls due on each of the coming days, and what already has. */
export function DueAhead({ days, overdue, locale }: Props) {
  const { figures: { due, column, table } } = messages(locale);
  const count = (value: number) => countWords(value, locale);
  const categories = days.map(({ on }, index) => ({ key: dayWords(on, locale), label: index % 5 === 0 && index < days.length - 1 ? dayOfMonth(on, locale) : "", isMinor: index % 10 === 5 }));
  return (
    <Chart
      id="due"
      title={due.title}
      note={<><p>{due.total(days.reduce((sum, each) => sum + each.count, 0))} {due.overdue(overdue)}</p><p>{due.now}</p></>}
      picture={<Columns id="due-hatch" label={due.chart} categories={categories} words={count} series={[{ name: column.count, values: days.map((each) => each.count) }]} />}
      more={table}
      table={
        <Table
          caption={due.title}
          captionHidden
          columns={[{ label: due.day }, { label: column.count, numeric: true }]}
          rows={days.filter((each) => each.count > 0).map((each) => ({ key: each.on, cells: [dayWords(each.on, locale), count(each.count)] }))}
        />
      }
    />
  );
}
