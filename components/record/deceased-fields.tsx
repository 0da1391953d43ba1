import { Checkboxes } from "@/components/ui/checkboxes";
import { DateField } from "@/components/ui/date-field";
import { Radios } from "@/components/ui/radios";
import { TextField } from "@/components/ui/text-field";
import { optionsOf } from "@/components/ask/question";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { notSaid } from "@/lib/request/ask/told-answers";

/** Who died, and in what capacity one writes, as far as it was said. LIL art. 85. */
export function DeceasedFields({ locale }: { locale: Locale }) {
  const { record, law, office, site } = messages(locale);
  const text = record.deceased;
  const off = { autoComplete: "off", optionalLabel: site.optional };
  return (
    <>
      <p className="quiet">{record.only}</p>
      <TextField name="deceasedName" label={text.name} autoComplete="off" width="m" />
      <DateField name="diedOn" label={text.diedOn} optionalLabel={site.optional} />
      <TextField name="placeOfDeath" label={text.placeOfDeath} width="m" {...off} />
      <Radios name="deceasedCapacity" legend={text.capacity} options={[...optionsOf(law.capacity), { value: notSaid, label: text.unknown, hint: text.unknownHint }]} />
      <TextField name="relationship" label={text.relationship} width="m" {...off} />
      <Checkboxes name="wishes" legend={text.wishes} options={optionsOf(law.estateWish)} />
      <Radios name="otherHeirs" legend={`${text.otherHeirs} ${site.optional}`} options={optionsOf(office.answerValues.otherHeirs)} />
      <TextField name="deceasedEmail" type="email" label={text.email} spellCheck={false} width="m" {...off} />
      <TextField name="deceasedCustomerNumber" label={text.customerNumber} width="m" {...off} />
    </>
  );
}
