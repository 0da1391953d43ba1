import { dayWords } from "@/lib/i18n/dates";
import { replies as english } from "@/lib/i18n/en/replies";
import { replies as french } from "@/lib/i18n/fr/replies";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { RefusalGround } from "@/lib/law/grounds";
import type { Right } from "@/lib/law/rights";
import type { KnownAnswers } from "@/lib/request/ask/claim-answers";

/** The part of a reply that answers one right, as paragraphs (a list is one paragraph of `- ` lines). */
export type Section = {
  /** What we understood, in a sentence that follows the name of the right. */
  asked: string[];
  /** What was done, for a claim granted wholly or in part. */
  granted: string[];
  /** Said with a refusal, whole or in part: what remains open to the person. */
  withRefusal?: string[];
  /** Said with a whole refusal only: what a partial one has said already. */
  whenRefused?: string[];
  /** In place of the usual words where nothing was found. */
  none?: string[];
  /** Did we have to search for data? */
  searches: boolean;
  /** Are recipients to be told? GDPR Art. 19. */
  tellsRecipients: boolean;
};

/** What a section is written from. */
export type SectionFacts<R extends Right> = {
  /** As far as they are known; what is not stands in brackets for staff to complete. */
  answers: KnownAnswers<R>;
  words: Words;
  law: ReturnType<typeof messages>["law"];
  day: (date: string) => string;
  /** Who to write to about data protection. */
  dpo: string;
  /** Why something is refused; empty where nothing is. */
  grounds: readonly RefusalGround[];
};

export type Words = typeof french;
const catalogues: Record<Locale, Words> = { fr: french, en: english };

export function replyWords(locale: Locale) {
  return { words: catalogues[locale], law: messages(locale).law, day: (date: string) => dayWords(date, locale) };
}

/** What was said, quoted; in its place what staff have to complete, where it was not. */
export function said(text: string | null | undefined, unknown: string): string {
  return text ? quoted(text) : unknown;
}

/** Something the person typed, quoted inside a sentence: one line, no notation, no brackets that would look unfinished. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ").replaceAll("[", "(").replaceAll("]", ")").trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
