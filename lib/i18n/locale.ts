export const locales = ["fr", "en"] as const;
export type Locale = (typeof locales)[number];

/** Is it a language we speak? */
export function isLocale(text: string): text is Locale {
  return (locales as readonly string[]).includes(text);
}
