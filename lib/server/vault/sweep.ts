import "server-only";
import { now as present } from "../clock";
import type { Storage } from "./storage";

const OLD_MS = 60 * 60 * 1000;
const BATCH = 500;

/**
 * Removes what no row points to: blobs and unfinished writes older than an hour (younger ones may belong to an
 * upload that is still being recorded). `isKnown` answers which of the ids have a row.
 * @returns how many were removed
 */
export async function sweep(
  storage: Storage,
  isKnown: (ids: string[]) => Promise<Set<string>>,
  now: Date = present(),
): Promise<{ orphans: number; partials: number }> {
  const removed = { orphans: 0, partials: 0 };
  let batch: string[] = [];

  async function judge(): Promise<void> {
    if (batch.length === 0) return;
    const known = await isKnown(batch);
    for (const id of batch.filter((each) => !known.has(each))) {
      await storage.remove(id);
      removed.orphans++;
    }
    batch = [];
  }

  for await (const { id, modifiedAt, partial } of storage.list()) {
    if (now.getTime() - modifiedAt.getTime() < OLD_MS) continue;
    if (partial) {
      await storage.abandon(id);
      removed.partials++;
    } else if (batch.push(id) >= BATCH) await judge();
  }
  await judge();
  return removed;
}
