/** Searching among many cases: what it costs to find one, several, many or none, and what the hashes weigh. */
import { randomBytes, randomInt } from "node:crypto";
import type { CaseFile } from "@/lib/request/case-file";
import { referenceFrom } from "@/lib/request/reference";

type Row = (title: string, times: number[], note?: string) => void;
/** BENCH_CASES: how many cases to search among. */
const cases = Number(process.env.BENCH_CASES ?? 2_000);
const batch = 500;
const rounds = 100;

const first = ["Marie", "Jean", "Élise", "Karim", "Zoé", "Lucas", "Fatou", "Hélène", "Hugo", "Inès"];
const parts = ["bar", "ne", "lo", "chev", "mar", "tin", "dou", "gui", "ber", "lan", "vi", "sou", "per", "ri", "fon", "ta"];
const said = "bonjour votre boutique commande livraison retard compte adresse carton abonnement lettre publicité téléphone catalogue facture colis achat vendeur remise magasin".split(" ");
const one = <T>(list: readonly T[]): T => list[randomInt(list.length)] as T;

/** As people write: a name of their own, an address, some hundred words. */
function someFile(index: number): CaseFile {
  const family = [one(parts), one(parts), one(parts)].join("");
  const message = () => Array.from({ length: 100 }, () => (randomInt(3) ? one(said) : `${one(parts)}${one(parts)}${one(parts)}`)).join(" ");
  const messages = [0, 1].map((id) => ({ id: String(id), from: "requester" as const, at: "2026-11-26T09:00:00Z", body: message(), fileIds: [] }));
  return {
    requester: { name: `${one(first)} ${family}`, email: `${family}.${index}@client.example`, postalAddress: `${index % 99} rue ${one(parts)}${one(parts)} 31000 Toulouse`, customerNumber: `C-${100_000 + index}` },
    represented: null, deceased: null, words: null, trackingNumber: null, claims: {}, tasks: [], joined: [], messages, notes: [], explanations: {}, replyDraft: null, replies: [],
  };
}

export async function benchSearch(row: Row): Promise<void> {
  const { db } = await import("@/lib/server/db");
  const { newStaff } = await import("@/lib/server/fixtures/cases");
  const { queue } = await import("@/lib/server/reads/queue");
  const { searchAddress } = await import("@/lib/server/search-address");
  let written: number[] = [];
  for (let made = 0; made < cases; made += batch) written = [...written, ...(await makeCases(made, Math.min(batch, cases - made)))];
  await db().$executeRaw`vacuum analyze "SearchEntry"`;
  await db().$executeRaw`analyze`;
  const [size] = await db().$queryRaw<{ entries: bigint; tokens: number; index: bigint; rows: bigint }[]>`
    select count(*) as entries, avg(cardinality(tokens))::float8 as tokens, pg_indexes_size('"SearchEntry"') as index, pg_table_size('"SearchEntry"') as rows from "SearchEntry"`;
  const entries = Number(size?.entries ?? 1);
  row("the words of a case, hashed", written, `${Math.round(size?.tokens ?? 0)} each; ${(Number(size?.rows) / entries / 1024).toFixed(1)} KB in the row, ${(Number(size?.index) / entries / 1024).toFixed(1)} KB in the index`);
  const agent = await newStaff("agent");
  const asked: [string, (index: number) => string][] = [
    ["one by e-mail or number", (index) => `C-${100_000 + ((index * 7) % cases)}`],
    ["some by name", () => `${one(first)} ${one(parts)}${one(parts)}`],
    ["many by one word", () => one(said)],
    ["none", (index) => `introuvable${index}`],
  ];
  for (const [title, words] of asked) {
    let found = 0;
    const times: number[] = [];
    for (let index = 0; index < rounds; index += 1) {
      const search = new URL(await searchAddress(agent, words(index)), "https://x.example").searchParams.get("search") ?? "";
      const startedAt = performance.now();
      found += (await queue(agent, { search })).open;
      times.push(performance.now() - startedAt);
    }
    row(`a search: ${title}`, times, `of ${entries.toLocaleString("en")} cases, ${Math.round(found / rounds)} found; the look recorded`);
  }
}

/** Rows alone, as a filing leaves them; how long hashing the words of each took. */
async function makeCases(from: number, count: number): Promise<number[]> {
  const { db } = await import("@/lib/server/db");
  const { searchTokens } = await import("@/lib/server/search-entry");
  const { wrapByVault } = await import("@/lib/server/key-ring/ring");
  const { requestContext, sealCaseFile } = await import("@/lib/server/store");
  const { newKey } = await import("@/lib/server/vault/keys");
  const { searchVersion, searchWords } = await import("@/lib/request/search-words");
  const times: number[] = [];
  const made = [];
  for (let index = from; index < from + count; index += 1) {
    const [reference, key, file] = [referenceFrom(randomBytes(7)), newKey(), someFile(index)];
    const startedAt = performance.now();
    const tokens = await searchTokens(searchWords(reference, file));
    times.push(performance.now() - startedAt);
    const dueOn = new Date(Date.UTC(2026, 10, 1 + (index % 400)));
    const row = { reference, version: 1, state: index % 4 ? "answered" : "new", stage: "handle", waitingFor: "staff", rights: ["access"], locale: "fr", channel: "portal", receivedAt: dueOn, receivedOn: dueOn, dueOn, wrappedKey: await wrapByVault(db(), key, requestContext(reference)), caseFile: sealCaseFile(key, reference, file) };
    made.push({ row, entry: { reference, version: searchVersion, tokens } });
  }
  await db().subjectRequest.createMany({ data: made.map(({ row }) => row) });
  await db().searchEntry.createMany({ data: made.map(({ entry }) => entry) });
  return times;
}
