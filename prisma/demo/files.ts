import { Readable } from "node:stream";
import sharp from "sharp";
import type { FilePurpose } from "@/lib/request/event";
import { db } from "@/lib/server/db";
import { sealFileName, wrapFileKey } from "@/lib/server/file-name";
import { storage } from "@/lib/server/storage";
import { receive } from "@/lib/server/vault/intake";
import { newKey } from "@/lib/server/vault/keys";
import { idOf } from "./ids";

type Owner = { draftId: string; reference: null } | { draftId: null; reference: string };

/** Puts a specimen document into the vault, through the same intake as an upload. */
export async function addFile(owner: Owner, key: Buffer, purpose: FilePurpose, who: string, at: Date, seed: string): Promise<void> {
  const fileId = idOf(`file:${seed}`);
  const own = newKey();
  const taken = await receive(Readable.from([await specimen(purpose, who)]), {
    fileId, key: own, storage: storage(), name: `${purpose}.jpg`, declaredType: "image/jpeg", allow: "proof",
  });
  if (!taken.ok) throw new Error(`specimen refused: ${taken.code}`);
  const { kind, name, bytes, blobs } = taken;
  await db().file.create({
    data: { id: fileId, ...owner, staffId: null, purpose, kind, bytes, name: sealFileName(key, fileId, name), wrappedKey: wrapFileKey(key, fileId, own), blobs: blobs.map((blob) => blob.id), createdAt: at },
  });
}

/** A picture that looks like a document and says that it is none. */
async function specimen(purpose: FilePurpose, who: string): Promise<Buffer> {
  const safe = who.replace(/[<>&"']/g, " ");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="640" font-family="sans-serif">
    <rect width="1000" height="640" fill="#e8eef4"/><rect x="40" y="40" width="920" height="560" rx="24" fill="#fff" stroke="#7d93a8" stroke-width="4"/>
    <rect x="80" y="150" width="240" height="310" fill="#c9d6e2"/><rect x="80" y="220" width="240" height="60" fill="#111"/>
    <text x="80" y="110" font-size="40" fill="#34506b">${purpose.toUpperCase()}</text><text x="360" y="200" font-size="34" fill="#222">${safe}</text>
    <rect x="360" y="240" width="420" height="34" fill="#111"/><rect x="80" y="500" width="840" height="70" fill="#111"/>
    <text x="500" y="420" font-size="90" fill="#b03a2e" fill-opacity="0.55" text-anchor="middle" transform="rotate(-14 500 380)">SPECIMEN</text></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
}
