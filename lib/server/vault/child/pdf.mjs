import { PDFiumLibrary } from "@hyzyla/pdfium";
import sharp from "sharp";
import { markOf } from "./mark.mjs";
import { Refusal } from "./refusal.mjs";

const MAX_PAGES = 30;
const DOTS_PER_POINT = 150 / 72;
const MAX_PAGE_PIXELS = 6_000_000;
const MAX_PAGE_SIDE_PX = 4096;
const BYTES_PER_PIXEL = 4;
const BGRA = 4;
/** FPDF_ANNOT | FPDF_REVERSE_BYTE_ORDER: stamps and signatures are drawn as pictures, in RGBA order. */
const FLAGS = 0x01 | 0x10;
const JPEG = /** @type {const} */ ({ quality: 85, chromaSubsampling: "4:4:4" });

/** Pixels of a page of this size in points (1/72 inch): 150 dpi, less when the page is large. */
function pixelsOf(/** @type {number} */ width, /** @type {number} */ height) {
  if (!(width > 0 && height > 0 && Number.isFinite(width * height))) throw new Refusal("malformed");
  const scale = Math.min(DOTS_PER_POINT, Math.sqrt(MAX_PAGE_PIXELS / (width * height)), MAX_PAGE_SIDE_PX / Math.max(width, height));
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

async function opened(library, input) {
  try {
    return (await library.loadDocument(input)).documentIdx;
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw new Refusal("limit");
    throw new Refusal(/password|security/i.test(error.message) ? "encrypted" : "malformed");
  }
}

function rasterised(pdfium, document, index) {
  const page = pdfium._FPDF_LoadPage(document, index);
  if (!page) throw new Refusal("malformed");
  const { width, height } = pixelsOf(pdfium._FPDF_GetPageWidth(page), pdfium._FPDF_GetPageHeight(page));
  const bytes = width * height * BYTES_PER_PIXEL;
  const pixels = pdfium.wasmExports.malloc(bytes);
  const bitmap = pixels && pdfium._FPDFBitmap_CreateEx(width, height, BGRA, pixels, width * BYTES_PER_PIXEL);
  if (!bitmap) throw new Refusal("limit");
  pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
  pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
  const raster = Buffer.from(pdfium.HEAPU8.subarray(pixels, pixels + bytes));
  pdfium._FPDFBitmap_Destroy(bitmap);
  pdfium._FPDF_ClosePage(page);
  pdfium.wasmExports.free(pixels);
  return { raster, width, height };
}

/**
 * Each page as a JPEG. PDFium here is WebAssembly without a script engine, and no form environment is made, so
 * no action of the document can run; its memory is capped by --wasm-max-mem-pages. sharp only ever gets raw pixels.
 * @param {Buffer} input
 */
export async function* pagesOf(input) {
  const library = await PDFiumLibrary.init();
  const pdfium = library.module;
  const document = await opened(library, input);
  if (pdfium._FPDF_GetSecurityHandlerRevision(document) !== -1) throw new Refusal("encrypted");
  const count = pdfium._FPDF_GetPageCount(document);
  if (count > MAX_PAGES) throw new Refusal("limit");
  if (count < 1) throw new Refusal("empty");
  for (let index = 0; index < count; index++) {
    const { raster, ...size } = orLimit(() => rasterised(pdfium, document, index));
    const raw = { ...size, channels: BYTES_PER_PIXEL };
    const bytes = await sharp(raster, { raw }).removeAlpha().jpeg(JPEG).toBuffer();
    yield { page: index + 1, ...size, ...(await markOf(raster, raw)), bytes };
  }
}

/** Out of memory or out of stack inside the sandbox is a limit, not a broken file. */
function orLimit(work) {
  try {
    return work();
  } catch (error) {
    throw error instanceof WebAssembly.RuntimeError || error instanceof RangeError ? new Refusal("limit") : error;
  }
}
