import { ActionForm } from "@/components/ui/action-form";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { TextArea } from "@/components/ui/text-area";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { doubtGrounds, proofKinds } from "@/lib/law/identity";
import type { FormAction } from "@/lib/request/form-state";

type Props = {
  action: FormAction;
  /** Days within which asking stops the clock; null where it never does. */
  withinDays: number | null;
  /** Days after which asking no longer stops the clock, where they have passed. */
  lateAfterDays: number | null;
  /** Something is owed for which no proof may be asked: asking stops no clock. */
  isBeside: boolean;
  /** May the reader credit the suspension all the same? */
  mayCredit: boolean;
  locale: Locale;
};

/** Ask for proof on a recorded doubt. GDPR Art. 12(6): the law is told before the fields. */
export function AskIdentityForm({ action, withinDays, lateAfterDays, isBeside, mayCredit, locale }: Props) {
  const { office, law } = messages(locale);
  const text = office.check;
  return (
    <section className="panel" aria-labelledby="ask">
      <Heading level={2} id="ask">{text.ask}</Heading>
      <Notice tone="info"><p>{text.askLaw}{!isBeside && ` ${withinDays === null ? text.askNeverPauses : text.askPauses(withinDays)}`}</p></Notice>
      {isBeside && <Notice tone="warning"><p>{text.askBeside}</p></Notice>}
      <ActionForm action={action} problem={office.problem} name="ask">
        <Checkboxes name="grounds" legend={text.doubts} hint={text.doubtsHint} options={doubtGrounds.map((value) => ({ value, label: law.doubtGround[value].staff }))} />
        <Checkboxes name="kinds" legend={text.needed} hint={text.neededHint} options={proofKinds.map((value) => ({ value, label: law.proofKind[value] }))} />
        {lateAfterDays !== null && mayCredit && (
          <Checkboxes
            name="creditLate"
            legend={text.creditLate}
            hint={text.creditLateHint(lateAfterDays)}
            options={[{ value: "yes", label: text.creditLate, children: <TextArea name="creditReason" label={text.creditReason} hint={text.creditReasonHint} rows={3} /> }]}
          />
        )}
        {lateAfterDays !== null && !mayCredit && <Notice tone="warning"><p>{text.lateAgent(lateAfterDays)}</p></Notice>}
        <Submit variant="secondary">{text.askSubmit}</Submit>
      </ActionForm>
    </section>
  );
}
