import { DateField } from "@/components/ui/date-field";
import { Radios } from "@/components/ui/radios";
import { capital } from "@/lib/i18n/capital";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { recordedChannels } from "@/lib/request/arrival";

/** By which way something reached us outside the person's space, and on which day. */
export function ArrivedByFields({ today, locale }: { today: string; locale: Locale }) {
  const { office, law } = messages(locale);
  const text = office.check;
  return (
    <>
      <Radios name="channel" legend={text.channel} options={recordedChannels.map((value) => ({ value, label: capital(law.channel[value]) }))} />
      <DateField name="arrivedOn" label={text.arrivedOn} hint={text.arrivedOnHint} defaultValue={today} />
    </>
  );
}
