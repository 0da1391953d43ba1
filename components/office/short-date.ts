const languages = { fr: "fr-FR", en: "en-GB" } as const;

/** A civil date in few words: "lun. 7 déc.", "Mon 7 Dec"; with its year when `withYear`. */
export function shortDate(date: string, locale: "fr" | "en", withYear = false): string {
  const format = new Intl.DateTimeFormat(languages[locale], {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(withYear ? { year: "numeric" } : {}),
    timeZone: "UTC",
  });
  return format.format(Date.parse(`${date}T00:00:00Z`)).replace(",", "");
}

/** An instant in few words in a time zone: "23 nov. 2026, 14:05". */
export function shortInstant(at: string, locale: "fr" | "en", timeZone: string): string {
  return new Intl.DateTimeFormat(languages[locale], { dateStyle: "medium", timeStyle: "short", timeZone }).format(Date.parse(at));
}
