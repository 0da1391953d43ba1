import { DateField } from "@/components/ui/date-field";
import { Heading } from "@/components/ui/heading";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { Closure } from "@/lib/law/clock-settings";
import type { ClockState } from "@/lib/request/clock-state";
import { ClockForm } from "./clock-form";
import { clockHome, formWords } from "./clock-words";

type Props = { closures: readonly Closure[]; action: (state: ClockState, form: FormData) => Promise<ClockState>; locale: Locale };

/** The controller's closures, which are no holidays, and the forms to add or remove one. */
export function ClockClosures({ closures, action, locale }: Props) {
  const { clock, office } = messages(locale);
  const text = clock.closures;
  const common = { action, problem: office.problem, words: formWords(locale), home: clockHome };
  const day = (on: string) => dayWords(on, locale);
  return (
    <section className="stack-tight" aria-labelledby="closures">
      <Heading level={2} id="closures">{text.title}</Heading>
      <p><strong>{text.law}</strong></p>
      {closures.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <ul className="documents" aria-label={text.caption}>
          {closures.map(({ from, until }) => (
            <li key={from}>
              <span>{day(from)} – {day(until)}</span>
              <ClockForm {...common} name={`remove-${from}`} words={{ ...common.words, see: text.remove }} seeLabel={text.removeOf(day(from), day(until))} isBare>
                <input type="hidden" name="from" value={from} />
                <input type="hidden" name="until" value={until} />
                <input type="hidden" name="becomes" value="no" />
              </ClockForm>
            </li>
          ))}
        </ul>
      )}
      <div className="panel">
        <Heading level={3}>{text.add}</Heading>
        <ClockForm {...common} name="closure" labels={{ from: text.from, until: text.until }} seeLabel={clock.step.seeOf(text.add)}>
          <input type="hidden" name="becomes" value="yes" />
          <DateField name="from" label={text.from} />
          <DateField name="until" label={text.until} />
        </ClockForm>
      </div>
    </section>
  );
}
