import type { Mark } from "@/components/check/masking-of";
import { UploadsFirst } from "@/components/check/uploads-first";
import { ActionForm } from "@/components/ui/action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import type { Messages } from "@/lib/i18n/messages";
import type { FilePurpose } from "@/lib/request/event";
import type { FormAction } from "@/lib/request/form-state";
import { DocumentBlock } from "./document-block";
import { FileList, type ListedFile } from "./file-list";

type Props = {
  action: FormAction;
  caption: string;
  documents: { purpose: FilePurpose; required: boolean }[];
  files: ListedFile[];
  /** Purpose → what is wrong with it, in words. */
  errors: Record<string, string>;
  /** Grows with each refusal to go on, so that the summary takes the focus again. */
  attempt: number;
  back: string;
  /** What watermarks say. */
  mark: Mark;
  locale: "fr" | "en";
  words: Messages;
};

/** The documents of a request, one block each, each in a form of its own; then on. */
export function DocumentsPage({ action, caption, documents, files, errors, attempt, back, mark, locale, words }: Props) {
  const { ask, site } = words;
  const isRequired = documents.some((document) => document.required);
  const others = files.filter((file) => !documents.some((document) => document.purpose === file.purpose));
  return (
    <UploadsFirst className="question stack">
      <ErrorSummary key={attempt} title={site.problem} errors={errors} takesFocus={Object.keys(errors).length > 0} />
      <Heading caption={caption}>{isRequired ? ask.documents.title : ask.documents.titleOptional}</Heading>
      <p>{isRequired ? ask.documents.leadRequired : ask.documents.lead}</p>
      {documents.map(({ purpose, required }) => (
        <DocumentBlock key={purpose} purpose={purpose} required={required} files={files.filter((file) => file.purpose === purpose)} error={errors[purpose]} mark={mark} locale={locale} words={words} />
      ))}
      {others.length > 0 && (
        <section className="panel" aria-labelledby="others">
          <h2 id="others">{ask.documents.other}</h2>
          <p>{ask.documents.otherHint}</p>
          <FileList files={others} locale={locale} words={words} />
        </section>
      )}
      <ActionForm action={action} problem={site.problem}>
        <div className="button-row">
          <Submit>{ask.next}</Submit>
          <a className="button-link" href={back}>{site.back}</a>
        </div>
        <noscript><p className="small">{ask.documents.onlyListed}</p></noscript>
      </ActionForm>
    </UploadsFirst>
  );
}
