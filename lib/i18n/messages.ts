import { en } from "./en";
import { fr } from "./fr";
import type { Locale } from "./locale";

/** French is the type; a key another language lacks does not compile. */
export type Messages = typeof fr;
const catalogues: Record<Locale, Messages> = { fr, en };

export function messages(locale: Locale): Messages {
  return catalogues[locale];
}
