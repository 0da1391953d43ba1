import { type CaseView, actorNameIn } from "@/components/office/case-view";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { type Evidence, evidenceOf } from "@/lib/request/check/evidence";

type Props = { view: Pick<CaseView, "request" | "caseFile" | "timeline">; locale: Locale };

/** Each fact known about who asks, with how it was established. */
export function KnownFacts({ view, locale }: Props) {
  const { evidence: text } = messages(locale);
  const known = view.caseFile ? evidenceOf(view.request, view.caseFile) : [];
  return known.length > 0 ? <SummaryList rows={known.map((fact) => rowOf(fact, view, locale))} /> : <p className="quiet">{text.none}</p>;
}

function rowOf(known: Evidence, { timeline }: Props["view"], locale: Locale): SummaryRow {
  const { evidence: text, law, office } = messages(locale);
  const day = (date: string) => dayWords(date, locale);
  switch (known.fact) {
    case "email-code":
      return { term: text.fact[known.fact].what, detail: text.fact[known.fact].how(day(known.on)) };
    case "documents":
      return { term: text.fact.documents.what, detail: text.fact.documents.how(known.purposes.map((purpose) => law.proofPurpose[purpose].toLowerCase()).join(", ")) };
    case "compared":
      return { term: text.compared[known.what][known.result], detail: text.comparedBy(actorNameIn(timeline, known.by) ?? office.timeline.someone, day(known.on)) };
    default:
      return { term: text.fact[known.fact].what, detail: text.fact[known.fact].how };
  }
}
