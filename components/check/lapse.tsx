import { ActionForm } from "@/components/ui/action-form";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { type CaseView, mayAny } from "@/components/office/case-view";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";
import { isProofAwaited } from "@/lib/request/request";

type Props = { view: Pick<CaseView, "request" | "whatIf" | "allowed" | "today">; action: FormAction; locale: Locale };

/** What becomes of a request for proof that nobody answers: from when it may lapse, what that does, and what is left once it has. */
export function Lapse({ view, action, locale }: Props) {
  const { office } = messages(locale);
  const text = office.check;
  const { request, whatIf: { lapse }, today } = view;
  const day = (date: string) => dayWords(date, locale);
  if (request.identityLapsedOn && isProofAwaited(request)) {
    return (
      <Notice tone="warning" title={text.lapsedOn(day(request.identityLapsedOn))}>
        <p>{text.lapsedNow}</p>
        <p><a href={`/office/requests/${request.reference}/handle`}>{text.toRefuse}</a></p>
      </Notice>
    );
  }
  if (!lapse) return null;
  if (today < lapse.from) return <p className="quiet">{text.lapseFrom(day(lapse.from))}</p>;
  return (
    <Notice tone="warning" title={text.lapsed(day(lapse.since))}>
      <p>{text.lapsedHint}</p>
      {mayAny(view, "lapseIdentity") && (
        <ActionForm action={action} problem={office.problem} name="lapse">
          <p>{text.lapseEffect(day(lapse.dueOn))}</p>
          <Submit variant="secondary">{text.lapseSubmit}</Submit>
        </ActionForm>
      )}
    </Notice>
  );
}
