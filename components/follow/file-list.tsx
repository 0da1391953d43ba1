import { TakeBack } from "@/components/check/take-back";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

export type ListedFile = { id: string; name: string; bytes: number; pages: number; scan: "pending" | "infected" | null };

type Props = {
  files: readonly ListedFile[];
  locale: Locale;
  label: string;
  /** Kept files are downloaded; the others are looked at page by page. */
  kind: "pages" | "download";
  /** Not yet sent: each has a button that takes it back. Rest of the address after the file's own. */
  removable?: string;
};

/** Files with their size; each can be opened, and taken back while it is not sent. */
export function FileList({ files, locale, label, kind, removable }: Props) {
  const { upload, reply } = messages(locale).follow;
  return (
    <ul className="follow-files" aria-label={label}>
      {files.map(({ id, name, bytes, pages, scan }) => (
        <li key={id} className="follow-file">
          <span className="follow-file-name">{kind === "download" && !scan ? <a href={`/api/files/${id}`} download>{reply.download(name)}</a> : name}</span>
          <span className="small">{kind === "download" || scan === "infected" ? upload.size(bytes) : `${upload.size(bytes)}, ${upload.pages(pages)}`}</span>
          {scan && <span className={`file-scan file-scan-${scan}`}>{kind === "download" || !removable ? upload.scan.later : upload.scan[scan]}</span>}
          {kind === "pages" && !scan && (
            <span className="follow-file-pages">
              {Array.from({ length: pages }, (_, index) => (
                <a key={index} href={`/api/files/${id}/${index + 1}`} target="_blank" rel="noreferrer">
                  {pages === 1 ? upload.view : upload.viewPage(index + 1)}<span className="visually-hidden"> {name}</span>
                </a>
              ))}
            </span>
          )}
          {removable && (
            <TakeBack action={`/api/files/${id}/remove${removable}`} failed={upload.notRemoved}>{upload.remove}<span className="visually-hidden"> {name}</span></TakeBack>
          )}
        </li>
      ))}
    </ul>
  );
}
