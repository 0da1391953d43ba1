import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";

export type ViewerLook = { zoom: number; turn: number };
export const maxZoom = 4;

type Props = { fileId: string; name: string; pages: number; look: ViewerLook; watermark: string; locale: Locale };

/** The pages of a document as pictures under a watermark. Zoom and turn are plain links: no script is needed. */
export function Viewer({ fileId, name, pages, look: { zoom, turn }, watermark, locale }: Props) {
  const text = messages(locale).office.viewer;
  const to = (look: Partial<ViewerLook>) => `?${new URLSearchParams({ zoom: String(look.zoom ?? zoom), turn: String(look.turn ?? turn) })}`;
  return (
    <>
      <nav className="viewer-tools button-row" aria-label={text.tools}>
        {zoom < maxZoom && <a className="button button-secondary" href={to({ zoom: zoom + 1 })}>{text.larger}</a>}
        {zoom > 1 && <a className="button button-secondary" href={to({ zoom: zoom - 1 })}>{text.smaller}</a>}
        <a className="button button-secondary" href={to({ turn: (turn + 3) % 4 })}>{text.turnLeft}</a>
        <a className="button button-secondary" href={to({ turn: (turn + 1) % 4 })}>{text.turnRight}</a>
      </nav>
      {Array.from({ length: pages }, (_, index) => index + 1).map((page) => (
        <figure className="viewer-page" key={page}>
          <figcaption className="quiet">{text.page(page, pages)}</figcaption>
          <div className="viewer-frame" role="region" aria-label={text.page(page, pages)} tabIndex={0}>
            <div className={`viewer-sheet zoom-${zoom} turn-${turn}`}>
              <img src={`/api/files/${fileId}/${page}`} alt={`${name}, ${text.page(page, pages)}`} />
              <div className="viewer-mark" aria-hidden="true">{Array.from({ length: 12 }, (_unused, line) => <span key={line}>{`${watermark}  ·  `.repeat(4)}</span>)}</div>
            </div>
          </div>
        </figure>
      ))}
    </>
  );
}
