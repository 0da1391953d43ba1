import { ActionForm } from "@/components/ui/action-form";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { doubtGrounds, proofKinds } from "@/lib/law/identity";
import type { FormAction } from "@/lib/request/form-state";

/** Ask for proof on a recorded doubt. GDPR Art. 12(6): the law is told before the fields. */
export function AskIdentityForm({ action, locale }: { action: FormAction; locale: Locale }) {
  const { office, law } = messages(locale);
  const text = office.check;
  return (
    <section className="panel" aria-labelledby="ask">
      <Heading level={2} id="ask">{text.ask}</Heading>
      <Notice tone="info"><p>{text.askLaw}</p></Notice>
      <ActionForm action={action} problem={office.problem} name="ask">
        <Checkboxes name="grounds" legend={text.doubts} hint={text.doubtsHint} options={doubtGrounds.map((value) => ({ value, label: law.doubtGround[value].staff }))} />
        <Checkboxes name="kinds" legend={text.needed} hint={text.neededHint} options={proofKinds.map((value) => ({ value, label: law.proofKind[value] }))} />
        <Submit variant="secondary">{text.askSubmit}</Submit>
      </ActionForm>
    </section>
  );
}
