import type { Messages } from "@/lib/i18n/messages";
import type { FilePurpose } from "@/lib/request/event";
import { FileList, type ListedFile } from "./file-list";
import { UploadForm } from "./upload-form";

type Props = { purpose: FilePurpose; required: boolean; files: ListedFile[]; error: string | undefined; locale: "fr" | "en"; words: Messages };

/** One document: why it helps, what to cover, what becomes of it, what was added and the field to add it. */
export function DocumentBlock({ purpose, required, files, error, locale, words }: Props) {
  const { documents } = words.ask;
  const block = documents.blocks[purpose];
  const { formats, send, sending, failed, isAdded, isReady, preview } = documents;
  const why = purpose === "identity" && required ? documents.blocks.identity.whyRequired : block.why;
  return (
    <section className="panel document" aria-labelledby={`${purpose}-title`}>
      <h2 id={`${purpose}-title`}>{block.title} <span className="optional">({required ? documents.required : documents.optional})</span></h2>
      <p>{why}</p>
      <dl className="document-facts">
        <div><dt>{documents.maskLabel}</dt><dd>{block.mask}</dd></div>
        <div><dt>{documents.keptLabel}</dt><dd>{block.kept}</dd></div>
      </dl>
      <FileList files={files} locale={locale} words={words} />
      <UploadForm
        url={`/api/files?for=draft&purpose=${purpose}&locale=${locale}`}
        purpose={purpose}
        error={error}
        words={{ choose: documents.choose(block.title), formats, send, sending, failed, isAdded, isReady, preview }}
      />
    </section>
  );
}
