import type { Locale } from "./locale";

/** How numbers are written: "1 204" and "93 %" in French, with spaces that do not break; "1,204" and "93%" in English. */
export function countWords(count: number, locale: Locale): string {
  return counts[locale].format(count);
}

/** A whole percentage; a dash where there is nothing to take a share of. */
export function percentWords(percent: number | null, locale: Locale): string {
  return percent === null ? nothing : percents[locale].format(percent / 100);
}

export const nothing = "–";
/** Made once: making one takes longer than writing a hundred numbers with it. */
const counts: Record<Locale, Intl.NumberFormat> = { fr: new Intl.NumberFormat("fr-FR"), en: new Intl.NumberFormat("en-GB") };
const percents: Record<Locale, Intl.NumberFormat> = { fr: new Intl.NumberFormat("fr-FR", { style: "percent" }), en: new Intl.NumberFormat("en-GB", { style: "percent" }) };
