import { TakeBack } from "@/components/check/take-back";
import type { Messages } from "@/lib/i18n/messages";

export type ListedFile = { id: string; purpose: string; name: string; bytes: number; pages: number; scan: "pending" | "infected" | null };

/** Files already added, each with a button that takes it back. */
export function FileList({ files, locale, words: { ask, follow } }: { files: readonly ListedFile[]; locale: string; words: Messages }) {
  if (files.length === 0) return null;
  const { documents } = ask;
  return (
    <ul className="files" aria-label={documents.added}>
      {files.map(({ id, name, bytes, pages, scan }) => (
        <li key={id}>
          <span className="file-name">{name}</span>
          <span className="small">{follow.upload.size(bytes)}{scan !== "infected" && <>, {documents.pages(pages)}</>}</span>
          {scan && <span className={`file-scan file-scan-${scan}`}>{follow.upload.scan[scan]}</span>}
          <TakeBack action={`/api/files/${id}/remove?for=draft&locale=${locale}`} label={documents.removeNamed(name)} failed={follow.upload.notRemoved}>{documents.remove}</TakeBack>
        </li>
      ))}
    </ul>
  );
}
