import { type Area, type Size, within } from "./mask-boxes";
import { watermarkLayout } from "./watermark";

/** The long side of what is sent, in pixels: enough to read small print, and well under the 10 MB a file may weigh. */
const longestSide = 3000;
const maxBytes = 10_000_000;
const qualities = [0.9, 0.75, 0.5];

/**
 * The picture, upright, on a canvas of its own: pixels only, nothing else of the file. Refuses what this browser cannot open,
 * and canvases it would give back other than they were drawn (some browsers do, against recognition).
 */
export async function openPicture(file: Blob): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  try {
    const canvas = canvasOf(within(longestSide, bitmap));
    const pen = penOf(canvas);
    const probe = "#12b45a";
    pen.fillStyle = probe;
    pen.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
    if (Math.abs(red - 0x12) + Math.abs(green - 0xb4) + Math.abs(blue - 0x5a) > 9) throw new Error("canvas");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return canvas;
  } finally {
    bitmap.close();
  }
}

/** The picture with its watermark, at the size of `canvas`. */
export function paint(canvas: HTMLCanvasElement, picture: HTMLCanvasElement, watermark: string | null): void {
  const pen = penOf(canvas);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  if (watermark) writeOver(pen, canvas, watermark);
}

/** What is sent: one flat JPEG under the name of the original, boxes over everything else. */
export async function flatten(picture: HTMLCanvasElement, boxes: readonly Area[], watermark: string | null, name: string): Promise<File> {
  const canvas = canvasOf(picture);
  try {
    paint(canvas, picture, watermark);
    const pen = penOf(canvas);
    pen.fillStyle = "#000";
    for (const { x, y, width, height } of boxes) pen.fillRect(x, y, width, height);
    return new File([await jpegOf(canvas)], `${name.replace(/\.[^.]*$/, "")}.jpg`, { type: "image/jpeg" });
  } finally {
    release(canvas);
  }
}

/** Gives the memory of a canvas back at once. */
export function release(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}

async function jpegOf(canvas: HTMLCanvasElement): Promise<Blob> {
  for (const quality of qualities) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
    if (blob?.type === "image/jpeg" && blob.size <= maxBytes) return blob;
  }
  throw new Error("jpeg");
}

function writeOver(pen: CanvasRenderingContext2D, { width, height }: Size, text: string): void {
  pen.save();
  pen.font = "100px sans-serif";
  const { fontSize, angle, at } = watermarkLayout({ width, height }, pen.measureText(text).width / 100);
  pen.font = `${fontSize}px sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineWidth = fontSize / 16;
  pen.translate(width / 2, height / 2);
  pen.rotate(angle);
  for (const { x, y } of at) {
    // A light rim around dark: it is seen on any ground, and what is under it can still be read.
    pen.strokeStyle = "rgb(255 255 255 / 0.5)";
    pen.strokeText(text, x, y);
    pen.fillStyle = "rgb(0 40 60 / 0.35)";
    pen.fillText(text, x, y);
  }
  pen.restore();
}

function canvasOf({ width, height }: Size): HTMLCanvasElement {
  return Object.assign(document.createElement("canvas"), { width, height });
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext("2d", { alpha: false });
  if (!pen) throw new Error("canvas");
  pen.imageSmoothingQuality = "high";
  return pen;
}
