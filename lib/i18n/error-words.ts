import { type InputError, lengthsOf } from "@/lib/request/ask/text";
import type { Locale } from "./locale";
import { messages } from "./messages";
import { countWords } from "./numbers";

/** Field → message, from field → code: the field's own words where it has any. */
export function errorWords(codes: Readonly<Record<string, string>>, locale: Locale): Record<string, string> {
  return Object.fromEntries(Object.entries(codes).map(([field, code]) => [field, wordsOf(field, code, locale)]));
}

function wordsOf(field: string, code: string, locale: Locale): string {
  const { field: own, input, tooLong } = messages(locale).errors;
  const lengths = lengthsOf(code);
  const plain = (lengths ? "too-long" : code) as InputError;
  return own[field]?.[plain] ?? (lengths ? tooLong(countWords(lengths.most, locale), countWords(lengths.typed, locale)) : (input[plain] ?? input.choice));
}
