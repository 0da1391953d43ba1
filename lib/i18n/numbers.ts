import type { Locale } from "./locale";

/** How numbers are written: "1 204" and "93 %" in French, with spaces that do not break; "1,204" and "93%" in English. */
export function countWords(count: number, locale: Locale): string {
  return new Intl.NumberFormat(languages[locale]).format(count);
}

/** A whole percentage; a dash where there is nothing to take a share of. */
export function percentWords(percent: number | null, locale: Locale): string {
  return percent === null ? nothing : new Intl.NumberFormat(languages[locale], { style: "percent" }).format(percent / 100);
}

export const nothing = "–";
const languages: Record<Locale, string> = { fr: "fr-FR", en: "en-GB" };
