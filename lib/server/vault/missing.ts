import "server-only";
import type { Storage } from "./storage";

/**
 * Blobs that somebody points to and that are not there. One 256th at a time is held in memory: `expected` names those of one
 * beginning, and is asked before the storage is, so that a blob written meanwhile is not missed.
 */
export async function* missingBlobs<Pointed extends { blob: string }>(storage: Storage, expected: (beginning: string) => Promise<Pointed[]>): AsyncGenerator<Pointed> {
  for (let nth = 0; nth < 256; nth += 1) {
    const beginning = nth.toString(16).padStart(2, "0");
    const pointed = await expected(beginning);
    if (pointed.length === 0) continue;
    const present = new Set<string>();
    for await (const { id, partial } of storage.list(beginning)) if (!partial) present.add(id);
    yield* pointed.filter(({ blob }) => !present.has(blob));
  }
}
