import { Heading } from "@/components/ui/heading";
import type { FileItem } from "@/components/office/case-view";
import { FileForm } from "@/components/office/file-form";
import { KeptFiles, keptTypes } from "@/components/office/kept-files";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type Props = {
  files: readonly FileItem[];
  reference: string;
  /** An upload went wrong: its code. */
  problem: string | undefined;
  /** May the reader attach and remove? */
  mayChange: boolean;
  mayOpen: boolean;
  locale: Locale;
};

/** Files that go with the answer: a plain multipart form and a button to take each away. */
export function Attachments({ files, reference, problem, mayChange, mayOpen, locale }: Props) {
  const { reply: text } = messages(locale).office;
  const query = { for: "reply", purpose: "reply", reference };
  return (
    <section className="panel" aria-labelledby="files">
      <Heading level={2} id="files">{text.files}</Heading>
      {files.length === 0 ? <p className="quiet">{text.noFiles}</p> : <KeptFiles files={files} mayOpen={mayOpen} {...(mayChange ? { remove: query } : {})} locale={locale} />}
      {mayChange && <FileForm query={query} id="file" label={text.attach} hint={text.attachHint} accept={keptTypes} submit={text.attachSubmit} problem={problem} locale={locale} />}
    </section>
  );
}
