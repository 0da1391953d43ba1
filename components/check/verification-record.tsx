import { DateText } from "@/components/ui/date-text";
import { SummaryList } from "@/components/ui/summary-list";
import type { CalendarDate } from "@/lib/law/calendar";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { SubjectRequest } from "@/lib/request/request";

type Props = { request: Pick<SubjectRequest, "verification" | "rejections">; nameOf: (actor: string) => string | null; locale: Locale };

/** All that stays of every check of the identity, the last first: its result, how, on which kinds of document, when, by whom. Nothing where there was none. */
export function VerificationRecord({ request: { verification, rejections }, nameOf, locale }: Props) {
  const { office, law } = messages(locale);
  const text = office.check;
  const rows = (result: string, how: string, kinds: string[], { on, by }: { on: CalendarDate; by: string }) => [
    { term: text.verifiedResult, detail: result },
    { term: text.verifiedHow, detail: how },
    ...(kinds.length > 0 ? [{ term: text.verifiedKinds, detail: kinds.join(", ") }] : []),
    { term: text.verifiedOn, detail: <DateText date={on} locale={locale} /> },
    { term: text.verifiedBy, detail: nameOf(by) ?? office.timeline.someone },
  ];
  return (
    <>
      {verification && <SummaryList rows={rows(office.case.verified, law.verificationMethod[verification.method], verification.kinds.map((kind) => law.proofKind[kind]), verification)} />}
      {rejections.toReversed().map((rejection, index) => (
        <SummaryList key={index} rows={rows(text.rejectedFor(law.proofRejection[rejection.reason].staff), law.verificationMethod.document, rejection.purposes.map((purpose) => law.filePurpose[purpose]), rejection)} />
      ))}
    </>
  );
}
