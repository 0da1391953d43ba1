import { ActionForm } from "@/components/ui/action-form";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { type CaseView, mayAny } from "@/components/office/case-view";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { mayBeWrittenTo } from "@/lib/request/case-file";
import { isUndeliverable } from "@/lib/request/letters-due";
import type { FormAction } from "@/lib/request/form-state";

type Props = { view: CaseView; action: FormAction; locale: Locale };

/** Nobody can be told anything as long as no address is known, or the one there is does not work: said plainly, with the place to enter another. */
export function NoAddress({ view, action, locale }: Props) {
  const { record, site, office } = messages(locale);
  const text = record.address;
  if (!view.caseFile) return null;
  const { requester } = view.caseFile;
  const isLost = isUndeliverable(view.request) && requester.email !== null;
  if (mayBeWrittenTo(view.caseFile) && !isLost) return null;
  return (
    <section className="panel panel-missing" aria-labelledby="no-address">
      <Heading level={2} id="no-address">{isLost ? text.lostTitle : text.title}</Heading>
      <Notice tone="warning"><p>{isLost ? text.lost : text.text}</p></Notice>
      {mayAny(view, "recordAddress") && (
        <ActionForm action={action} problem={office.problem} name="address">
          <TextField name="email" type="email" inputMode="email" spellCheck={false} label={text.way.email} optionalLabel={site.optional} autoComplete="off" width="m" />
          {!requester.postalAddress && <TextArea name="postalAddress" rows={3} label={text.way.post} optionalLabel={site.optional} autoComplete="off" />}
          <Submit variant="secondary">{text.submit}</Submit>
        </ActionForm>
      )}
    </section>
  );
}
