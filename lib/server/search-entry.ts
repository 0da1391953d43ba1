import "server-only";
import { LRUCache } from "lru-cache";
import type { CaseFile } from "@/lib/request/case-file";
import { searchVersion, searchWords } from "@/lib/request/search-words";
import { dayOf } from "./date-column";
import { db, type Tx } from "./db";
import { keyed } from "./tokens";
import { hashingKey, keyedHash } from "./vault/keys";

/**
 * What the database keeps of words: the first 8 bytes of a keyed hash, useless without the vault key; as numbers, the
 * smallest an index can hold. Even with ten million words, one search in a trillion would meet another word by chance.
 * Sorted, so that nothing tells which beginning belongs to which word.
 */
export async function tokensOf(words: Iterable<string>): Promise<string> {
  return arrayOf(sorted(words, await wordHasher()));
}

/** What a case is found by: its words and the month it came in. Without a case file, its reference. */
export type Findable = { reference: string; receivedOn: Date; caseFile: CaseFile | null };

/** All tokens of a case. The month stands there as a number such as 202611, which no hash is but by a chance of one in ten million million million: words can so be looked for month by month. */
export function caseTokens({ reference, receivedOn, caseFile }: Findable, hashOf: (word: string) => string): bigint[] {
  return [...sorted(searchWords(reference, caseFile), hashOf), BigInt(dayOf(receivedOn).slice(0, 7).replace("-", ""))];
}

const sorted = (words: Iterable<string>, hashOf: (word: string) => string) => Array.from(words, hashOf).sort().map(tokenOf);

const arrayOf = (tokens: readonly bigint[]) => `{${tokens.join(",")}}`;

/** What the statistics said within a minute: whoever pages through a search asks the same again and again, and they change with every tenth request at most. */
const lately = new LRUCache<string, number>({ max: 500, ttl: 60_000 });

/** How many requests hold all these tokens, as the database's statistics have it: nothing is counted. */
export async function estimatedHits(tokens: string): Promise<number> {
  const known = lately.get(tokens);
  if (known !== undefined) return known;
  const [plan] = await db().$queryRaw<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }[]>`explain (format json) select from "SearchEntry" where tokens @> ${tokens}::bigint[]`;
  const hits = plan?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
  lately.set(tokens, hits);
  return hits;
}

/** The hash of a word, in hex; the tokens of words stand in the order of these. */
export async function wordHasher(tx?: Tx): Promise<(word: string) => string> {
  const key = hashingKey(Buffer.from(await keyed("search.words", "", tx)));
  return (word) => keyedHash(key, word).slice(0, 16);
}

function tokenOf(hash: string): bigint {
  return BigInt.asIntN(64, BigInt(`0x${hash}`));
}

/** Makes the case findable by what its case file says now, and by nothing else. In the transaction that writes the file. */
export async function writeSearchEntry(tx: Tx, found: Findable): Promise<void> {
  await writeSearchEntries(tx, [found]);
}

/** The same for many cases, in one statement. */
export async function writeSearchEntries(tx: Tx, cases: readonly Findable[]): Promise<void> {
  const hashOf = await wordHasher(tx);
  const entries = cases.map((found) => ({ reference: found.reference, tokens: arrayOf(caseTokens(found, hashOf)) }));
  await tx.$executeRaw`
    insert into "SearchEntry" (reference, version, tokens)
    select reference, ${searchVersion}, tokens::bigint[] from json_to_recordset(${JSON.stringify(entries)}::json) as entry (reference text, tokens text)
    on conflict (reference) do update set version = excluded.version, tokens = excluded.tokens`;
}
