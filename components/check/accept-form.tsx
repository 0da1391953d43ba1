import { ActionForm } from "@/components/ui/action-form";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Heading } from "@/components/ui/heading";
import { Radios } from "@/components/ui/radios";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { proofKinds, verificationMethods } from "@/lib/law/identity";
import type { FormAction } from "@/lib/request/form-state";

type Props = { action: FormAction; hasDocuments: boolean; locale: Locale };

/** Establish the identity: how, and on which kinds of document where there were any. */
export function AcceptForm({ action, hasDocuments, locale }: Props) {
  const { office, law } = messages(locale);
  const text = office.check;
  const kinds = <Checkboxes name="kinds" legend={text.kinds} options={proofKinds.map((value) => ({ value, label: law.proofKind[value] }))} />;
  const methods = verificationMethods
    .filter((method) => hasDocuments || method !== "document")
    .map((value) => ({ value, label: law.verificationMethod[value], ...(value === "document" ? { children: kinds } : {}) }));
  return (
    <section className="panel" aria-labelledby="accept">
      <Heading level={2} id="accept">{text.accept}</Heading>
      <ActionForm action={action} problem={office.problem} name="accept">
        <Radios name="method" legend={text.method} options={methods} defaultValue={hasDocuments ? "document" : undefined} />
        <Submit>{hasDocuments ? text.acceptDestroy : text.acceptSubmit}</Submit>
      </ActionForm>
    </section>
  );
}
