/** What the database keeps of a generated request: sealed under a key of its own, findable by its words, as a filing and all that followed would have left it. */
import { cellsOf } from "@/lib/request/figures/cells";
import { searchVersion } from "@/lib/request/search-words";
import { isOpen } from "@/lib/request/request";
import { db } from "@/lib/server/db";
import { lookupKey, wrapByVault } from "@/lib/server/key-ring/ring";
import { keyMaterial } from "@/lib/server/key-ring/material";
import { caseTokens, wordHasher } from "@/lib/server/search-entry";
import { requestContext, sealCaseFile } from "@/lib/server/store";
import { emailTokenBy } from "@/lib/server/tokens";
import { kekVersionOf, newKey, wrapKey } from "@/lib/server/vault/keys";
import { rowOf } from "@/lib/server/write";
import type { Value } from "./copy";
import { clockAt, type Telling } from "./telling";
import type { World } from "./world";

type Keys = { vault: Buffer; version: number; lookup: Buffer; hashOf: (word: string) => string };
export type Cells = Map<string, [count: number, onTime: number, suspended: number, extended: number]>;

const mostRemembered = 400_000;

/** The keys of this database, and the hashes of words met so far: most words are everybody's. */
export async function keysOfDatabase(): Promise<Keys> {
  const version = kekVersionOf(Buffer.from(await wrapByVault(db(), newKey(), requestContext(""))));
  const known = new Map<string, string>();
  const hash = await wordHasher();
  const hashOf = (word: string) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= mostRemembered) known.clear();
    const made = hash(word);
    known.set(word, made);
    return made;
  };
  return { vault: keyMaterial()[0] as Buffer, version, lookup: await lookupKey(), hashOf };
}

export function requestRow({ vault, version, lookup }: Keys, { now }: World, { reference, request, caseFile, events }: Telling): Record<string, Value> {
  const closing = events.find(({ type }) => type === "ReplySent" || type === "RequestWithdrawn");
  const key = newKey();
  const { email } = caseFile.requester;
  return {
    reference,
    ...rowOf(request, caseFile, clockAt(closing && !isOpen(request) ? Date.parse(closing.at) : now)),
    wrappedKey: wrapKey(vault, key, requestContext(reference), version),
    caseFile: sealCaseFile(key, reference, caseFile),
    emailToken: email ? emailTokenBy(lookup, email) : null,
  };
}

export function searchRow({ hashOf }: Keys, { reference, caseFile }: Telling, row: Record<string, Value>): Record<string, Value> {
  return { reference, version: searchVersion, tokens: caseTokens({ reference, caseFile, receivedOn: row["receivedOn"] as Date }, hashOf) };
}

const day = (date: Value) => (date as Date).toISOString().slice(0, 10);

export function count(cells: Cells, row: Record<string, Value>): void {
  const countable = { ...row, receivedOn: day(row["receivedOn"] ?? null), answeredOn: row["answeredOn"] && day(row["answeredOn"]) } as unknown as Parameters<typeof cellsOf>[0];
  for (const { kind, month, by, key, days, ...sums } of cellsOf(countable)) {
    const place = [month, kind, by, key, days].join("|");
    const [all, onTime, suspended, extended] = cells.get(place) ?? [0, 0, 0, 0];
    cells.set(place, [all + sums.count, onTime + sums.onTime, suspended + sums.suspended, extended + sums.extended]);
  }
}
