import type { FileItem } from "@/components/office/case-view";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type Props = { files: readonly FileItem[]; /** Adds a file to the reply; null where that is not open now. */ attach: ((fileId: string) => () => Promise<void>) | null; mayOpen: boolean; locale: Locale };

/** The files a department sent: each may be downloaded, and added to the reply with one press. */
export function TaskFiles({ files, attach, mayOpen, locale }: Props) {
  const { tasks: { panel: text }, office: { case: { scan: scanText } } } = messages(locale);
  if (files.length === 0) return null;
  return (
    <ul className="documents" aria-label={text.files}>
      {files.map(({ id, name, scan }) => (
        <li key={id}>
          {scan && <span className="tag tag-now">{scanText[scan]}</span>}
          {mayOpen && !scan ? <a href={`/api/files/${id}`}>{name}</a> : <span>{name}</span>}
          {attach && !scan && (
            <form action={attach(id)}>
              <button type="submit" className="button-link" aria-label={text.attachOf(name)}>{text.attach}</button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
