export const locales = ["fr", "en"] as const;
export type Locale = (typeof locales)[number];

export function isLocale(text: string): text is Locale {
  return (locales as readonly string[]).includes(text);
}
