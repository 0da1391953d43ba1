import type { CaseView } from "@/components/office/case-view";
import { Heading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { rungs } from "@/lib/law/ladder";
import { adviceFor, standingOnLadder } from "@/lib/request/check/evidence";
import { isOpen } from "@/lib/request/request";
import { KnownFacts } from "./known-facts";

type Props = { view: Pick<CaseView, "request" | "caseFile" | "timeline">; locale: Locale };

/** What is known of who asks, where that stands on the ladder, and the next sensible step. GDPR Art. 12(6); law.md § 3. */
export function Evidence({ view, locale }: Props) {
  const { evidence: text } = messages(locale);
  const ladder = standingOnLadder(view.request);
  const isAdvised = isOpen(view.request) && !view.request.verification;
  return (
    <section className="panel" aria-labelledby="evidence">
      <Heading level={2} id="evidence">{text.title}</Heading>
      <KnownFacts view={view} locale={locale} />
      {isAdvised && <Notice tone="info" title={text.next}><p>{text.advice[adviceFor(view.request, view.caseFile)]}</p></Notice>}
      <Heading level={3}>{text.ladder}</Heading>
      <p className="quiet">{text.ladderHint}</p>
      <ol className="ladder">
        {rungs.map((rung) => (
          <li key={rung} className={`rung rung-${ladder[rung]}`}>
            <span><strong>{text.rung[rung].name}</strong> <span className="quiet">{text.rung[rung].about}</span></span>
            <span className="tag">{text.rungStanding[ladder[rung]]}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
