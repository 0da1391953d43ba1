import { Select } from "@/components/ui/select";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { type Givable, giveOptions } from "./give-options";

/** Below the queue: to whom the chosen requests go. */
export function GiveBar({ to, locale }: { to: Givable; locale: Locale }) {
  const { queue: text } = messages(locale);
  return (
    <div className="give-bar">
      <Select name="to" label={text.give} options={giveOptions(to, text.giveTo, text.giveBack, locale)} />
      <Submit variant="secondary">{text.giveSubmit}</Submit>
    </div>
  );
}
