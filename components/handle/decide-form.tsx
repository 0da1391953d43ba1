import { ActionForm } from "@/components/ui/action-form";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Radios } from "@/components/ui/radios";
import { Submit } from "@/components/ui/submit";
import { TextArea } from "@/components/ui/text-area";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { groundsOf } from "@/lib/law/grounds";
import { outcomesOf } from "@/lib/law/outcomes";
import type { Proposal } from "@/lib/request/check/refusal-proposal";
import type { FormAction } from "@/lib/request/form-state";
import type { Claim } from "@/lib/request/request";

type Props = { action: FormAction; claim: Claim; isMarketing: boolean; proposed: Proposal | null; explanation: string; replyLocale: Locale; locale: Locale };

/** Decide one claim: the outcomes and grounds its right allows, and what the person is told. GDPR Art. 12(4). */
export function DecideForm({ action, claim, isMarketing, proposed, explanation, replyLocale, locale }: Props) {
  const { office, law } = messages(locale);
  const text = office.handle;
  const kind = { marketing: isMarketing };
  const grounds = groundsOf(claim.right, kind).map(({ ground }) => ({ value: ground, label: law.refusalGround[ground].name }));
  return (
    <ActionForm action={action} problem={office.problem} name={`claim-${claim.id}`}>
      <input type="hidden" name="claimId" value={claim.id} />
      <Radios
        name="outcome"
        legend={text.outcome}
        options={outcomesOf(claim.right, kind).map((value) => ({ value, label: law.outcome[value] }))}
        defaultValue={(claim.decision ?? proposed)?.outcome}
      />
      {grounds.length > 0 && (
        <div className="when-refusing">
          <Checkboxes name="grounds" legend={text.grounds} hint={text.groundsHint} options={grounds} defaultValue={(claim.decision ?? proposed)?.grounds ?? []} />
        </div>
      )}
      <TextArea name="explanation" label={text.explanation} hint={text.explanationHint} rows={6} defaultValue={explanation} lang={replyLocale} />
      <Submit>{text.decideSubmit}</Submit>
    </ActionForm>
  );
}
