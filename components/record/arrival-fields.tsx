import { textOf, textsOf } from "@/components/ask/question";
import { Checkboxes } from "@/components/ui/checkboxes";
import { DateField } from "@/components/ui/date-field";
import { Radios } from "@/components/ui/radios";
import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { rights } from "@/lib/law/rights";
import { ways } from "@/lib/request/ask/arrival-input";
import type { Typed } from "@/lib/request/ask/draft";

/** How and when it arrived, and what is asked. A date that belongs to one way shows with it. */
export function ArrivalFields({ typed, locale }: { typed: Typed; locale: Locale }) {
  const { record: text, law, site } = messages(locale);
  const given = (field: string) => textOf(typed, field);
  const more = {
    email: <TextField name="hour" label={text.hour} hint={text.hourHint} optionalLabel={site.optional} width="xs" autoComplete="off" defaultValue={given("hour")} />,
    registered: <DateField name="presentedOn" label={text.presentedOn} hint={text.presentedHint} defaultValue={given("presentedOn")} />,
  };
  return (
    <>
      <Radios name="way" legend={text.way} options={ways.map((way) => ({ value: way, label: text.ways[way], children: way === "email" || way === "registered" ? more[way] : undefined }))} defaultValue={given("way")} />
      <DateField name="receivedOn" label={text.receivedOn} hint={text.receivedHint} defaultValue={given("receivedOn")} />
      <div className="when-letter"><DateField name="postedOn" label={text.postedOn} hint={text.postedHint} optionalLabel={site.optional} defaultValue={given("postedOn")} /></div>
      <DateField name="forwardedOn" label={text.forwardedOn} hint={text.forwardedHint} optionalLabel={site.optional} defaultValue={given("forwardedOn")} />
      <Checkboxes name="right" legend={text.right} hint={text.rightHint} options={rights.map((right) => ({ value: right, label: `${law.right[right].short} – ${law.right[right].source}` }))} defaultValue={textsOf(typed, "right")} />
    </>
  );
}

/** Field → its label, for the summary of errors. */
export function arrivalLabels(locale: Locale): Record<string, string> {
  const { way, receivedOn, hour, presentedOn, postedOn, forwardedOn, right } = messages(locale).record;
  return { way, receivedOn, hour, presentedOn, postedOn, forwardedOn, right };
}
