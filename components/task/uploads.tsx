import { UploadForm } from "@/components/check/upload-form";
import { uploadWords } from "@/components/check/upload-words";
import { FileList } from "@/components/follow/file-list";
import { Heading } from "@/components/ui/heading";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { TaskFile } from "./task-view";

const accept = ".pdf,.jpg,.jpeg,.png,.csv,.json,.txt,.zip";

/** Files to send with the answer: the form that adds them and the list of those added so far, each of which can be taken back. */
export function TaskUploads({ files, problem, locale }: { files: readonly TaskFile[]; problem: string | null; locale: Locale }) {
  const words = messages(locale);
  const { answer: text } = words.tasks;
  const query = `?for=task&purpose=task&locale=${locale}`;
  return (
    <section className="stack-tight" aria-labelledby="files">
      <Heading level={2} id="files">{text.files}</Heading>
      <UploadForm action={`/api/files${query}`} id="file" label={text.choose} problem={problem ?? undefined} masking={null} accept={accept} words={uploadWords(words, { hint: text.filesFirst, submit: text.add })} />
      {files.length > 0 && <FileList files={files} locale={locale} label={text.added} kind="download" removable={query} />}
    </section>
  );
}
