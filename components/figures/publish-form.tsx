import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type Props = { isPublic: boolean; floor: number; locale: Locale; action: (form: FormData) => Promise<void> };

/** Whether the public may read figures, what it would read, and the switch. */
export function PublishForm({ isPublic, floor, locale, action }: Props) {
  const { publish: text } = messages(locale).figures;
  return (
    <form action={action} className="panel">
      <Heading level={2}>{text.title}</Heading>
      <p><strong>{isPublic ? text.on : text.off}</strong> {isPublic && <a href={`/${locale}/figures`}>{text.see}</a>}</p>
      <p className="chart-note">{text.what(floor)}</p>
      <input type="hidden" name="isPublic" value={isPublic ? "no" : "yes"} />
      <Submit variant="secondary">{isPublic ? text.takeBack : text.submit}</Submit>
    </form>
  );
}
