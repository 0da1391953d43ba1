import type { Locale } from "./locale";

const languages: Record<Locale, string> = { fr: "fr-FR", en: "en-GB" };

/** A civil date ("2026-12-07") in words, e.g. "lundi 7 décembre 2026", "Monday 7 December 2026". */
export function dayWords(date: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(languages[locale], { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return firstOfMonth(format.format(Date.parse(`${date}T00:00:00Z`)), locale);
}

/** An instant (UTC, ISO) in words in a time zone, e.g. "lundi 23 novembre 2026 à 14 h 05 (Europe/Paris)". */
export function momentWords(instant: string, timeZone: string, locale: Locale): string {
  const day = new Intl.DateTimeFormat(languages[locale], { dateStyle: "full", timeZone }).format(Date.parse(instant));
  const hour = new Intl.DateTimeFormat(languages[locale], { hour: "2-digit", minute: "2-digit", timeZone }).format(Date.parse(instant));
  const zone = timeZone.replaceAll("_", " ");
  return locale === "fr" ? `${firstOfMonth(day, locale)} à ${hour.replace(":", "\u00a0h\u00a0")} (${zone})` : `${day} at ${hour} (${zone})`;
}

/** French writes the first of a month "1er". */
function firstOfMonth(words: string, locale: Locale): string {
  return locale === "fr" ? words.replace(/(^|\s)1 (?=\p{L})/u, "$11er ") : words;
}
