import type { ReactNode } from "react";
import { RightList } from "@/components/site/right-list";
import { dayWords } from "@/lib/i18n/dates";
import { Heading } from "@/components/ui/heading";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import type { Messages } from "@/lib/i18n/messages";
import type { Right } from "@/lib/law/rights";
import { type Draft, isMarketingOnly, type Typed } from "@/lib/request/ask/draft";
import { claimSteps } from "@/lib/request/ask/claim-answers";
import type { FilePurpose } from "@/lib/request/event";
import { answerRows } from "./answer-rows";
import type { ListedFile } from "./file-list";
import { textOf } from "./question";

type Props = {
  draft: Draft;
  files: ListedFile[];
  documents: { purpose: FilePurpose }[];
  /** Is there a page about the person? */
  asksAbout: boolean;
  /** Rights that may still join this request. */
  addable: Right[];
  dueOn: string;
  locale: "fr" | "en";
  words: Messages;
  /** The form that takes one right out, by claim. */
  removing: (claimId: string, right: Right) => ReactNode;
  /** The form that sends. */
  sending: ReactNode;
};

/** All that will be sent, each answer with a way to change it; then what happens next, and the button. */
export function CheckPage({ draft, files, documents, asksAbout, addable, dueOn, locale, words, removing, sending }: Props) {
  const { ask, law, yourData } = words;
  const { check } = ask;
  const first = draft.claims[0]?.right;
  const change = (right: string, step: string, label: string, field: string): ReactNode => (
    <a href={`/${locale}/ask/${right}/${step}#${field}`} aria-label={check.changeNamed(label)}>{check.change}</a>
  );
  const claimRows = (right: Right, typed: Typed): SummaryRow[] =>
    answerRows(right, typed, words, locale).map(({ field, label, text }) => {
      const step = claimSteps[right].find((page) => page.fields.includes(field))?.step ?? "what";
      return { term: label, detail: text ?? <Empty words={check.none} />, action: change(right, step, label, field) };
    });
  const isWithoutEmail = isMarketingOnly(draft) && asksAbout && textOf(draft.about, "email").trim() === "";
  return (
    <div className="stack check">
      <div className="prose">
        <Heading>{check.title}</Heading>
        <p className="lead">{check.lead}</p>
      </div>
      {draft.claims.map((claim) => (
        <section key={claim.id} className="check-part" aria-labelledby={claim.id}>
          <h2 id={claim.id}>{law.right[claim.right].name}</h2>
          <SummaryList rows={claimRows(claim.right, claim.typed)} />
          {draft.claims.length > 1 && removing(claim.id, claim.right)}
        </section>
      ))}
      {asksAbout && (
        <section className="check-part" aria-labelledby="check-about">
          <h2 id="check-about">{check.aboutTitle}</h2>
          <SummaryList rows={aboutRows(draft, words).map(({ field, label, text }) => ({ term: label, detail: text || <Empty words={check.none} />, action: change(String(first), "about", label, field) }))} />
        </section>
      )}
      {documents.length > 0 && (
        <section className="check-part" aria-labelledby="check-documents">
          <h2 id="check-documents">{check.documentsTitle}</h2>
          <SummaryList
            rows={documents.map(({ purpose }) => {
              const names = files.filter((file) => file.purpose === purpose && file.scan !== "infected").map((file) => file.name);
              const label = ask.documents.blocks[purpose].title;
              return { term: label, detail: names.join("\n") || <Empty words={check.noDocument} />, action: change(String(first), "documents", label, purpose) };
            })}
          />
        </section>
      )}
      {addable.length > 0 && (
        <details className="panel add-right">
          <summary>{check.add}</summary>
          <p>{check.addLead}</p>
          <RightList rights={addable} href={(right) => `/${locale}/ask/${right}`} words={law.right} />
        </details>
      )}
      <section className="prose" aria-labelledby="check-next">
        <h2 id="check-next">{check.nextTitle}</h2>
        <ul>{(isWithoutEmail ? check.nextWithoutEmail : check.next).map((each) => <li key={each}>{each}</li>)}</ul>
        <p><strong>{check.due(dayWords(dueOn, locale))}</strong></p>
      </section>
      <p className="prose">{yourData.beforeSending} <a href={`/${locale}/your-data`}>{yourData.link}</a></p>
      {sending}
    </div>
  );
}

function Empty({ words }: { words: string }) {
  return <span className="empty">{words}</span>;
}

function aboutRows(draft: Draft, { ask }: Messages) {
  const { fields, behalf, receiptEmail } = ask.about;
  const text = (field: string) => textOf(draft.about, field).trim();
  if (isMarketingOnly(draft)) return [{ field: "email", label: receiptEmail, text: text("email") }];
  const isOther = text("onBehalf") === "other";
  const isForDeceased = draft.claims.some((claim) => claim.right === "deceased");
  return [
    { field: "name", label: fields.name.label, text: text("name") },
    { field: "email", label: fields.email.label, text: text("email") },
    ...(isForDeceased ? [] : [{ field: "onBehalf", label: fields.onBehalf.label, text: isOther ? behalf.other : behalf.self }]),
    ...(isOther && !isForDeceased ? [{ field: "representedName", label: fields.representedName.label, text: text("representedName") }] : []),
    ...(isForDeceased ? [] : [{ field: "customerNumber", label: fields.customerNumber.label, text: text("customerNumber") }]),
    { field: "postalAddress", label: fields.postalAddress.label, text: text("postalAddress") },
  ];
}
