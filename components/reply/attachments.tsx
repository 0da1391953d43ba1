import { Heading } from "@/components/ui/heading";
import type { FileItem } from "@/components/office/case-view";
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
  const { reply: text, case: { scan: scanText }, upload, problem: title } = messages(locale).office;
  const query = new URLSearchParams({ for: "reply", purpose: "reply", locale, reference });
  const error = problem === undefined ? null : (Object.entries(upload).find(([code]) => code === problem)?.[1] ?? upload.other);
  return (
    <section className="panel" aria-labelledby="files">
      <Heading level={2} id="files">{text.files}</Heading>
      {files.length === 0 ? <p className="quiet">{text.noFiles}</p> : (
        <ul className="documents">
          {files.map(({ id, name, scan }) => (
            <li key={id}>
              {scan && <span className="tag tag-now">{scanText[scan]}</span>}
              {mayOpen && !scan ? <a href={`/api/files/${id}`}>{name}</a> : <span>{name}</span>}
              {mayChange && (
                <form method="post" action={`/api/files/${id}/remove?${query}`}>
                  <button type="submit" className="button-link" aria-label={text.removeName(name)}>{text.remove}</button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <form method="post" encType="multipart/form-data" action={`/api/files?${query}`} className="form">
          {error && <div className="error-summary" role="alert"><h3 className="error-summary-title">{title}</h3><p><a href="#file">{error}</a></p></div>}
          <div className={error ? "field field-wrong" : "field"}>
            <label htmlFor="file">{text.attach}</label>
            <div className="hint" id="file-hint">{text.attachHint}</div>
            {error && <p className="field-error" id="file-error">{error}</p>}
            <input className="input-file" id="file" type="file" name="file" accept=".pdf,.jpg,.jpeg,.png,.csv,.json,.txt,.zip" required aria-describedby={error ? "file-hint file-error" : "file-hint"} />
          </div>
          <button type="submit" className="button button-secondary">{text.attachSubmit}</button>
        </form>
      )}
    </section>
  );
}
