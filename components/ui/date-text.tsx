import { dayWords } from "@/lib/i18n/dates";

type Props = { date: string; locale: "fr" | "en"; weekday?: boolean };

/** A civil date in words: "lundi 7 décembre 2026". */
export function DateText({ date, locale, weekday = true }: Props) {
  return <time dateTime={date}>{dayWords(date, locale, weekday)}</time>;
}
