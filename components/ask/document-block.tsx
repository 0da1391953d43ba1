import { type Mark, maskingOf } from "@/components/check/masking-of";
import { UploadForm } from "@/components/check/upload-form";
import { uploadWords } from "@/components/check/upload-words";
import type { Messages } from "@/lib/i18n/messages";
import type { FilePurpose } from "@/lib/request/event";
import { FileList, type ListedFile } from "./file-list";

type Props = { purpose: FilePurpose; required: boolean; files: ListedFile[]; error: string | undefined; mark: Mark; locale: "fr" | "en"; words: Messages };

/** One document: why it helps, what to cover, what becomes of it, what was added and the field to add it. */
export function DocumentBlock({ purpose, required, files, error, mark, locale, words }: Props) {
  const { documents } = words.ask;
  const block = documents.blocks[purpose];
  const masking = maskingOf(purpose, mark, locale);
  const why = purpose === "identity" && required ? documents.blocks.identity.whyRequired : block.why;
  return (
    <section className="panel document" aria-labelledby={`${purpose}-title`}>
      <h2 id={`${purpose}-title`}>{block.title} <span className="optional">({required ? documents.required : documents.optional})</span></h2>
      <p>{why}</p>
      <dl className="document-facts">
        <div><dt>{documents.maskLabel}</dt><dd>{block.mask} {masking && words.follow.check.maskHow}</dd></div>
        <div><dt>{documents.keptLabel}</dt><dd>{block.kept}</dd></div>
      </dl>
      <FileList files={files} locale={locale} words={words} />
      <UploadForm
        action={`/api/files?for=draft&purpose=${purpose}&locale=${locale}`}
        id={purpose}
        label={documents.choose(block.title)}
        problem={error}
        masking={masking}
        words={uploadWords(words, { hint: documents.formats, submit: documents.send })}
      />
    </section>
  );
}
