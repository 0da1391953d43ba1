import { ActionForm } from "@/components/ui/action-form";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Disclosure } from "@/components/ui/disclosure";
import { Submit } from "@/components/ui/submit";
import { ArrivedByFields } from "@/components/office/arrived-by-fields";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { proofPurposes } from "@/lib/request/event";
import type { FormAction } from "@/lib/request/form-state";

/** A proof that came on paper or was shown: noted, never copied; the clock goes on from the day it reached us. */
export function RecordIdentityForm({ action, today, locale }: { action: FormAction; today: string; locale: Locale }) {
  const { office, law } = messages(locale);
  const text = office.check;
  return (
    <ActionForm action={action} problem={office.problem} name="record">
      <Disclosure title={text.record}>
        <p>{text.recordHint}</p>
        <Checkboxes name="seen" legend={text.seen} options={proofPurposes.map((value) => ({ value, label: law.proofPurpose[value] }))} />
        <ArrivedByFields today={today} locale={locale} />
        <Submit variant="secondary">{text.recordSubmit}</Submit>
      </Disclosure>
    </ActionForm>
  );
}
