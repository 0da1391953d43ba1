import { isLocale, type Locale } from "@/lib/i18n/locale";
import { preferredLocale } from "@/lib/server/session";

/** The language of a page before sign-in: the address's, else the browser's. */
export async function localeOf(searchParams: Promise<{ lang?: string }>): Promise<Locale> {
  const { lang } = await searchParams;
  return typeof lang === "string" && isLocale(lang) ? lang : preferredLocale();
}

/** The same page in the other language. */
export function otherLanguage(locale: Locale): string {
  return `?lang=${locale === "fr" ? "en" : "fr"}`;
}
