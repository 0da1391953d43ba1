import { keptFor, type Length, type RetainedThing, type RetentionStart } from "@/lib/law/retention";
import type { Locale } from "./locale";

/** A length as it is read: "5 ans", "30 days"; the number and its unit stay on one line. */
export function lengthWords(length: Length, locale: Locale): string {
  const [[unit, count]] = Object.entries(length) as [[keyof typeof units, number]];
  return `${count}\u00a0${units[unit][locale][count === 1 ? 0 : 1]}`;
}

/** How long each thing is kept, in one language. */
export function lastsIn(locale: Locale): (what: RetainedThing, start: RetentionStart) => string {
  return (what, start) => lengthWords(keptFor(what, start), locale);
}

const units = {
  hours: { fr: ["heure", "heures"], en: ["hour", "hours"] },
  days: { fr: ["jour", "jours"], en: ["day", "days"] },
  months: { fr: ["mois", "mois"], en: ["month", "months"] },
  years: { fr: ["an", "ans"], en: ["year", "years"] },
} as const satisfies Record<string, Record<Locale, readonly [one: string, more: string]>>;
