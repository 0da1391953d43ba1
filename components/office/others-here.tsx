import { Notice } from "@/components/ui/notice";
import { hourWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type Props = { others: readonly { name: string; at: string }[]; timeZone: string; locale: Locale };

/** Colleagues who may be writing on the same case: said before one begins, and forbidding nothing. */
export function OthersHere({ others, timeZone, locale }: Props) {
  const { queue: text } = messages(locale);
  if (others.length === 0) return null;
  return (
    <Notice tone="info" title={text.othersHere}>
      <p>{others.map(({ name, at }) => text.otherHere(name, hourWords(at, timeZone, locale))).join(" ")} {text.othersHint}</p>
    </Notice>
  );
}
