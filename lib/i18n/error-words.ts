import type { InputError } from "@/lib/request/ask/text";
import type { Locale } from "./locale";
import { messages } from "./messages";

/** Field → message, from field → code: the field's own words where it has any. */
export function errorWords(codes: Readonly<Record<string, string>>, locale: Locale): Record<string, string> {
  const { field: own, input } = messages(locale).errors;
  return Object.fromEntries(Object.entries(codes).map(([field, code]) => [field, own[field]?.[code as InputError] ?? input[code as InputError] ?? input.choice]));
}
