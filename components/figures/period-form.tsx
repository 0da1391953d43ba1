import { monthWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type Props = { period: { from: string; until: string }; months: readonly string[]; locale: Locale };

/** Which months are counted: a plain GET form, so that the address can be shared. */
export function PeriodForm({ period, months, locale }: Props) {
  const { figures: text } = messages(locale);
  return (
    <form method="get" action="/office/figures" className="filters" aria-label={text.period}>
      {(["from", "until"] as const).map((name) => (
        <div className="filter" key={name}>
          <label htmlFor={name}>{text[name]}</label>
          <select id={name} name={name} className="input" defaultValue={period[name]}>
            {months.map((month) => <option key={month} value={month}>{monthWords(month, locale)}</option>)}
          </select>
        </div>
      ))}
      <div className="filter button-row"><button type="submit" className="button button-secondary">{text.show}</button></div>
    </form>
  );
}
