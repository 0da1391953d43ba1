import "server-only";
import { type FilePurpose, proofPurposes } from "@/lib/request/event";
import type { Prisma } from "../db";
import { keyed } from "../tokens";
import type { Blob } from "../vault/intake";

/** Eight bits of the looks to a band: 32 bands of a picture. */
const bandDigits = 2;
/** Bytes kept of a band's hash. It has only 256 values before: what protects it is the key, not its length. */
const bandBytes = 8;
/** Nobody reads a document on a picture that is smaller than this on its longer side, in pixels. */
const tinySidePx = 400;

type Taken = { fileId: string; blobs: readonly Blob[] };

/** What is kept of the pictures of a proof beside the sealed pictures themselves; nothing of any other file. */
export async function marksOf({ fileId, blobs }: Taken, purpose: FilePurpose, createdAt: Date): Promise<Prisma.PictureMarkCreateManyInput[]> {
  if (!(proofPurposes as readonly string[]).includes(purpose)) return [];
  const marks: Prisma.PictureMarkCreateManyInput[] = [];
  for (const { sha256, page } of blobs) {
    if (!page) continue;
    const { number, width, height, looks, isBlank } = page;
    const flaw = isBlank ? "blank" : Math.max(width, height) < tinySidePx ? "tiny" : null;
    marks.push({ fileId, page: number, exact: isBlank ? null : await keyed("signal.picture", sha256), bands: isBlank ? [] : await bandsOf(looks), flaw, createdAt });
  }
  return marks;
}

/** The looks in bands, each hashed with its place: two pictures are alike when many of their bands are equal. */
function bandsOf(looks: string): Promise<Uint8Array<ArrayBuffer>[]> {
  const bands = looks.match(new RegExp(`.{${bandDigits}}`, "g")) ?? [];
  return Promise.all(bands.map(async (band, place) => (await keyed("signal.looks", `${place}:${band}`)).slice(0, bandBytes)));
}
