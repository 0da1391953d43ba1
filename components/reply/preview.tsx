import { Heading } from "@/components/ui/heading";
import { ReplyBody } from "@/components/ui/reply-body";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type Props = { /** Where several stand on one page. */ id?: string; body: string | null; title: string; hint: string; files: readonly { id: string; name: string }[]; replyLocale: Locale; locale: Locale };

/** The answer exactly as the person reads it, in its own language. */
export function Preview({ id = "preview", body, title, hint, files, replyLocale, locale }: Props) {
  const { reply: text } = messages(locale).office;
  return (
    <section aria-labelledby={id}>
      <Heading level={2} id={id}>{title}</Heading>
      <p className="quiet">{body === null ? text.notSaved : hint}</p>
      {body !== null && (
        <div className="sheet" lang={replyLocale}>
          <ReplyBody body={body} lang={replyLocale} level={3} />
          {files.length > 0 && <ul className="plain-list">{files.map(({ id, name }) => <li key={id}>{name}</li>)}</ul>}
        </div>
      )}
    </section>
  );
}
