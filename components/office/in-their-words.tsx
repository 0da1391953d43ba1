import { Heading } from "@/components/ui/heading";
import { SummaryList } from "@/components/ui/summary-list";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { answerRows } from "./answer-rows";
import { RequestLink } from "./request-link";
import type { CaseView } from "./case-view";

/** What a later request, merged into this one, asked again: in the answers of its form, or as it was said. */
export function Joined({ view: { request, caseFile }, locale }: { view: Pick<CaseView, "request" | "caseFile">; locale: Locale }) {
  const { law, record, related, teams } = messages(locale);
  return caseFile?.joined.map(({ reference, words, claims }, index) => (
    <article className="claim" key={reference || index}>
      <Heading level={3}>{related.joinedTitle(reference || teams.case.unseen)}</Heading>
      {words && <SummaryList rows={[{ term: record.inTheirWords, detail: <span className="as-typed" lang={request.locale}>{words}</span> }]} />}
      {claims.map((claim) => <SummaryList key={claim.right} rows={[{ term: law.right[claim.right].short, detail: null }, ...answerRows(claim, locale)]} />)}
      <p><RequestLink reference={reference} locale={locale} /></p>
    </article>
  ));
}

/** What the person asked by letter, mail, call or visit, as it was said; nothing where they answered the form. */
export function InTheirWords({ view: { request, caseFile }, locale }: { view: Pick<CaseView, "request" | "caseFile">; locale: Locale }) {
  if (!caseFile?.words) return null;
  return <SummaryList rows={[{ term: messages(locale).record.inTheirWords, detail: <span className="as-typed" lang={request.locale}>{caseFile.words}</span> }]} />;
}
