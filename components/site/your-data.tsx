import { SummaryList } from "@/components/ui/summary-list";
import { lastsIn } from "@/lib/i18n/lengths";
import type { Locale } from "@/lib/i18n/locale";
import type { Messages } from "@/lib/i18n/messages";

type Props = { locale: Locale; controller: { name: string; address: string; dpoName: string | null; dpoEmail: string }; words: Messages };

/** Who is responsible, why, who sees it, until when, and which rights there are. GDPR Art. 13(1), 13(2). */
export function YourData({ locale, controller: { name, address, dpoName, dpoEmail }, words: { yourData: text, site } }: Props) {
  return (
    <div className="stack">
      <div className="prose">
        <h1>{text.title}</h1>
        <p className="lead">{text.lead}</p>
        <h2>{text.whoTitle}</h2>
        <p>{text.who(name, address)}</p>
        <p>{text.dpo(dpoName)} <a href={`mailto:${dpoEmail}`}>{dpoEmail}</a></p>
        <h2>{text.whyTitle}</h2>
      </div>
      <SummaryList rows={text.why.map(({ purpose, basis }) => ({ term: purpose, detail: basis }))} />
      <div className="prose">
        <p>{text.noMachine}</p>
        <h2>{text.neededTitle}</h2>
        <p>{text.needed}</p>
        <h2>{text.seenTitle}</h2>
        <ul>{text.seen.map((each) => <li key={each}>{each}</li>)}</ul>
        <h2>{text.keptTitle}</h2>
      </div>
      <SummaryList rows={text.kept(lastsIn(locale)).map(({ what, until }) => ({ term: what, detail: until }))} />
      <div className="prose">
        <h2>{text.rightsTitle}</h2>
        <p>{text.rights}</p>
        <p><a href={`/${locale}`}>{text.exercise}</a> {text.exerciseOr} <a href={`mailto:${dpoEmail}`}>{dpoEmail}</a>.</p>
        <h2>{text.complaintTitle}</h2>
        <p>{site.front.complaint}</p>
        <p><a href={locale === "fr" ? "https://www.cnil.fr/fr/plaintes" : "https://www.cnil.fr/en"} rel="noreferrer">{site.front.complaintLink}</a></p>
      </div>
    </div>
  );
}
