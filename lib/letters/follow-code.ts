import type { Locale } from "@/lib/i18n/locale";
import { facts, type Letter, paragraph } from "./letter";
import { wordsFor } from "./letter-facts";

/** The six digits that open the person's space, once, for ten minutes. Never in the subject: it shows on locked screens. */
export function followCode({ code, locale }: { code: string; locale: Locale }): Letter {
  const { letters } = wordsFor(locale);
  const words = letters.followCode;
  return {
    subject: words.subject,
    blocks: [paragraph(letters.greeting), paragraph(words.lead), facts([[words.code, `${code.slice(0, 3)} ${code.slice(3)}`]]), paragraph(words.life), paragraph(words.notYou)],
  };
}
