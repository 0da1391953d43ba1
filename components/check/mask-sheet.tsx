import { useEffect, useRef } from "react";
import { within } from "./mask-boxes";
import { paint } from "./mask-canvas";

/** As many pixels as a screen shows; what is sent is made from the picture itself. */
const longestShown = 1600;

/** The picture and its watermark, under the boxes. */
export function MaskSheet({ picture, watermark }: { picture: HTMLCanvasElement; watermark: string | null }) {
  const sheet = useRef<HTMLCanvasElement>(null);
  const { width, height } = within(longestShown, picture);
  useEffect(() => {
    if (sheet.current) paint(sheet.current, picture, watermark);
  }, [picture, watermark]);
  return <canvas ref={sheet} className="mask-sheet" width={width} height={height} aria-hidden="true" />;
}
