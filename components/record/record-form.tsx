import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Radios } from "@/components/ui/radios";
import { Submit } from "@/components/ui/submit";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { Came } from "@/lib/request/ask/arrival-input";
import type { Typed } from "@/lib/request/ask/draft";
import type { FormAction } from "@/lib/request/form-state";
import { ToldFields } from "./told-fields";

type Props = { action: FormAction; came: Came; /** The same each time this form is sent. */ formKey: string; /** What is known of the person already. */ known: { locale: Locale; typed: Typed } | null; locale: Locale };

/** What the person asks, in their words; what the law's rules depend on; who they are and where they can be written to. */
export function RecordForm({ action, came: { rights, isRegistered }, formKey, known, locale }: Props) {
  const { record: text, site, office } = messages(locale);
  const isForDeceased = rights.includes("deceased");
  const was = (field: string) => [known?.typed[field] ?? []].flat()[0];
  const off = { autoComplete: "off", optionalLabel: site.optional };
  const represented = <TextField name="behalfOf" defaultValue={was("behalfOf")} label={text.behalfOf} autoComplete="off" width="m" />;
  return (
    <ActionForm action={action} problem={office.problem} labels={labelsOf(locale)}>
      <input type="hidden" name="formKey" value={formKey} />
      <TextArea name="words" label={text.words} hint={text.wordsHint} rows={8} autoComplete="off" />
      <ToldFields rights={rights} locale={locale} />
      <section className="form-part" aria-labelledby="person">
        <Heading level={2} id="person">{text.person}</Heading>
        <TextField name="name" defaultValue={was("name")} label={text.name} hint={rights.includes("objection") ? text.nameHint : undefined} autoComplete="off" width="m" />
        <TextField name="email" defaultValue={was("email")} type="email" inputMode="email" spellCheck={false} label={text.email} hint={text.emailHint} width="m" {...off} />
        <TextArea name="postalAddress" defaultValue={was("postalAddress")} rows={3} label={text.postalAddress} hint={text.postalHint} {...off} />
        <TextField name="customerNumber" defaultValue={was("customerNumber")} label={text.customerNumber} spellCheck={false} width="m" {...off} />
        {isRegistered && <TextField name="trackingNumber" label={text.trackingNumber} hint={text.trackingHint} spellCheck={false} width="m" {...off} />}
        {!isForDeceased && (
          <Radios
            name="onBehalf"
            legend={text.onBehalf}
            defaultValue={was("onBehalf") ?? "self"}
            options={[
              { value: "self", label: text.behalf.self },
              { value: "other", label: text.behalf.other, children: represented },
            ]}
          />
        )}
        <Radios name="locale" legend={text.locale} defaultValue={known?.locale ?? locale} options={(["fr", "en"] as const).map((value) => ({ value, label: office.case.languages[value] }))} />
      </section>
      <Notice tone="info"><p>{text.identity}</p></Notice>
      <div>
        <Submit>{text.submit}</Submit>
        <p className="quiet">{text.submitHint}</p>
      </div>
    </ActionForm>
  );
}

function labelsOf(locale: Locale): Record<string, string> {
  const { words, name, email, postalAddress, customerNumber, behalfOf, locale: language, trackingNumber, silenced, objectionKind, ground, deceased } = messages(locale).record;
  return { words, name, email, postalAddress, customerNumber, behalfOf, locale: language, trackingNumber, silenced, objectionKind, restrictionGround: ground, deceasedName: deceased.name, deceasedCapacity: deceased.capacity, diedOn: deceased.diedOn, deceasedEmail: deceased.email };
}
