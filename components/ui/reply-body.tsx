import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locale";
import { parseNotation } from "@/lib/letters/notation";

/** Text in the small notation of our replies, as the person reads it. `level` is the level of its headings on this page, `lang` the language it was written in. */
export function ReplyBody({ body, lang, level = 2 }: { body: string; lang: Locale; level?: 2 | 3 | 4 }) {
  return <div className="prose reply-body" lang={lang}>{parseNotation(body).map((block, index) => render(block, index, level))}</div>;
}

function render(block: ReturnType<typeof parseNotation>[number], key: number, level: number): ReactNode {
  const Tag = `h${level}` as "h2";
  if (block.kind === "heading") return <Tag key={key}>{block.text}</Tag>;
  if (block.kind === "list") return <ul key={key}>{block.items.map((item, index) => <li key={index}>{item}</li>)}</ul>;
  return <p key={key}>{block.text.split("\n").flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]))}</p>;
}
