const languages = { fr: "fr-FR", en: "en-GB" } as const;

/** A civil date ("2026-12-07") in words; French gives "1er" for the first of a month. */
export function dateWords(date: string, locale: "fr" | "en", weekday = true): string {
  const instant = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(instant)) return date;
  const words = new Intl.DateTimeFormat(languages[locale], {
    ...(weekday ? { weekday: "long" } : {}),
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(instant);
  return locale === "fr" ? words.replace(/(^|\s)1 (?=[a-zéû])/, "$11er ") : words;
}

/** An instant (UTC, ISO) as day and hour in a time zone, e.g. "lundi 23 novembre 2026 à 14:05". */
export function instantWords(at: string, locale: "fr" | "en", timeZone: string): string {
  const format = new Intl.DateTimeFormat(languages[locale], { dateStyle: "full", timeStyle: "short", timeZone });
  return format.format(Date.parse(at));
}
