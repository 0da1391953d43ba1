import { ActionForm } from "@/components/ui/action-form";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { Radios } from "@/components/ui/radios";
import { Submit } from "@/components/ui/submit";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { CalendarDate } from "@/lib/law/calendar";
import { proofKinds, type VerificationMethod, verificationMethods } from "@/lib/law/identity";
import type { Rung } from "@/lib/law/ladder";
import { standingOnLadder } from "@/lib/request/check/evidence";
import type { FormAction } from "@/lib/request/form-state";
import type { SubjectRequest } from "@/lib/request/request";

type Props = { request: SubjectRequest; action: FormAction; /** Due date without what was asked for, where that moves it. */ dueWithout: CalendarDate | null; locale: Locale };

/** Establish the identity: how, and on which kinds of document where there were any. What the case does not show is said beside the choice. */
export function AcceptForm({ request, action, dueWithout, locale }: Props) {
  const { office, law, evidence } = messages(locale);
  const text = office.check;
  const hasDocuments = request.proofs.length > 0;
  const hasCode = request.emailCodeUsedOn !== null;
  const kinds = <Checkboxes name="kinds" legend={text.kinds} options={proofKinds.map((value) => ({ value, label: law.proofKind[value] }))} />;
  const isOffered: Record<VerificationMethod, boolean> = { "email-code": hasCode, "known-facts": true, document: hasDocuments };
  const hints = hintsOf(request, locale);
  const methods = verificationMethods
    .filter((method) => isOffered[method])
    .map((value) => ({ value, label: law.verificationMethod[value], hint: hints[value], ...(value === "document" ? { children: kinds } : {}) }));
  return (
    <section className="panel" aria-labelledby="accept">
      <Heading level={2} id="accept">{text.accept}</Heading>
      {dueWithout && <Notice tone="warning"><p>{text.acceptWithout(dayWords(dueWithout, locale))}</p></Notice>}
      <ActionForm action={action} problem={office.problem} name="accept">
        <Radios name="method" legend={text.method} hint={hasCode ? undefined : evidence.noCode} options={methods} defaultValue={hasDocuments ? "document" : undefined} />
        <Submit>{hasDocuments ? text.acceptDestroy : text.acceptSubmit}</Submit>
      </ActionForm>
    </section>
  );
}

/** Where what is chosen is not borne out by what was recorded. It stays open: staff may know what the case does not. */
function hintsOf(request: SubjectRequest, locale: Locale): Record<VerificationMethod, string | undefined> {
  const hint = messages(locale).evidence.methodHint;
  const ladder = standingOnLadder(request);
  const about = (rung: Rung, lacking: string, differs: string) => (ladder[rung] === "reached" ? undefined : ladder[rung] === "against" ? differs : lacking);
  return {
    "email-code": about("email-on-file", hint.codeNotCompared, hint.codeDiffers),
    "known-facts": about("known-facts", hint.factsNotCompared, hint.factsDiffer),
    document: undefined,
  };
}
