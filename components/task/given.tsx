import { FileList } from "@/components/follow/file-list";
import { Heading } from "@/components/ui/heading";
import { dayWords } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { TaskAnswer } from "./task-view";

/** The answer a department gave, to read again. */
export function Given({ answer: { outcome, reason, note, on, files }, locale }: { answer: TaskAnswer; locale: Locale }) {
  const { tasks: { answer: text, outcome: outcomes, reason: reasons } } = messages(locale);
  return (
    <section className="stack-tight" aria-labelledby="given">
      <Heading level={2} id="given">{text.current(dayWords(on, locale))}</Heading>
      <p><strong>{[outcome && outcomes[outcome], reason && reasons[reason]].filter(Boolean).join(" · ")}</strong></p>
      {note && <p className="as-typed prose">{note}</p>}
      {files.length > 0 && <FileList files={files} locale={locale} label={text.kept} kind="download" />}
    </section>
  );
}
