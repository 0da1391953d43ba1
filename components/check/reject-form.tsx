import { ActionForm } from "@/components/ui/action-form";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Heading } from "@/components/ui/heading";
import { Radios } from "@/components/ui/radios";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { proofRejections } from "@/lib/law/identity";
import type { FormAction } from "@/lib/request/form-state";

/** Reject the documents that wait; the person is told why and may send another. */
export function RejectForm({ action, mayAskAgain, locale }: { action: FormAction; mayAskAgain: boolean; locale: Locale }) {
  const { office, law } = messages(locale);
  const text = office.check;
  return (
    <section className="panel" aria-labelledby="reject">
      <Heading level={2} id="reject">{text.reject}</Heading>
      <ActionForm action={action} problem={office.problem} name="reject">
        <Radios name="reason" legend={text.reason} hint={text.reasonHint} options={proofRejections.map((value) => ({ value, label: law.proofRejection[value].staff }))} />
        {mayAskAgain && <Checkboxes name="again" legend={text.next} options={[{ value: "yes", label: text.again, hint: text.againHint }]} defaultValue={["yes"]} />}
        <Submit variant="danger">{text.rejectSubmit}</Submit>
      </ActionForm>
    </section>
  );
}
