import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

/** What was just done, from `?done=<command>`; nothing for a word we do not know. */
export function DoneNotice({ done, locale }: { done: string | undefined; locale: Locale }) {
  const { done: words, doneTitle } = messages(locale).office;
  const known = Object.entries(words).find(([name]) => name === done)?.[1];
  return known ? <Notice tone="success" title={doneTitle} role="status"><p>{known}</p></Notice> : null;
}
