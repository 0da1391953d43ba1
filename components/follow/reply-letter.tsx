import { DateText } from "@/components/ui/date-text";
import { ReplyBody } from "@/components/ui/reply-body";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { FileList, type ListedFile } from "./file-list";

type Reply = { id: string; on: string; body: string; files: ListedFile[]; filesUntil: string | null };

/** One answer as it was sent: its day, the letter, its files as long as they are kept. */
export function ReplyLetter({ reply, written, locale }: { reply: Reply; /** The language it was written in. */ written: Locale; locale: Locale }) {
  const words = messages(locale).follow.reply;
  const files = `files-${reply.id}`;
  return (
    <>
      <p>{words.sentOn} <DateText date={reply.on} locale={locale} /></p>
      <ReplyBody body={reply.body} lang={written} />
      {reply.filesUntil && reply.files.length === 0 && <p>{words.filesGone}</p>}
      {reply.files.length > 0 && (
        <section className="stack-tight" aria-labelledby={files}>
          <h2 id={files}>{words.files}</h2>
          {reply.filesUntil && <p>{words.filesUntil} <DateText date={reply.filesUntil} locale={locale} />. {words.filesWhy}</p>}
          <FileList files={reply.files} locale={locale} label={words.files} kind="download" />
        </section>
      )}
    </>
  );
}
