import "server-only";
import { setImmediate as breathe } from "node:timers/promises";
import { now } from "../clock";
import { db } from "../db";
import { faultOf, noteFault } from "../file-fault";
import { fileKey } from "../file-name";
import { log } from "../log";
import { storage } from "../storage";
import { requestKey } from "../store";
import { missingBlobs } from "../vault/missing";
import { verify } from "../vault/verify";
import { blobsOf } from "../write";
import type { Handler } from "./job";

/** Every file is read through once in this time, a part of them every night. */
const everyDays = 30;
const nightMs = 30 * 60_000;
const batch = 50;

/**
 * Nightly: which files are not there, of all; then, oldest check first, as many as half an hour allows are read through,
 * those found faulty before all others. What was checked is on the row: the next night, or the next try, goes on from there.
 * security.md R17.
 */
export const scrub: Handler<"scrub"> = async (_payload, { signal }) => {
  const startedAt = now();
  const missing = await noteMissing();
  let checked = 0;
  for (let rows = await due(startedAt); rows.length > 0; rows = await due(startedAt)) {
    for (const row of rows) {
      if (signal?.aborted || now().getTime() - startedAt.getTime() > nightMs) return tell(checked, missing);
      await check(row);
      checked += 1;
      await breathe();
    }
  }
  tell(checked, missing);
};

function tell(checked: number, missing: number): void {
  log.info({ code: "scrubbed", count: checked });
  if (missing > 0) log.error({ code: "files_missing", count: missing });
}

/** Of requests and drafts, and of registers being taken over; of those only the log tells, since whoever takes one over is told when it is read. */
async function noteMissing(): Promise<number> {
  type Pointed = { id: string; reference: string | null; blob: string };
  const expected = (beginning: string) => db().$queryRaw<Pointed[]>`
    select file.id::text, file.reference, pointed.blob::text as blob from "File" file, unnest(array_append(file.blobs, file.original)) as pointed(blob)
    where left(pointed.blob::text, 2) = ${beginning}
    union all select register.id::text, null, register.blob::text from "RegisterImport" register where left(register.blob::text, 2) = ${beginning}`;
  const ids = new Set<string>();
  for await (const { id, reference, blob } of missingBlobs(storage(), expected)) {
    if (ids.has(id)) continue;
    // Removed together with its blobs since it was asked for: nothing is missing.
    if ((await db().file.count({ where: { id } })) + (await db().registerImport.count({ where: { id, blob } })) === 0) continue;
    ids.add(id);
    await noteFault({ id, reference }, "missing");
  }
  return ids.size;
}

type Due = Awaited<ReturnType<typeof due>>[number];

/** Those of requests; a draft lives a day, and of an infected file nothing is left but its row. Faulty ones are looked at again once a night: they may have been brought back. */
function due(startedAt: Date) {
  const before = new Date(startedAt.getTime() - everyDays * 86_400_000);
  return db().file.findMany({
    where: { reference: { not: null }, scan: { not: "infected" }, OR: [{ checkedAt: null }, { checkedAt: { lt: before } }, { fault: { not: null }, checkedAt: { lt: startedAt } }] },
    orderBy: [{ fault: { sort: "asc", nulls: "last" } }, { checkedAt: { sort: "asc", nulls: "first" } }],
    take: batch,
    select: { id: true, reference: true, wrappedKey: true, blobs: true, original: true, fault: true, request: { select: { reference: true, wrappedKey: true } } },
  });
}

async function check(file: Due): Promise<void> {
  try {
    const owner = file.request && (await requestKey(file.request));
    const key = owner && fileKey(owner, file);
    if (key) for (const blob of blobsOf(file)) await verify(storage(), key, blob);
    await db().file.updateMany({ where: { id: file.id }, data: { checkedAt: now(), fault: null } });
    if (file.fault) log.info({ code: "file_well_again", fileId: file.id });
  } catch (error) {
    const fault = faultOf(error);
    // Is it this file, or the whole storage? Then nothing is said of files, and the job is tried again.
    if (fault === "unreadable") await storage().check();
    if ((await db().file.count({ where: { id: file.id } })) > 0) await noteFault(file, fault, error);
  }
}
