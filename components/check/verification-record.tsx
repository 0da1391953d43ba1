import { DateText } from "@/components/ui/date-text";
import { SummaryList } from "@/components/ui/summary-list";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { Verification } from "@/lib/request/request";

/** All that stays of a verification: how, when, by whom, on which kinds of document. */
export function VerificationRecord({ verification, by, locale }: { verification: Verification; by: string | null; locale: Locale }) {
  const { office, law } = messages(locale);
  const text = office.check;
  return (
    <SummaryList
      rows={[
        { term: text.verifiedHow, detail: law.verificationMethod[verification.method] },
        ...(verification.kinds.length > 0 ? [{ term: text.verifiedKinds, detail: verification.kinds.map((kind) => law.proofKind[kind]).join(", ") }] : []),
        { term: text.verifiedOn, detail: <DateText date={verification.on} locale={locale} /> },
        { term: text.verifiedBy, detail: by ?? office.timeline.someone },
      ]}
    />
  );
}
