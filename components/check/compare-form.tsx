import type { CaseView } from "@/components/office/case-view";
import { ActionForm } from "@/components/ui/action-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Radios } from "@/components/ui/radios";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { type ComparedFact, comparedFacts, comparisons } from "@/lib/law/ladder";
import type { FormAction } from "@/lib/request/form-state";

type Props = { view: Pick<CaseView, "request" | "caseFile">; action: FormAction; locale: Locale };

/** Records what of the request agrees with the controller's own data: the result, never the value. What was given stands beside. */
export function CompareForm({ view: { request, caseFile }, action, locale }: Props) {
  const { evidence: text, office } = messages(locale);
  const given: Record<ComparedFact, string | null | undefined> = {
    email: caseFile?.requester.email,
    orderNumber: caseFile?.requester.customerNumber,
    postcode: caseFile?.requester.postalAddress,
  };
  return (
    <ActionForm action={action} problem={office.problem} name="compare">
      <Disclosure title={text.compare}>
        <p>{text.compareHint}</p>
        {comparedFacts.map((fact) => (
          <Radios
            key={fact}
            name={fact}
            legend={text.compared[fact].field}
            hint={given[fact] ? text.given(given[fact]) : text.notGiven}
            options={comparisons.map((value) => ({ value, label: text.comparison[value] }))}
            defaultValue={request.compared?.facts[fact] ?? "not-looked-at"}
          />
        ))}
        <Submit variant="secondary">{text.compareSubmit}</Submit>
      </Disclosure>
    </ActionForm>
  );
}
