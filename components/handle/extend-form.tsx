import { ActionForm } from "@/components/ui/action-form";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { Radios } from "@/components/ui/radios";
import { Submit } from "@/components/ui/submit";
import { TextArea } from "@/components/ui/text-area";
import { type CaseView, mayAny } from "@/components/office/case-view";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { extensionReasons } from "@/lib/law/extension";
import type { FormAction } from "@/lib/request/form-state";

/** The extension: its limits first, then where each choice leads. What can no longer be done says why. GDPR Art. 12(3). */
export function ExtendForm({ view, action, locale }: { view: CaseView; action: FormAction; locale: Locale }) {
  const { office, law, site } = messages(locale);
  const text = office.handle;
  const { request, limit, whatIf } = view;
  const day = (date: string) => dayWords(date, locale);
  if (request.unposted.some(({ event }) => event.type === "extension-notified")) return <Notice tone="warning"><p>{text.extendedUnposted(day(limit.extensionNoticeDueOn))}</p></Notice>;
  if (limit.steps.some(({ rule }) => rule === "extension-too-late")) return <Notice tone="warning"><p>{text.extendedTooLate(day(limit.extensionNoticeDueOn))}</p></Notice>;
  if (request.extension) return <p className="quiet">{text.extended(request.extension.months, day(request.extension.on))}</p>;
  if (!mayAny(view, "extendDeadline")) return null;
  if (whatIf.extended.length === 0) return <p className="quiet">{text.extendTooLate(day(limit.extensionNoticeDueOn))}</p>;
  return (
    <ActionForm action={action} problem={office.problem} name="extend">
      <Disclosure title={text.extend}>
        <p>{text.extendHint(day(limit.extensionNoticeDueOn))}</p>
        <p>{text.extendNoRefusal(day(limit.refusalDueOn))}</p>
        <Radios name="months" legend={text.months} options={whatIf.extended.map(({ months, dueOn }) => ({ value: String(months), label: text.monthChoice(months, day(dueOn)) }))} />
        <Checkboxes name="reasons" legend={text.reasons} hint={text.reasonsHint} options={extensionReasons.map((value) => ({ value, label: law.extensionReason[value].staff }))} />
        <TextArea name="explanation" label={text.extendExplanation} hint={text.extendExplanationHint} optionalLabel={site.optional} rows={3} lang={request.locale} />
        <Submit variant="secondary">{text.extendSubmit}</Submit>
      </Disclosure>
    </ActionForm>
  );
}
