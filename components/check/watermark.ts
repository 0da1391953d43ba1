import type { Point, Size } from "./mask-boxes";

export type WatermarkLayout = {
  /** In pixels of the picture. */
  fontSize: number;
  /** Radians, along the rising diagonal. */
  angle: number;
  /** The middle of each text, from the middle of the picture, before turning. */
  at: Point[];
};

const leastFont = 10;
/** Distances in font sizes. */
const lineStep = 4.5;
const gap = 3;

/**
 * A text all over a picture, along its diagonal: one line lies on the diagonal itself and is whole unless the picture is very
 * small, the others beside it, every second one shifted. `textWidth`: of the text at a font size of one pixel.
 */
export function watermarkLayout({ width, height }: Size, textWidth: number): WatermarkLayout {
  const diagonal = Math.hypot(width, height);
  const fontSize = Math.max(leastFont, Math.floor((0.8 * diagonal) / Math.max(1, textWidth)));
  const [across, down] = [textWidth * fontSize + gap * fontSize, lineStep * fontSize];
  const rows = Math.ceil(diagonal / 2 / down);
  const columns = Math.ceil(diagonal / 2 / across);
  const at: Point[] = [];
  for (let row = -rows; row <= rows; row += 1) {
    for (let column = -columns; column <= columns; column += 1) at.push({ x: (column + (row % 2 === 0 ? 0 : 0.5)) * across, y: row * down });
  }
  return { fontSize, angle: -Math.atan2(height, width), at };
}
