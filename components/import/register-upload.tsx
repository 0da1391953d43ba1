import { ErrorSummary } from "@/components/ui/error-summary";
import { FieldError, Hint } from "@/components/ui/field-parts";
import { Heading } from "@/components/ui/heading";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type Props = {
  /** What went wrong when the form was sent, from the address. */
  problem: string | undefined;
  /** Names of registers of before, to choose from. */
  sources: readonly string[];
  locale: Locale;
};

/** The file and the name of the register it comes from: a plain form. */
export function RegisterUpload({ problem: given, sources, locale }: Props) {
  const { registerImport: text } = messages(locale);
  const problem = Object.entries(text.uploadProblem).find(([name]) => name === given)?.[1];
  const wrong = problem === undefined ? null : given === "source" ? "source" : "file";
  const field = (id: string) => (wrong === id ? "field field-wrong" : "field");
  const described = (id: string) => ({ "aria-describedby": wrong === id ? `${id}-hint ${id}-error` : `${id}-hint`, "aria-invalid": wrong === id || undefined });
  return (
    <form action="/api/import" method="post" encType="multipart/form-data" className="panel import-upload" aria-labelledby="upload">
      <Heading level={2} id="upload">{text.uploadTitle}</Heading>
      {wrong && problem && <ErrorSummary title={text.problemTitle} errors={{ [wrong]: problem }} labels={{ source: text.source, file: text.file }} takesFocus />}
      <div className={field("source")}>
        <label htmlFor="source">{text.source}</label>
        <Hint id="source">{text.sourceHint}</Hint>
        {wrong === "source" && <FieldError id="source">{problem}</FieldError>}
        <input id="source" name="source" className="input width-m" required maxLength={60} list="sources" autoComplete="off" {...described("source")} />
        <datalist id="sources">{sources.map((name) => <option key={name} value={name}>{name}</option>)}</datalist>
      </div>
      <div className={field("file")}>
        <label htmlFor="file">{text.file}</label>
        <Hint id="file">{text.fileHint}</Hint>
        {wrong === "file" && <FieldError id="file">{problem}</FieldError>}
        <input id="file" name="file" type="file" className="input-file" accept=".csv,.tsv,.txt,text/csv,text/plain" required {...described("file")} />
      </div>
      <button type="submit" className="button button-primary">{text.submit}</button>
    </form>
  );
}
