import { dateWords } from "./date-words";

type Props = { date: string; locale: "fr" | "en"; weekday?: boolean };

/** A civil date in words: "lundi 7 décembre 2026". */
export function DateText({ date, locale, weekday = true }: Props) {
  return <time dateTime={date}>{dateWords(date, locale, weekday)}</time>;
}
