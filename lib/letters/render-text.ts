import type { Locale } from "@/lib/i18n/locale";
import type { Block, Letter } from "./letter";
import { linkTo } from "./link";

export type RenderOptions = { locale: Locale; baseUrl: string; /** The last lines: who writes. */ footer: string[] };

/** The letter as plain text, complete by itself. */
export function renderText({ blocks }: Letter, { locale, baseUrl, footer }: RenderOptions): string {
  return [...blocks.map((block) => textOf(block, locale, baseUrl)), ["-- ", ...footer].join("\n")].join("\n\n") + "\n";
}

function textOf(block: Block, locale: Locale, baseUrl: string): string {
  const colon = locale === "fr" ? "\u00a0:" : ":";
  switch (block.kind) {
    case "paragraph":
      return block.text;
    case "heading":
      return `${block.text}\n${"-".repeat(Math.min(60, [...block.text].length))}`;
    case "list":
      return block.items.map((item) => `- ${item}`).join("\n");
    case "button":
      return `${block.label}${colon}\n${linkTo(block.path, baseUrl)}`;
    case "links":
      return block.items.map(({ label, path, detail }) => `- ${label}${colon} ${detail}\n  ${linkTo(path, baseUrl)}`).join("\n");
    case "facts":
      return block.rows.map(({ term, detail }) => `${term}${colon} ${detail}`).join("\n");
  }
}
