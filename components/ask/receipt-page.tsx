import { Clock } from "@/components/ui/clock";
import { instantWords } from "@/lib/i18n/dates";
import { SummaryList } from "@/components/ui/summary-list";
import type { Messages } from "@/lib/i18n/messages";
import type { Right } from "@/lib/law/rights";
import type { TimeLimit } from "@/lib/law/time-limit";

type Props = {
  receipt: { reference: string; receivedAt: string; timeZone: string; rights: Right[]; effectAtOnce: "all" | "part" | "none"; limit: TimeLimit; maskedEmail: string | null };
  controller: string;
  locale: "fr" | "en";
  words: Messages;
};

/** The receipt: what was asked, when it reached us, by when there is a reply and why, and how to follow it. Made to be printed. */
export function ReceiptPage({ receipt, controller, locale, words: { ask, law } }: Props) {
  const { sent } = ask;
  const zone = receipt.timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? receipt.timeZone;
  const when = <time dateTime={receipt.receivedAt}>{sent.receivedWords(instantWords(receipt.receivedAt, receipt.timeZone, locale), zone)}</time>;
  const { maskedEmail } = receipt;
  return (
    <div className="stack receipt">
      <div className="receipt-head">
        <h1>{sent.title}</h1>
        <p>{sent.reference}</p>
        <p className="reference receipt-reference">{receipt.reference}</p>
        <p>{sent.keep}</p>
      </div>
      <SummaryList
        rows={[
          { term: sent.receivedAt, detail: when },
          { term: sent.asked, detail: receipt.rights.map((right) => law.right[right].name).join("\n") },
          { term: sent.by, detail: controller },
          { term: sent.mail, detail: maskedEmail ? sent.mailedTo(maskedEmail) : sent.notMailed },
        ]}
      />
      {receipt.effectAtOnce !== "none" && <p><strong>{sent.atOnce[receipt.effectAtOnce]}</strong></p>}
      <Clock limit={receipt.limit} locale={locale} open />
      <section className="prose" aria-labelledby="then">
        <h2 id="then">{sent.nextTitle}</h2>
        <ul>{(maskedEmail ? sent.next : sent.nextWithoutEmail).map((each) => <li key={each}>{each}</li>)}</ul>
        <p className="no-print">{sent.print}</p>
      </section>
      <p className="button-row no-print">
        {maskedEmail && <a className="button button-primary" href={`/${locale}/follow`}>{sent.follow}</a>}
        <a href={`/${locale}`}>{sent.another}</a>
      </p>
    </div>
  );
}
