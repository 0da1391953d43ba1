import { shortDay } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

/** That somebody is out of office, and until when where that is known; null for who is here. */
export function awayWords({ isHere, awayUntil }: { isHere: boolean; awayUntil: string | null }, locale: Locale): string | null {
  const { away } = messages(locale).teams;
  if (isHere) return null;
  return awayUntil ? away.until(shortDay(awayUntil, locale)) : away.now;
}
