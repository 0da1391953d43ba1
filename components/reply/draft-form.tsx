import { ActionForm } from "@/components/ui/action-form";
import { Submit } from "@/components/ui/submit";
import { TextArea } from "@/components/ui/text-area";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";

type Props = { action: FormAction; body: string; isTemplate: boolean; replyLocale: Locale; locale: Locale };

/** The answer being written: the saved text, else the template's. */
export function DraftForm({ action, body, isTemplate, replyLocale, locale }: Props) {
  const { office } = messages(locale);
  const text = office.reply;
  return (
    <ActionForm action={action} problem={office.problem} name="draft" className="draft-form">
      <p className="quiet">{isTemplate ? text.fromTemplate : text.saved}</p>
      <TextArea name="body" label={text.body} hint={text.bodyHint} rows={24} defaultValue={body} lang={replyLocale} />
      <Submit variant={isTemplate ? "primary" : "secondary"}>{text.save}</Submit>
    </ActionForm>
  );
}
