import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locale";
import { dayWords } from "@/lib/i18n/dates";
import { messages } from "@/lib/i18n/messages";
import type { Block, Letter } from "@/lib/letters/letter";
import type { Controller } from "@/lib/letters/letter-facts";
import { linkTo } from "@/lib/letters/link";

type Props = {
  letter: Letter;
  controller: Controller;
  recipient: { name: string | null; postalAddress: string | null };
  reference: string;
  /** The day of the letter. */
  on: string;
  /** The language of the letter. */
  locale: Locale;
  baseUrl: string;
};

/** A letter as it is printed: who writes, to whom, when, about what. Links are written out: paper cannot be clicked. */
export function PaperLetter({ letter, controller, recipient, reference, on, locale, baseUrl }: Props) {
  const text = messages(locale).record.post;
  return (
    <article className="paper" lang={locale}>
      <header className="paper-head">
        <address className="paper-from">{lines([controller.name, ...controller.address.split(/,\s*|\n/), controller.email])}</address>
        <address className="paper-to">{lines([recipient.name ?? "", ...(recipient.postalAddress ?? text.noAddressOn).split("\n")])}</address>
        <p className="paper-date">{dayWords(on, locale, false)}</p>
      </header>
      <p>{text.reference}{colon(locale)} <strong>{reference}</strong></p>
      <p>{text.subject}{colon(locale)} <strong>{letter.subject}</strong></p>
      {letter.blocks.map((block, index) => <LetterBlock key={index} block={block} locale={locale} baseUrl={baseUrl} />)}
    </article>
  );
}

function LetterBlock({ block, locale, baseUrl }: { block: Block; locale: Locale; baseUrl: string }): ReactNode {
  switch (block.kind) {
    case "heading":
      return <h2>{block.text}</h2>;
    case "list":
      return <ul>{block.items.map((item) => <li key={item}>{lines(item.split("\n"))}</li>)}</ul>;
    case "button":
      return <p>{block.label}{colon(locale)} {linkTo(block.path, baseUrl)}</p>;
    case "facts":
      return <dl>{block.rows.map(({ term, detail }) => <div key={term}><dt>{term}</dt><dd>{lines(detail.split("\n"))}</dd></div>)}</dl>;
    case "paragraph":
      return <p>{lines(block.text.split("\n"))}</p>;
  }
}

function lines(texts: readonly string[]): ReactNode {
  return texts.filter((text) => text !== "").flatMap((text, index) => (index === 0 ? [text] : [<br key={index} />, text]));
}

function colon(locale: Locale): string {
  return locale === "fr" ? "\u00a0:" : ":";
}
