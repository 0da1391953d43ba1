import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

export const clockHome = "/office/settings/time-limit";

/** The words a form of the clock needs in the browser, and no others. */
export function formWords(locale: Locale) {
  const { preview, step } = messages(locale).clock;
  const { title, caption, reference, before, after } = preview;
  const { see, apply, edit, cancel } = step;
  return { title, caption, reference, before, after, see, apply, edit, cancel };
}
