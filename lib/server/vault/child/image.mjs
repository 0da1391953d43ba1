import sharp from "sharp";
import { markOf } from "./mark.mjs";
import { Refusal } from "./refusal.mjs";

const MAX_PIXELS = 40_000_000;
const MAX_SIDE_PX = 30_000;
/** Enough to read the small print of a passport; larger photographs are scaled down to it. */
const PAGE_SIDE_PX = 4096;

/** One loader per kind is open, the in-memory one; libvips refuses to even recognise any other format. */
const LOADERS = { jpeg: "VipsForeignLoadJpegBuffer", png: "VipsForeignLoadPngBuffer" };

const JPEG = /** @type {const} */ ({ quality: 85, chromaSubsampling: "4:4:4" });

/**
 * One upright sRGB 8-bit JPEG without any metadata. Dimensions are judged on the header, before decoding.
 * @param {Buffer} input @param {"jpeg" | "png"} kind
 */
export async function* pagesOf(input, kind) {
  sharp.unblock({ operation: [LOADERS[kind]] });
  const options = /** @type {const} */ ({ failOn: "warning", limitInputPixels: MAX_PIXELS, pages: 1 });
  const { format, width, height } = await sharp(input, { ...options, limitInputPixels: false }).metadata();
  if (format !== kind) throw new Refusal("malformed");
  if (width * height > MAX_PIXELS || Math.max(width, height) > MAX_SIDE_PX) throw new Refusal("limit");
  const { data, info } = await sharp(input, options)
    .autoOrient()
    .resize({ width: PAGE_SIDE_PX, height: PAGE_SIDE_PX, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const { width: wide, height: high, channels } = info;
  const raw = { width: wide, height: high, channels };
  const bytes = await sharp(data, { raw }).jpeg(JPEG).toBuffer();
  yield { page: 1, width: wide, height: high, ...(await markOf(data, raw)), bytes };
}
