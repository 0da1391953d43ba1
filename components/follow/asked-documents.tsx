import { DateText } from "@/components/ui/date-text";
import { Notice } from "@/components/ui/notice";
import { lastsIn } from "@/lib/i18n/lengths";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { DoubtGround, ProofKind, ProofRejection } from "@/lib/law/identity";

export type AskedFor = { grounds: DoubtGround[]; kinds: ProofKind[]; on: string };

/** Which documents are asked for, why, what to cover, and what becomes of them. GDPR Art. 12(6). */
export function AskedDocuments({ asked, rejection, locale }: { asked: AskedFor | null; rejection: ProofRejection | null; locale: Locale }) {
  const { follow: { check }, law, yourData } = messages(locale);
  return (
    <div className="prose">
      <p className="lead">{asked ? check.asked : check.voluntary}</p>
      {rejection && (
        <Notice tone="warning" title={check.rejectedTitle}>
          <p>{sentence(law.proofRejection[rejection].letter)} {law.proofRejection[rejection].help}</p>
        </Notice>
      )}
      {asked && (
        <>
          <h2>{check.whyTitle}</h2>
          <ul>{asked.grounds.map((ground) => <li key={ground}>{sentence(law.doubtGround[ground].letter)}</li>)}</ul>
          <p className="small">{check.askedOn} <DateText date={asked.on} locale={locale} weekday={false} /></p>
          <h2>{check.kindsTitle}</h2>
          <p>{check.kindsLead}</p>
          <ul>{asked.kinds.map((kind) => <li key={kind}>{law.proofKind[kind]}</li>)}</ul>
        </>
      )}
      <h2>{check.maskTitle}</h2>
      <ul>{check.mask.map((line) => <li key={line}>{line}</li>)}</ul>
      <p>{check.maskHow}</p>
      <p>{check.destroyed(lastsIn(locale)("picture-mark", "received"))} <a href={`/${locale}/your-data`}>{yourData.link}</a></p>
    </div>
  );
}

/** A clause of a letter as a sentence of its own. */
function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
