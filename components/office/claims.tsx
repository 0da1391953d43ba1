import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { type ClaimKind, takesEffectAtOnce } from "@/lib/law/rights";
import { claimKindsOf } from "@/lib/request/claim-kinds";
import { type Claim, decidedElsewhere, isOpen } from "@/lib/request/request";
import { answerRows } from "./answer-rows";
import { actorNameIn, type CaseView } from "./case-view";
import { InTheirWords, Joined } from "./in-their-words";
import { shortDay } from "@/lib/i18n/dates";

/** What is asked: every claim with all the person's answers, and its decision where there is one. */
export function Claims({ view, locale }: { view: CaseView; locale: Locale }) {
  const { office, law } = messages(locale);
  const kinds = claimKindsOf(view.request, view.caseFile);
  return (
    <section aria-labelledby="asked">
      <Heading level={2} id="asked">{office.case.asked}</Heading>
      <InTheirWords view={view} locale={locale} />
      {view.request.claims.map((claim, index) => {
        const answers = view.caseFile?.claims[claim.id];
        const rows = [...(answers ? answerRows(answers, locale) : []), ...decisionRows(view, claim, locale)];
        return (
          <article className="claim" key={claim.id}>
            <Heading level={3}>{law.right[claim.right].short} <span className="quiet">{law.right[claim.right].source}</span></Heading>
            {answers && answers.right !== "deceased" && isOpen(view.request) && takesEffectAtOnce(kinds[index] as ClaimKind) && <Notice tone="warning" title={office.queue.effectAtOnce}><p>{office.case.effectAtOnce}</p></Notice>}
            {answers?.right === "deceased" && !claim.decision && isOpen(view.request) && answers.answers.wishes?.includes("stop-mailings") && <Notice tone="warning" title={office.queue.effectAtOnce}><p>{office.case.stopMailings}</p></Notice>}
            <SummaryList rows={rows} />
          </article>
        );
      })}
      <Joined view={view} locale={locale} />
    </section>
  );
}

/** The decision on a claim as rows: outcome, grounds, what was explained, by whom. */
export function decisionRows({ caseFile, timeline }: CaseView, { id, decision }: Claim, locale: Locale): SummaryRow[] {
  const { office, law, registerImport } = messages(locale);
  if (!decision) return [{ term: office.handle.outcome, detail: <span className="quiet">{office.case.undecided}</span> }];
  const by = actorNameIn(timeline, decision.by) ?? office.timeline.someone;
  const isElsewhere = decision.by === decidedElsewhere;
  const on = shortDay(decision.on, locale, isElsewhere);
  const explanation = caseFile?.explanations[id];
  return [
    { term: office.handle.outcome, detail: <><strong>{law.outcome[decision.outcome]}</strong><br /><span className="quiet">{isElsewhere ? registerImport.elsewhere(on) : office.case.decided(on, by)}</span></> },
    ...(decision.grounds.length > 0 ? [{ term: office.case.grounds, detail: <ul className="plain-list">{decision.grounds.map((ground) => <li key={ground}>{law.refusalGround[ground].name}</li>)}</ul> }] : []),
    ...(explanation ? [{ term: office.case.explanation, detail: <span className="as-typed">{explanation}</span> }] : []),
  ];
}
