import type { Locale } from "./locale";

/** Every date a person reads is written here. Civil dates are ISO ("2026-12-07"), instants UTC in ISO, zones IANA names. */
const languages: Record<Locale, string> = { fr: "fr-FR", en: "en-GB" };

const known = new Map<string, Intl.DateTimeFormat>();

/** Made once each: making one takes longer than rendering a row of a table. */
function formatOf(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format = known.get(key) ?? new Intl.DateTimeFormat(languages[locale], options);
  known.set(key, format);
  return format;
}

/** A civil date in words: "lundi 7 décembre 2026", "Monday 7 December 2026". What is no date comes back as it was typed. */
export function dayWords(date: string, locale: Locale, weekday = true): string {
  const at = startOf(date);
  if (Number.isNaN(at)) return date;
  const format = formatOf(locale, { ...(weekday ? { weekday: "long" } : {}), day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return firstOfMonth(format.format(at), locale);
}

/** A civil date in few words: "lun. 7 déc.", "Mon 7 Dec"; with its year when `withYear`. */
export function shortDay(date: string, locale: Locale, withYear = false): string {
  const format = formatOf(locale, { weekday: "short", day: "numeric", month: "short", ...(withYear ? { year: "numeric" } : {}), timeZone: "UTC" });
  return format.format(startOf(date)).replace(",", "");
}

/** An instant with its zone, as letters write it: "lundi 23 novembre 2026 à 14 h 05 (Europe/Paris)". */
export function momentWords(instant: string, timeZone: string, locale: Locale): string {
  const day = formatOf(locale, { dateStyle: "full", timeZone }).format(Date.parse(instant));
  const hour = formatOf(locale, { hour: "2-digit", minute: "2-digit", timeZone }).format(Date.parse(instant));
  const zone = timeZone.replaceAll("_", " ");
  return locale === "fr" ? `${firstOfMonth(day, locale)} à ${hour.replace(":", "\u00a0h\u00a0")} (${zone})` : `${day} at ${hour} (${zone})`;
}

/** An instant as pages write it: "lundi 23 novembre 2026 à 14:05". */
export function instantWords(instant: string, timeZone: string, locale: Locale): string {
  return firstOfMonth(formatOf(locale, { dateStyle: "full", timeStyle: "short", timeZone }).format(Date.parse(instant)), locale);
}

/** An instant in few words: "23 nov. 2026, 14:05". */
export function shortInstant(instant: string, timeZone: string, locale: Locale): string {
  return firstOfMonth(formatOf(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(Date.parse(instant)), locale);
}

/** The day of an instant in figures: "23/11/2026". */
export function dayFigures(instant: string, timeZone: string, locale: Locale): string {
  return formatOf(locale, { day: "2-digit", month: "2-digit", year: "numeric", timeZone }).format(Date.parse(instant));
}

/** A month "2026-11" in words: "novembre 2026", "November 2026"; in few: "nov.", "Nov". */
export function monthWords(month: string, locale: Locale, isShort = false): string {
  return formatOf(locale, { ...(isShort ? { month: "short" } : { month: "long", year: "numeric" }), timeZone: "UTC" }).format(startOf(`${month}-01`));
}

/** A civil date without weekday and year: "7 déc.", "7 Dec". */
export function dayOfMonth(date: string, locale: Locale): string {
  return firstOfMonth(formatOf(locale, { day: "numeric", month: "short", timeZone: "UTC" }).format(startOf(date)), locale);
}

function startOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** French writes the first of a month "1er". */
function firstOfMonth(words: string, locale: Locale): string {
  return locale === "fr" ? words.replace(/(^|\s)1 (?=\p{L})/u, "$11er ") : words;
}

/** The hour alone: "14:05". */
export function hourWords(instant: string, timeZone: string, locale: Locale): string {
  return formatOf(locale, { hour: "2-digit", minute: "2-digit", timeZone }).format(Date.parse(instant));
}
