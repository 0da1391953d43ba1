import { FileForm } from "@/components/office/file-form";
import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { TextField } from "@/components/ui/text-field";
import { type CaseView, mayAny } from "@/components/office/case-view";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";
import { lacksReceiptProof } from "@/lib/request/request";

type Props = { view: CaseView; number: FormAction; /** An upload went wrong: its code. */ problem: string | undefined; locale: Locale };

/** What proves on which day the request came: asked for plainly until it is there, then a scan may still be added. */
export function ReceiptProof({ view, number, problem, locale }: Props) {
  const { record, office } = messages(locale);
  const text = record.proof;
  const { request } = view;
  if (request.channel === "portal" || !view.caseFile) return null;
  const isRegistered = request.arrival.post?.kind === "registered";
  const isMissing = lacksReceiptProof(request);
  const mayAdd = mayAny(view, "addReceiptProof");
  if (isMissing) {
    return (
      <section className="panel panel-missing" aria-labelledby="proof">
        <Heading level={2} id="proof">{text.title}</Heading>
        <Notice tone="warning"><p>{isRegistered ? text.registered : text.letter}</p></Notice>
        {mayAdd && <ScanForm reference={request.reference} problem={problem} label={text.add} locale={locale} />}
        {mayAdd && isRegistered && (
          <ActionForm action={number} problem={office.problem} name="number">
            <input type="hidden" name="by" value="number" />
            <TextField name="trackingNumber" label={text.number} autoComplete="off" spellCheck={false} width="m" />
            <Submit variant="secondary">{text.numberSubmit}</Submit>
          </ActionForm>
        )}
      </section>
    );
  }
  return mayAdd ? (
    <details className="panel" open={problem !== undefined || undefined}>
      <summary>{text.addTitle}</summary>
      <ScanForm reference={request.reference} problem={problem} label={text.add} locale={locale} />
    </details>
  ) : null;
}

/** The scan is part of the case as soon as it is taken in. */
function ScanForm({ reference, problem, label, locale }: { reference: string; problem: string | undefined; label: string; locale: Locale }) {
  const text = messages(locale).record.proof;
  return <FileForm query={{ for: "record", purpose: "receipt-proof", reference }} id="scan" label={label} hint={`${text.hint} ${text.notIdentity}`} accept="image/jpeg,image/png,application/pdf" submit={text.submit} problem={problem} locale={locale} />;
}
