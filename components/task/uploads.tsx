import { FileList } from "@/components/follow/file-list";
import { Heading } from "@/components/ui/heading";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { TaskFile } from "./task-view";

/** Files to send with the answer: a plain form and the list of those added so far, each of which can be taken back. */
export function TaskUploads({ files, problem, locale }: { files: readonly TaskFile[]; problem: string | null; locale: Locale }) {
  const { answer: text } = messages(locale).tasks;
  const query = `?for=task&purpose=task&locale=${locale}`;
  return (
    <section className="stack-tight" aria-labelledby="files">
      <Heading level={2} id="files">{text.files}</Heading>
      <form method="post" encType="multipart/form-data" action={`/api/files${query}`} className={problem ? "field field-wrong upload" : "field upload"}>
        <label htmlFor="file">{text.choose}</label>
        <div className="hint" id="file-hint">{text.filesFirst}</div>
        {problem && <p className="field-error" id="file-error">{problem}</p>}
        <input className="input-file" id="file" type="file" name="file" accept=".pdf,.jpg,.jpeg,.png,.csv,.json,.txt,.zip" required aria-describedby={problem ? "file-hint file-error" : "file-hint"} aria-invalid={problem ? true : undefined} />
        <button type="submit" className="button button-secondary">{text.add}</button>
      </form>
      {files.length > 0 && <FileList files={files} locale={locale} label={text.added} kind="download" removable={query} />}
    </section>
  );
}
