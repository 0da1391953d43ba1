import { monthWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { countWords, percentWords } from "@/lib/i18n/numbers";
import { type Line, percent } from "@/lib/request/figures/lines";
import { Chart } from "./chart";
import { Columns } from "./columns";
import { LineTable } from "./line-table";
import type { Category } from "./plot";
import { Points } from "./points";

/** What came and went, how long it took, and how much was on time, month by month. */
export function ByMonth({ lines, locale }: { lines: readonly Line[]; locale: Locale }) {
  const { figures: text } = messages(locale);
  const { column, volume, time, punctual } = text;
  const months = categoriesOf(lines, locale);
  const count = (value: number) => countWords(value, locale);
  const table = (caption: string) => <LineTable caption={caption} first={volume.month} lines={lines} name={(month) => monthWords(month, locale)} locale={locale} />;
  return (
    <>
      <Chart
        id="volume"
        title={volume.title}
        series={[column.received, column.answered]}
        picture={<Columns id="volume-hatch" label={volume.chart} categories={months} words={count} series={[{ name: column.received, values: lines.map(({ received }) => received) }, { name: column.answered, values: lines.map(({ answered }) => answered) }]} />}
        more={text.table}
        table={table(volume.title)}
      />
      <Chart
        id="time"
        title={time.title}
        series={[column.median, column.p90]}
        shape="point"
        picture={<Points label={time.chart} categories={months} words={count} series={[{ name: column.median, values: lines.map(({ medianDays }) => medianDays) }, { name: column.p90, values: lines.map(({ p90Days }) => p90Days) }]} />}
        more={text.table}
        table={table(time.title)}
      />
      <Chart
        id="punctual"
        title={punctual.title}
        picture={<Columns id="punctual-hatch" label={punctual.chart} categories={months} words={(value) => percentWords(value, locale)} most={100} series={[{ name: column.onTime, values: lines.map(({ onTime, answered }) => percent(onTime, answered)) }]} />}
        more={text.table}
        table={table(punctual.title)}
      />
    </>
  );
}

/** At most some twelve names below the axis, half of them on a narrow screen; January tells its year. */
function categoriesOf(lines: readonly Line[], locale: Locale): Category[] {
  const step = Math.ceil(lines.length / 12);
  return lines.map(({ key }, index) => {
    const isNamed = (lines.length - 1 - index) % step === 0;
    const label = key.endsWith("-01") ? key.slice(0, 4) : monthWords(key, locale, true);
    return { key: monthWords(key, locale), label: isNamed ? label : "", isMinor: ((lines.length - 1 - index) / step) % 2 === 1 };
  });
}
