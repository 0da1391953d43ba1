import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { FileItem } from "./case-view";

type Props = { files: readonly FileItem[]; reference: string; mayView: boolean; locale: Locale };

/** Documents of a case, each with a link to the viewer for those who may look at it. */
export function Documents({ files, reference, mayView, locale }: Props) {
  const { office, law } = messages(locale);
  if (files.length === 0) return <p className="quiet">{office.case.noFiles}</p>;
  return (
    <ul className="documents">
      {files.map(({ id, name, purpose, pages, scan }) => (
        <li key={id}>
          <strong>{law.filePurpose[purpose]}</strong>
          <span className="quiet">{office.case.pages(pages)}</span>
          {scan && <span className="tag tag-now">{office.case.scan[scan]}</span>}
          {mayView && !scan ? <a href={`/office/requests/${reference}/files/${id}`}>{office.case.view(name)}</a> : <span>{name}</span>}
        </li>
      ))}
    </ul>
  );
}
