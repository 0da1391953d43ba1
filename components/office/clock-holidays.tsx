import { DateField } from "@/components/ui/date-field";
import { Heading } from "@/components/ui/heading";
import { Radios } from "@/components/ui/radios";
import { dayWords, shortDay } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { HolidayCalendar } from "@/lib/law/holiday-calendars";
import type { ClockState } from "@/lib/request/clock-state";
import { ClockForm } from "./clock-form";
import { clockHome, formWords } from "./clock-words";

type Day = { on: string; name: string; change: "added" | "removed" | null };
type Props = {
  calendar: HolidayCalendar;
  years: readonly { year: string; days: readonly Day[] }[];
  changedDays: readonly Day[];
  action: (state: ClockState, form: FormData) => Promise<ClockState>;
  locale: Locale;
};

/** The public holidays in force, those the controller changed, and the form to change one. */
export function ClockHolidays({ calendar, years, changedDays, action, locale }: Props) {
  const { clock, office } = messages(locale);
  const text = clock.holidays;
  const common = { action, problem: office.problem, words: formWords(locale), home: clockHome };
  return (
    <section className="stack-tight" aria-labelledby="holidays">
      <Heading level={2} id="holidays">{text.title}</Heading>
      <p>{text.about(calendar)}</p>
      <div className="columns">
        {years.map(({ year, days }) => (
          <div key={year}>
            <Heading level={3}>{text.caption(year)}</Heading>
            <ul className="clock-days">
              {days.map(({ on, name, change }) => (
                <li key={on} className={change === "removed" ? "is-off" : undefined}><time dateTime={on}>{shortDay(on, locale)}</time> <span><Name name={name} change={change} text={text} /></span></li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {changedDays.length > 0 && (
        <>
          <Heading level={3}>{text.mine}</Heading>
          <ul className="documents">
            {changedDays.map(({ on, name, change }) => (
              <li key={on}>
                <span><time dateTime={on}>{dayWords(on, locale)}</time> – <Name name={name} change={change} text={text} /></span>
                <ClockForm {...common} name={`undo-${on}`} words={{ ...common.words, see: text.undo }} seeLabel={text.undoOf(dayWords(on, locale))} isBare>
                  <input type="hidden" name="on" value={on} />
                  <input type="hidden" name="becomes" value={change === "added" ? "no" : "yes"} />
                </ClockForm>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="panel">
        <Heading level={3}>{text.change}</Heading>
        <p>{text.changeHint}</p>
        <ClockForm {...common} name="holiday" labels={{ on: text.on, becomes: text.legend }} seeLabel={clock.step.seeOf(text.change)}>
          <DateField name="on" label={text.on} />
          <Radios name="becomes" legend={text.legend} options={(["yes", "no"] as const).map((value) => ({ value, label: text.options[value] }))} />
        </ClockForm>
      </div>
    </section>
  );
}

function Name({ name, change, text }: Pick<Day, "name" | "change"> & { text: { added: string; removed: string } }) {
  return <>{name}{change && <> <span className="tag">{text[change]}</span></>}</>;
}
