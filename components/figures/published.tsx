import { Table } from "@/components/ui/table";
import { monthWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { countWords, percentWords } from "@/lib/i18n/numbers";
import type { Right } from "@/lib/law/rights";
import type { Period } from "@/lib/request/figures/period";
import { floor, type PublishedFigures } from "@/lib/request/figures/published";
import { Bars } from "./bars";
import { Chart } from "./chart";

type Props = { figures: PublishedFigures & { period: Period }; controller: string; locale: Locale };

/** A year of figures for anybody: what came, what was answered, how fast and how punctually. */
export function Published({ figures, controller, locale }: Props) {
  const { figures: all, law } = messages(locale);
  const { published: text, key, days, column, right } = all;
  const count = (value: number | null) => (value === null ? text.few(floor) : text.about(countWords(value, locale)));
  const share = figures.onTime && text[figures.onTime.is](percentWords(figures.onTime.percent, locale));
  const facts = [
    { name: key.received, value: count(figures.received), hint: "" },
    { name: key.answered, value: count(figures.answered), hint: "" },
    { name: key.onTime, value: share ?? text.untold, hint: "" },
    { name: key.median, value: figures.medianDays === null ? text.untold : days(figures.medianDays), hint: figures.medianDays === null ? "" : key.medianHint(figures.medianDays) },
  ];
  const rows = figures.rights.map(({ keys, percent }) => ({ key: keys[0] ?? "", name: keys.map((each) => law.right[each as Right].short).join(", "), percent }));
  return (
    <div className="stack">
      <div className="prose">
        <h1>{text.title}</h1>
        <p className="lead">{text.lead(controller, monthWords(figures.period.from, locale), monthWords(figures.period.until, locale))}</p>
      </div>
      <dl className="key-figures">
        {facts.map(({ name, value, hint }) => <div key={name}><dt>{name}</dt><dd><span className="key-figure">{value}</span>{hint && <span className="quiet"> {hint}</span>}</dd></div>)}
      </dl>
      {rows.length > 0 && (
        <Chart
          id="right"
          title={text.rights}
          note={<p>{text.rightsNote}</p>}
          picture={<Bars id="right-hatch" label={text.chart} rows={rows.map((row) => ({ ...row, values: [row.percent] }))} words={(value) => percentWords(value, locale)} />}
          more={all.table}
          table={<Table caption={text.rights} captionHidden columns={[{ label: right.name }, { label: column.rightShare, numeric: true }]} rows={rows.map((row) => ({ key: row.key, cells: [row.name, percentWords(row.percent, locale)] }))} />}
        />
      )}
      <div className="prose">
        <h2>{text.howTitle}</h2>
        {text.how(floor).map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
      </div>
    </div>
  );
}
