import { ActionForm } from "@/components/ui/action-form";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Disclosure } from "@/components/ui/disclosure";
import { Submit } from "@/components/ui/submit";
import { TextArea } from "@/components/ui/text-area";
import { ArrivedByFields } from "@/components/office/arrived-by-fields";
import { type CaseView, mayAny } from "@/components/office/case-view";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { isOpen } from "@/lib/request/request";
import type { FormAction } from "@/lib/request/form-state";

/** What the person said or wrote outside their space, with the day it reached us. */
export function RecordMessageForm({ view, action, locale }: { view: CaseView; action: FormAction; locale: Locale }) {
  const { handle: text, problem } = messages(locale).office;
  if (!mayAny(view, "recordMessage")) return null;
  return (
    <ActionForm action={action} problem={problem} name="record">
      <Disclosure title={text.record}>
        <p>{text.recordHint}</p>
        <ArrivedByFields today={view.today} locale={locale} />
        <TextArea name="body" label={text.recordBody} rows={4} lang={view.request.locale} />
        {isOpen(view.request) && <Checkboxes name="withdraws" legend={text.withdrawsLegend} options={[{ value: "yes", label: text.withdraws, hint: text.withdrawsHint }]} />}
        <Submit variant="secondary">{text.recordSubmit}</Submit>
      </Disclosure>
    </ActionForm>
  );
}
