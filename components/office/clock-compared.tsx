import { Notice } from "@/components/ui/notice";
import { instantWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type Props = { compared: { at: string; checked: number; repaired: number } | null; timeZone: string; locale: Locale };

/** Whether the cached dates were right last night; a repair is told as the problem it is. */
export function ClockCompared({ compared, timeZone, locale }: Props) {
  const text = messages(locale).clock.compared;
  const isRepaired = compared !== null && compared.repaired > 0;
  return (
    <Notice tone={isRepaired ? "problem" : "info"} title={text.title}>
      <p>{text.about} {compared ? text.last(instantWords(compared.at, timeZone, locale), compared.checked, compared.repaired) : text.never}</p>
      {isRepaired && <p>{text.repaired}</p>}
    </Notice>
  );
}
