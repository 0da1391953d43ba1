import "server-only";
import type { CaseFile } from "@/lib/request/case-file";
import { searchVersion, searchWords } from "@/lib/request/search-words";
import { db, type Tx } from "./db";
import { keyed } from "./tokens";
import { hashingKey, keyedHash } from "./vault/keys";

/**
 * What the database keeps of words: the first 8 bytes of a keyed hash, useless without the vault key; as numbers, the
 * smallest an index can hold. Even with ten million words, one search in a trillion would meet another word by chance.
 * Sorted, so that nothing tells which beginning belongs to which word.
 */
export async function searchTokens(words: Iterable<string>, tx?: Tx): Promise<bigint[]> {
  const hashOf = await wordHasher(tx);
  return Array.from(words, hashOf).sort().map(tokenOf);
}

/** The same as an array the database reads. */
export async function tokensOf(words: Iterable<string>): Promise<string> {
  return arrayOf(await searchTokens(words));
}

const arrayOf = (tokens: readonly bigint[]) => `{${tokens.join(",")}}`;

/** How many requests hold all these tokens, as the database's statistics have it: nothing is counted. */
export async function estimatedHits(tokens: string): Promise<number> {
  const [plan] = await db().$queryRaw<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }[]>`explain (format json) select from "SearchEntry" where tokens @> ${tokens}::bigint[]`;
  return plan?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
}

/** The hash of a word, in hex; tokens stand in the order of these. */
export async function wordHasher(tx?: Tx): Promise<(word: string) => string> {
  const key = hashingKey(Buffer.from(await keyed("search.words", "", tx)));
  return (word) => keyedHash(key, word).slice(0, 16);
}

export function tokenOf(hash: string): bigint {
  return BigInt.asIntN(64, BigInt(`0x${hash}`));
}

/** Makes the case findable by what its case file says now, and by nothing else; without one, by its reference alone. In the transaction that writes the file. */
export async function writeSearchEntry(tx: Tx, reference: string, caseFile: CaseFile | null): Promise<void> {
  await writeSearchEntries(tx, [{ reference, caseFile }]);
}

/** The same for many cases, in one statement. */
export async function writeSearchEntries(tx: Tx, cases: readonly { reference: string; caseFile: CaseFile | null }[]): Promise<void> {
  const hashOf = await wordHasher(tx);
  const entries = cases.map(({ reference, caseFile }) => ({ reference, tokens: arrayOf(Array.from(searchWords(reference, caseFile), hashOf).sort().map(tokenOf)) }));
  await tx.$executeRaw`
    insert into "SearchEntry" (reference, version, tokens)
    select reference, ${searchVersion}, tokens::bigint[] from json_to_recordset(${JSON.stringify(entries)}::json) as entry (reference text, tokens text)
    on conflict (reference) do update set version = excluded.version, tokens = excluded.tokens`;
}
