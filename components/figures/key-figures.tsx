import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { countWords, nothing, percentWords } from "@/lib/i18n/numbers";
import { type Line, percent } from "@/lib/request/figures/lines";

/** The few numbers one looks for first. */
export function KeyFigures({ all, locale }: { all: Line; locale: Locale }) {
  const { figures: { key, days } } = messages(locale);
  const count = (value: number) => countWords(value, locale);
  const share = (part: number) => ({ value: percentWords(percent(part, all.answered), locale), hint: all.answered > 0 ? key.of(count(part), count(all.answered)) : "" });
  const within = (value: number | null, hint: (count: number) => string) => ({ value: value === null ? nothing : days(value), hint: value === null ? "" : hint(value) });
  const facts = [
    { name: key.received, value: count(all.received), hint: "" },
    { name: key.answered, value: count(all.answered), hint: "" },
    { name: key.onTime, ...share(all.onTime) },
    { name: key.median, ...within(all.medianDays, key.medianHint) },
    { name: key.p90, ...within(all.p90Days, key.p90Hint) },
    { name: key.suspended, ...share(all.suspended) },
    { name: key.extended, ...share(all.extended) },
  ];
  return (
    <dl className="key-figures">
      {facts.map(({ name, value, hint }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd><span className="key-figure">{value}</span>{hint && <span className="quiet"> {hint}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
