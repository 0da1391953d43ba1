import { Table } from "@/components/ui/table";
import { capital } from "@/lib/i18n/capital";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { countWords, percentWords } from "@/lib/i18n/numbers";
import type { RefusalGround } from "@/lib/law/grounds";
import type { Right } from "@/lib/law/rights";
import type { Channel } from "@/lib/request/arrival";
import { type Line, percent } from "@/lib/request/figures/lines";
import { Bars } from "./bars";
import { Chart } from "./chart";
import { LineTable } from "./line-table";

type ByProps = { id: "right" | "channel" | "language"; lines: readonly Line[]; name: (key: string) => string; locale: Locale };

/** Received and answered by one thing they have in common, busiest first; what nothing was counted of stands in the table alone. */
function By({ id, lines, name, locale }: ByProps) {
  const { figures: text } = messages(locale);
  const { title, chart, name: first, note } = { note: "", ...text[id] };
  const sorted = lines.toSorted((one, other) => other.received - one.received);
  const rows = sorted.filter(({ received, answered }) => received + answered > 0).map(({ key, received, answered }) => ({ key, name: name(key), values: [received, answered] }));
  return (
    <Chart
      id={id}
      title={title}
      note={note && <p>{note}</p>}
      series={[text.column.received, text.column.answered]}
      picture={<Bars id={`${id}-hatch`} label={chart} rows={rows} words={(value) => countWords(value, locale)} />}
      more={text.table}
      table={<LineTable caption={title} first={first} lines={sorted} name={name} locale={locale} />}
    />
  );
}

export function ByRight({ lines, locale }: { lines: readonly Line[]; locale: Locale }) {
  const { right } = messages(locale).law;
  return <By id="right" lines={lines} name={(key) => right[key as Right].short} locale={locale} />;
}

/** By the way a request came, and by its language. */
export function ByWay({ channels, languages, locale }: { channels: readonly Line[]; languages: readonly Line[]; locale: Locale }) {
  const { figures: { language }, law } = messages(locale);
  return (
    <>
      <By id="channel" lines={channels} name={(key) => capital(law.channel[key as Channel])} locale={locale} />
      <By id="language" lines={languages} name={(key) => language[key as Locale]} locale={locale} />
    </>
  );
}

/** Why something was refused, of so many answers. */
export function Refusals({ refusals, answered, locale }: { refusals: readonly { ground: RefusalGround; count: number }[]; answered: number; locale: Locale }) {
  const { figures: text, law } = messages(locale);
  const { refusal, column } = text;
  const name = (ground: RefusalGround) => law.refusalGround[ground].name;
  if (refusals.length === 0) return <Chart id="refusal" title={refusal.title} more={text.table} table={<p>{refusal.none}</p>} />;
  return (
    <Chart
      id="refusal"
      title={refusal.title}
      note={<p>{refusal.note}</p>}
      picture={<Bars id="refusal-hatch" label={refusal.chart} rows={refusals.map(({ ground, count }) => ({ key: ground, name: name(ground), values: [count] }))} words={(value) => countWords(value, locale)} />}
      more={text.table}
      table={
        <Table
          caption={refusal.title}
          captionHidden
          columns={[{ label: refusal.name }, { label: column.count, numeric: true }, { label: column.share, numeric: true }]}
          rows={refusals.map(({ ground, count }) => ({ key: ground, cells: [name(ground), countWords(count, locale), percentWords(percent(count, answered), locale)] }))}
        />
      }
    />
  );
}
