import type { FileItem } from "@/components/office/case-view";
import { FileForm } from "@/components/office/file-form";
import { KeptFiles, keptTypes } from "@/components/office/kept-files";
import { ActionForm } from "@/components/ui/action-form";
import { Checkboxes } from "@/components/ui/checkboxes";
import { Disclosure } from "@/components/ui/disclosure";
import { Heading } from "@/components/ui/heading";
import { Submit } from "@/components/ui/submit";
import { TextArea } from "@/components/ui/text-area";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FormAction } from "@/lib/request/form-state";

/** What goes with a note: files of one's own that wait for it, and whom it may be told to. */
export type NoteExtras = {
  files: readonly FileItem[];
  readers: readonly { id: string; name: string }[];
  /** An upload went wrong: its code. */
  problem: string | undefined;
  mayOpen: boolean;
};
type Props = NoteExtras & { action: FormAction; reference: string; title: string; hint: string; locale: Locale };

/** An internal note, which looks different: text, files, and colleagues who are told of it. */
export function NoteForm({ action, reference, title, hint, files, readers, problem, mayOpen, locale }: Props) {
  const { handle: text, reply: { attachSubmit }, problem: wrong } = messages(locale).office;
  const query = { for: "note", purpose: "note", reference };
  return (
    <section className="panel panel-internal" aria-labelledby="note">
      <Heading level={2} id="note">{title}</Heading>
      <p className="quiet">{hint}</p>
      <details className="disclosure-plain" open={files.length > 0 || problem !== undefined || undefined}>
        <summary>{text.noteFiles}</summary>
        {files.length > 0 && <KeptFiles files={files} mayOpen={mayOpen} remove={query} locale={locale} />}
        <FileForm query={query} id="note-file" label={text.noteAttach} hint={text.noteAttachHint} accept={keptTypes} submit={attachSubmit} problem={problem} locale={locale} />
      </details>
      <ActionForm action={action} problem={wrong} name="note">
        <TextArea name="body" label={text.noteBody} rows={4} />
        {readers.length > 0 && (
          <Disclosure title={text.noteTell} isPlain>
            <Checkboxes name="tell" legend={text.noteTellWho} hint={text.noteTellHint} options={readers.map(({ id, name }) => ({ value: id, label: name }))} />
          </Disclosure>
        )}
        <Submit variant="secondary">{text.noteSubmit}</Submit>
      </ActionForm>
    </section>
  );
}
