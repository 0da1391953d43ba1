import { DateField } from "@/components/ui/date-field";
import { GetForm } from "@/components/ui/get-form";
import { Radios } from "@/components/ui/radios";
import { Select } from "@/components/ui/select";
import { Submit } from "@/components/ui/submit";
import type { Messages } from "@/lib/i18n/messages";
import { holidayCalendars } from "@/lib/law/holiday-calendars";
import { type FieldErrors, type Filled, formFields } from "@/lib/request/time-limit-form";

type Props = {
  action: string;
  words: Messages;
  filled: Filled;
  errors: FieldErrors;
  /** It was sent: errors are shown and taken to. */
  isSent: boolean;
  submit: string;
};

/** One question; what happened since is asked on demand, and shown once it holds anything. */
export function QuestionForm({ action, words: { site, timeLimit: text }, filled, errors, isSent, submit }: Props) {
  const { field } = text;
  const labels = Object.fromEntries(formFields.map((name) => [name, field[name].label]));
  const told = Object.fromEntries(Object.entries(errors).map(([name, error]) => [name, text.error[error]]));
  const state = { errors: told, refusal: null, typed: filled, attempt: isSent ? 1 : 0 };
  const isOpen = formFields.some((name) => name !== "filedOn" && (errors[name] || (name !== "place" && filled[name] !== "")));
  const day = (name: "askedOn" | "sentOn" | "announcedOn") => <DateField name={name} label={field[name].label} hint={field[name].hint} autoComplete="off" />;
  return (
    <GetForm action={action} state={state} problem={site.problem} labels={labels}>
      <DateField name="filedOn" label={field.filedOn.label} hint={field.filedOn.hint} autoComplete="off" />
      <details className="since" open={isOpen}>
        <summary>{text.since} {site.optional}</summary>
        <div className="stack">
          <p className="hint">{text.sinceHint}</p>
          <fieldset className="since-group stack">
            <legend>{text.identity}</legend>
            {day("askedOn")}
            {day("sentOn")}
          </fieldset>
          <fieldset className="since-group stack">
            <legend>{text.extension}</legend>
            {day("announcedOn")}
            <Radios name="months" legend={field.months.label} options={([1, 2] as const).map((count) => ({ value: String(count), label: text.months[count] }))} />
          </fieldset>
          <Select name="place" label={field.place.label} hint={field.place.hint} defaultValue={filled.place} options={holidayCalendars.map((value) => ({ value, label: text.places[value] }))} />
        </div>
      </details>
      <Submit>{submit}</Submit>
    </GetForm>
  );
}
