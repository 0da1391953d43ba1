import { Heading } from "@/components/ui/heading";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Radios } from "@/components/ui/radios";
import { TextField } from "@/components/ui/text-field";
import { optionsOf } from "@/components/ask/question";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { Right } from "@/lib/law/rights";
import { DeceasedFields } from "./deceased-fields";

/** What the rules of the law depend on, for the rights asked; nothing for the others. */
export function ToldFields({ rights, locale }: { rights: readonly Right[]; locale: Locale }) {
  const { law } = messages(locale);
  const asking = rights.filter((right) => Object.hasOwn(byRight, right)) as (keyof typeof byRight)[];
  return asking.map((right) => {
    const Fields = byRight[right];
    return (
      <section className="form-part" key={right} aria-labelledby={`told-${right}`}>
        <Heading level={2} id={`told-${right}`}>{law.right[right].short}</Heading>
        <Fields locale={locale} />
      </section>
    );
  });
}

const byRight = { objection: Objection, restriction: Restriction, "withdraw-consent": Consent, deceased: DeceasedFields };

function Objection({ locale }: { locale: Locale }) {
  const { record: text, site } = messages(locale);
  const silenced = <TextField name="silenced" label={text.silenced} optionalLabel={site.optional} autoComplete="off" />;
  return (
    <Radios
      name="objectionKind"
      legend={text.objectionKind}
      options={[
        { value: "marketing", label: text.objectionKinds.marketing, hint: text.objectionHint, children: silenced },
        { value: "other", label: text.objectionKinds.other },
      ]}
    />
  );
}

function Restriction({ locale }: { locale: Locale }) {
  const { record: text, law } = messages(locale);
  return <Radios name="restrictionGround" legend={text.ground} options={Object.entries(law.restrictionGround).map(([value, { name }]) => ({ value, label: name }))} />;
}

function Consent({ locale }: { locale: Locale }) {
  const { record: text, law, site } = messages(locale);
  return (
    <>
      <Checkboxes name="purposes" legend={text.purposes} hint={text.only} options={optionsOf(law.consentPurpose)} />
      <TextField name="consentAddress" label={text.consentAddress} optionalLabel={site.optional} autoComplete="off" />
    </>
  );
}
