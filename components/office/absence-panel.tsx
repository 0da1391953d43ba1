import { ActionForm } from "@/components/ui/action-form";
import { DateField } from "@/components/ui/date-field";
import { Heading } from "@/components/ui/heading";
import { Select } from "@/components/ui/select";
import { Submit } from "@/components/ui/submit";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";

type Absence = { from: string | null; until: string | null; standIn: { id: string; name: string } | null; others: readonly { id: string; name: string }[] };
type Props = { absence: Absence; isOwn: boolean; set: FormAction; back: () => Promise<void>; locale: Locale };

/** When somebody is away, who stands in, and the way back. */
export function AbsencePanel({ absence: { from, until, standIn, others }, isOwn, set, back, locale }: Props) {
  const { office, teams: { away: text }, site } = messages(locale);
  const day = (date: string) => dayWords(date, locale);
  return (
    <section className="panel" aria-labelledby="away">
      <Heading level={2} id="away">{text.title}</Heading>
      <p>{isOwn ? text.ownHint : text.hint}</p>
      {from && <p><strong>{until ? text.fromTo(day(from), day(until)) : text.from(day(from))}</strong> {standIn ? text.standsIn(standIn.name) : text.noStandIn}</p>}
      <ActionForm action={set} problem={office.problem} name="absence" labels={{ from: text.fromLabel, until: text.untilLabel, standIn: text.standIn }}>
        <DateField name="from" label={text.fromLabel} defaultValue={from ?? ""} />
        <DateField name="until" label={text.untilLabel} hint={text.untilHint} optionalLabel={site.optional} defaultValue={until ?? ""} />
        <Select name="standIn" label={text.standIn} hint={text.standInHint} options={[{ value: "", label: text.nobody }, ...others.map(({ id, name }) => ({ value: id, label: name }))]} defaultValue={standIn?.id ?? ""} />
        <Submit variant="secondary">{text.submit}</Submit>
      </ActionForm>
      {from && <form action={back}><Submit variant="secondary">{isOwn ? text.ownBack : text.back}</Submit></form>}
    </section>
  );
}
