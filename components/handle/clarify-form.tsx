import { ActionForm } from "@/components/ui/action-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Submit } from "@/components/ui/submit";
import { TextArea } from "@/components/ui/text-area";
import { type CaseView, mayAny } from "@/components/office/case-view";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";

/** Ask to specify an access request, with what it does to the clock; says so while one is open. GDPR recital 63. */
export function ClarifyForm({ view, action, locale }: { view: CaseView; action: FormAction; locale: Locale }) {
  const { handle: text, problem } = messages(locale).office;
  const { request, whatIf } = view;
  if (request.clarificationAskedOn) return <p className="quiet">{text.clarifyOpen(dayWords(request.clarificationAskedOn, locale))}</p>;
  if (!mayAny(view, "askClarification")) return null;
  return (
    <ActionForm action={action} problem={problem} name="clarify">
      <Disclosure title={text.clarify}>
        <p>{text.clarifyHint} {whatIf.clarificationPauses ? text.clarifyPauses : text.clarifyRuns}</p>
        <TextArea name="body" label={text.clarifyBody} rows={4} lang={request.locale} />
        <Submit variant="secondary">{text.clarifySubmit}</Submit>
      </Disclosure>
    </ActionForm>
  );
}
