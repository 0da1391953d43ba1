import type { FileItem } from "@/components/office/case-view";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

type Props = { files: readonly FileItem[]; mayOpen: boolean; /** Of the address that takes one away; undefined: none may be. */ remove?: Record<string, string>; locale: Locale };

/** Files staff have attached, kept as they are: each to download, and to take away while it has not left. */
export function KeptFiles({ files, mayOpen, remove, locale }: Props) {
  const { reply: text, case: { scan: scanText } } = messages(locale).office;
  return (
    <ul className="documents">
      {files.map(({ id, name, scan }) => (
        <li key={id}>
          {scan && <span className="tag tag-now">{scanText[scan]}</span>}
          {mayOpen && !scan ? <a href={`/api/files/${id}`}>{name}</a> : <span>{name}</span>}
          {remove && (
            <form method="post" action={`/api/files/${id}/remove?${new URLSearchParams({ ...remove, locale })}`}>
              <button type="submit" className="button-link" aria-label={text.removeName(name)}>{text.remove}</button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What may be attached and kept as it is. */
export const keptTypes = ".pdf,.jpg,.jpeg,.png,.csv,.json,.txt,.zip";
