import sharp from "sharp";

const SIDE = 64;
const LOW = 16;
/** Below this standard deviation of its grey values (0–255) nothing can be seen on a picture. */
const BLANK_DEVIATION = 2;

const cosines = Array.from({ length: LOW + 1 }, (_, k) => Float64Array.from({ length: SIDE }, (_, n) => Math.cos((Math.PI * k * (2 * n + 1)) / (2 * SIDE))));
/** Which waves across and down are looked at: the 256 longest but the flat one, longest first. */
const waves = cosines
  .flatMap((_, down) => cosines.map((_, across) => ({ across, down })))
  .filter(({ across, down }) => across + down > 0)
  .sort((a, b) => a.across + a.down - b.across - b.down || a.across - b.across)
  .slice(0, LOW * LOW);

/**
 * What is remembered of a picture's looks: 256 bits in hex, nearly the same ones after it is scaled, compressed again, marked or
 * cut a little at its edges: which of its longest waves (DCT) are above their median. 64 bits tell two cards of one model apart no more.
 * @param {Buffer} pixels @param {{ width: number; height: number; channels: 1 | 3 | 4 }} raw
 */
export async function markOf(pixels, raw) {
  const { data, info } = await sharp(pixels, { raw }).resize({ width: SIDE, height: SIDE, fit: "fill" }).raw().toBuffer({ resolveWithObject: true });
  const grey = Float64Array.from({ length: SIDE * SIDE }, (_, n) => luma(data, n * info.channels, info.channels));
  const values = strengths(grey);
  const median = [...values].sort((a, b) => a - b)[values.length / 2] ?? 0;
  const bits = values.map((value) => (value > median ? "1" : "0")).join("");
  const looks = (bits.match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join("");
  return { looks, isBlank: deviation(grey) < BLANK_DEVIATION };
}

/** Grey of one pixel. Made here, of the few that are left: libvips would make it of all twelve million. */
function luma(/** @type {Buffer} */ data, /** @type {number} */ at, /** @type {number} */ channels) {
  return channels < 3 ? data[at] : 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
}

/** How strong each wave is, up to a factor. */
function strengths(/** @type {Float64Array} */ grey) {
  const rows = Array.from({ length: SIDE }, (_, y) => cosines.map((wave) => wave.reduce((sum, value, x) => sum + value * grey[y * SIDE + x], 0)));
  return waves.map(({ across, down }) => rows.reduce((sum, row, y) => sum + row[across] * cosines[down][y], 0));
}

function deviation(/** @type {Float64Array} */ grey) {
  const mean = grey.reduce((sum, value) => sum + value, 0) / grey.length;
  return Math.sqrt(grey.reduce((sum, value) => sum + (value - mean) ** 2, 0) / grey.length);
}
