import { type Mark, maskingOf } from "@/components/check/masking-of";
import { UploadForm } from "@/components/check/upload-form";
import { uploadWords } from "@/components/check/upload-words";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FilePurpose } from "@/lib/request/event";
import { FileList, type ListedFile } from "./file-list";

type Props = {
  locale: Locale;
  reference: string;
  purpose: FilePurpose;
  label: string;
  files: readonly ListedFile[];
  /** The code an upload came back with, for this purpose. */
  problem: string | null;
  /** What a watermark says, where proofs are covered before they leave. */
  mark?: Mark;
};

/** The files of one purpose: those added so far, and the form that adds more. */
export function Uploads({ locale, reference, purpose, label, files, problem, mark }: Props) {
  const words = messages(locale);
  const { upload } = words.follow;
  const rest = `?for=follow&locale=${locale}&reference=${reference}&purpose=${purpose}`;
  return (
    <div className="stack-tight">
      <UploadForm
        action={`/api/files${rest}`}
        id={uploadId(purpose)}
        label={label}
        problem={problem ? problemText(locale, problem) : undefined}
        masking={mark ? maskingOf(purpose, mark, locale) : null}
        words={uploadWords(words, upload)}
      />
      {files.length > 0 && <FileList files={files} locale={locale} label={upload.list} kind="pages" removable={rest} />}
    </div>
  );
}

/** The id of the upload of a purpose, for a link to it. */
export function uploadId(purpose: string): string {
  return `upload-${purpose}`;
}

/** The words for a code; an unknown one is "could not be received". */
export function problemText(locale: Locale, code: string): string {
  const errors: Record<string, string> = messages(locale).follow.upload.error;
  return (Object.hasOwn(errors, code) ? errors[code] : undefined) ?? messages(locale).follow.upload.error.failed;
}
