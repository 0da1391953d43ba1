import { ActionForm } from "@/components/ui/action-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Submit } from "@/components/ui/submit";
import { TextArea } from "@/components/ui/text-area";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";

/** Takes up again what was refused for want of proof, though none came; why is kept in the case. */
export function ReopenForm({ action, locale }: { action: FormAction; locale: Locale }) {
  const { office } = messages(locale);
  const text = office.check;
  return (
    <ActionForm action={action} problem={office.problem} name="reopen">
      <Disclosure title={text.reopen}>
        <p>{text.reopenHint}</p>
        <TextArea name="why" label={text.reopenWhy} hint={office.timeline.internalHint} rows={3} lang={locale} />
        <Submit variant="secondary">{text.reopenSubmit}</Submit>
      </Disclosure>
    </ActionForm>
  );
}
