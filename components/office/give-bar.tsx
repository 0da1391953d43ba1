import { Select } from "@/components/ui/select";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

/** Below the queue: to whom the chosen requests go. */
export function GiveBar({ colleagues, locale }: { colleagues: readonly { id: string; name: string }[]; locale: Locale }) {
  const { queue: text } = messages(locale);
  return (
    <div className="give-bar">
      <Select name="to" label={text.give} options={[{ value: "", label: text.giveTo }, ...colleagues.map(({ id, name }) => ({ value: id, label: name })), { value: "nobody", label: text.giveBack }]} />
      <Submit variant="secondary">{text.giveSubmit}</Submit>
    </div>
  );
}
