import { en } from "./en";
import { fr } from "./fr";
import type { Locale } from "./locale";

/** French is the type; a key another language lacks does not compile. */
export type Messages = typeof fr;
const catalogues: Record<Locale, Messages> = { fr, en };

/** French for anything else: a page may begin to render beside the layout that says its address does not exist. */
export function messages(locale: Locale): Messages {
  return Object.hasOwn(catalogues, locale) ? catalogues[locale] : fr;
}
