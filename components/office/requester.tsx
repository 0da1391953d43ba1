import { capital } from "@/lib/i18n/capital";
import { dayWords } from "@/lib/i18n/dates";
import { KnownFacts } from "@/components/check/known-facts";
import { DateText } from "@/components/ui/date-text";
import { Heading } from "@/components/ui/heading";
import { SummaryList } from "@/components/ui/summary-list";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { identityPolicyOf } from "@/lib/law/rights";
import { claimKindsOf } from "@/lib/request/claim-kinds";
import type { CaseView } from "./case-view";

/** Who asks, for whom, and who died; and how far that is established. */
export function Requester({ view, locale }: { view: CaseView; locale: Locale }) {
  const { request, caseFile } = view;
  const { office, law, record, evidence } = messages(locale);
  const text = office.case;
  if (!caseFile) return null;
  const { requester, represented, deceased } = caseFile;
  const given = (value: string | null) => (value ? <span className="as-typed">{value}</span> : <span className="quiet">{office.nothingGiven}</span>);
  return (
    <section aria-labelledby="who">
      <Heading level={2} id="who">{text.who}</Heading>
      <SummaryList
        rows={[
          { term: text.name, detail: requester.name ? <strong>{requester.name}</strong> : given(null) },
          { term: text.kind, detail: deceased ? `${law.requesterKind.heir} – ${deceased.capacity ? law.capacity[deceased.capacity] : text.capacityUnknown}` : law.requesterKind[request.requesterKind] },
          ...(represented ? [{ term: text.represented, detail: represented.name }] : []),
          { term: text.email, detail: given(requester.email) },
          ...(requester.postalAddress ? [{ term: text.postalAddress, detail: given(requester.postalAddress) }] : []),
          ...(requester.customerNumber ? [{ term: text.customerNumber, detail: requester.customerNumber }] : []),
          { term: text.received, detail: <DateText date={request.receivedOn} locale={locale} /> },
          ...(request.channel === "portal" ? [] : [{ term: text.arrived, detail: capital(law.cameBy(request.channel, request.arrival, { date: (day) => dayWords(day, locale) })) }]),
          ...(caseFile.trackingNumber ? [{ term: record.proof.numbered, detail: caseFile.trackingNumber }] : []),
          { term: text.language, detail: text.languages[request.locale] },
        ]}
      />
      {identityPolicyOf(claimKindsOf(request, caseFile)) !== "never" && (
        <div className="known-facts">
          <Heading level={3}>{evidence.title}</Heading>
          <KnownFacts view={view} locale={locale} />
        </div>
      )}
    </section>
  );
}
