import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { expect, test } from "vitest";
import { decrypt } from "./cipher";
import { type Attack, attacksIn, disguises, isExpected, JUDGED, PAYLOAD, type Sent } from "./fixtures/attack";
import { oddPng, plainPng, taintedJpeg } from "./fixtures/make-image";
import { pdfOf } from "./fixtures/make-pdf";
import { memoryStorage } from "./fixtures/memory-storage";
import { receive } from "./intake";
import { newKey } from "./keys";

/*
 * Files of the shared attack folder (and a few of our own, so that there always are some) through the whole intake, as
 * themselves and dressed up as what they pretend to be; the outcome must be the one the manifest expects. Every sixth, and
 * those whose outcome was judged by hand; `npm run attack` sends all of them through the real upload.
 */
const folder = path.join(process.env.SHARED_DIR ?? "../shared", "data/attack");

function sharedFiles(): Attack[] {
  if (!existsSync(path.join(folder, "manifest.csv"))) return [];
  const all = attacksIn(folder).filter((row) => /^(images|pdf|polyglots|zip|av)\//.test(row.path));
  return all.filter((row, index) => index % 6 === 0 || JUDGED[row.path]);
}

async function ownFiles(): Promise<Attack[]> {
  return [
    { path: "own/tainted.jpg", bytes: await taintedJpeg(), expected: "accept:strip" },
    { path: "own/odd.png", bytes: await oddPng(), expected: "accept" },
    { path: "own/plain.gif", bytes: await sharp(await plainPng()).gif().toBuffer(), expected: "reject:type" },
    { path: "own/cut.png", bytes: (await plainPng()).subarray(0, 60), expected: "reject:malformed" },
    { path: "own/page.pdf", bytes: pdfOf("0 0 m 9 9 l S"), expected: "accept:rasterised" },
  ];
}

/** "accept", or the rejection code; throws when a stored page is not a clean picture of ours. */
async function outcomeOf({ bytes }: Attack, { extension, type }: Sent): Promise<string> {
  const { storage, blobs } = memoryStorage();
  const key = newKey();
  const pieces = Readable.from((function* () { for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536); })());
  const received = await receive(pieces, { fileId: randomUUID(), key, storage, name: `x.${extension}`, declaredType: type, allow: "proof" });
  if (!received.ok) {
    expect(blobs.size).toBe(0);
    return received.code;
  }
  expect(blobs.size).toBe(received.blobs.length);
  for (const { id, page } of received.blobs) {
    const clear = await buffer((await storage.read(id)).pipe(decrypt(key, id)));
    expect(PAYLOAD.exec(clear.toString("latin1"))?.[0]).toBeUndefined();
    expect(await sharp(clear).metadata()).toMatchObject({ format: "jpeg", space: "srgb", depth: "uchar", width: page!.width, height: page!.height });
  }
  return "accept";
}

test("attack files end as their manifest expects", async () => {
  const files = [...(await ownFiles()), ...sharedFiles()];
  const deviations: string[] = [];
  let sent = 0;
  async function worker(): Promise<void> {
    for (let file = files.shift(); file; file = files.shift()) {
      for (const disguise of disguises(file)) {
        const outcome = await outcomeOf(file, disguise).catch((error: unknown) => `fault ${String(error).slice(0, 200)}`);
        sent++;
        const isFine = isExpected(file, outcome, disguise, false) || JUDGED[file.path]?.outcome === outcome;
        if (!isFine || outcome.startsWith("fault")) deviations.push(`${file.path} as ${disguise.extension}: expected ${file.expected}, got ${outcome}`);
      }
    }
  }
  await Promise.all([worker(), worker()]);
  expect(deviations).toEqual([]);
  expect(sent).toBeGreaterThanOrEqual(5);
}, 600_000);
