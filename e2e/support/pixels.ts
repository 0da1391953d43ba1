import sharp from "sharp";
import type { Spot } from "../pages/mask";

export type Picture = { width: number; height: number; at: (spot: Spot) => number[] };

/** The pixels of a picture, by place in parts of its width and height. */
export async function pixelsOf(bytes: Uint8Array): Promise<Picture> {
  const { data, info } = await sharp(bytes).removeAlpha().toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return {
    width,
    height,
    at: ([x, y]) => {
      const index = (Math.floor(y * height) * width + Math.floor(x * width)) * channels;
      return [...data.subarray(index, index + 3)];
    },
  };
}

/** Every spot of an area, a hundredth apart. */
export function spotsIn([left, top]: Spot, [right, bottom]: Spot): Spot[] {
  const spots: Spot[] = [];
  for (let x = left; x <= right; x += 0.01) for (let y = top; y <= bottom; y += 0.01) spots.push([x, y]);
  return spots;
}

/** The brightest of three colours at any of the spots. */
export function brightest(picture: Picture, spots: Spot[]): number {
  return Math.max(...spots.flatMap(picture.at));
}

/** The share of spots at which two pictures clearly differ. */
export function differing(one: Picture, other: Picture, spots: Spot[]): number {
  const isOther = (spot: Spot) => one.at(spot).some((value, index) => Math.abs(value - (other.at(spot)[index] as number)) > 24);
  return spots.filter(isOther).length / spots.length;
}

/** The same picture as a phone would have taken it: lying on its side, with the place and the owner written inside. */
export async function photographed(path: string): Promise<Buffer> {
  const gps = { GPSLatitudeRef: "N", GPSLatitude: "43/1 36/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "1/1 26/1 0/1" };
  return sharp(path).rotate(-90).resize({ width: 1600 }).withExif({ IFD0: { Copyright: "CANARY-OWNER" }, IFD3: gps }).withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toBuffer();
}
