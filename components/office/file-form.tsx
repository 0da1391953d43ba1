import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type Props = {
  /** Of the address it is sent to: for what, of which request. */
  query: Record<string, string>;
  id: string;
  label: string;
  hint: string;
  accept: string;
  submit: string;
  /** An upload went wrong: its code. */
  problem: string | undefined;
  locale: Locale;
};

/** A plain multipart form with one file, of staff; what went wrong is told at the field. */
export function FileForm({ query, id, label, hint, accept, submit, problem, locale }: Props) {
  const { upload, problem: title } = messages(locale).office;
  const error = problem === undefined ? null : (Object.entries(upload).find(([code]) => code === problem)?.[1] ?? upload.other);
  return (
    <form method="post" encType="multipart/form-data" action={`/api/files?${new URLSearchParams({ ...query, locale })}`} className="form">
      {error && <div className="error-summary" role="alert"><h3 className="error-summary-title">{title}</h3><p><a href={`#${id}`}>{error}</a></p></div>}
      <div className={error ? "field field-wrong" : "field"}>
        <label htmlFor={id}>{label}</label>
        <div className="hint" id={`${id}-hint`}>{hint}</div>
        {error && <p className="field-error" id={`${id}-error`}>{error}</p>}
        <input className="input-file" id={id} type="file" name="file" accept={accept} required aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`} />
      </div>
      <button type="submit" className="button button-secondary">{submit}</button>
    </form>
  );
}
