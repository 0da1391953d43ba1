import { randomBytes } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { addNote } from "@/lib/request/handle/add-note";
import { sendMessage } from "@/lib/request/handle/send-message";
import { withdrawRequest } from "@/lib/request/retain/withdraw-request";
import { purgeCaseFile } from "@/lib/request/retain/purge-case-file";
import { referenceFrom } from "@/lib/request/reference";
import { searchVersion } from "@/lib/request/search-words";
import { type StaffActor, systemActor } from "../actor";
import { db } from "../db";
import { fileDraft } from "../file-draft";
import { plansOf } from "../fixtures/plans";
import { about, newCase, newDraft, newStaff, requesterOf } from "../fixtures/cases";
import { indexCases } from "../jobs/index-cases";
import { perform } from "../perform";
import { searchAddress } from "../search-address";
import { estimatedHits, tokensOf } from "../search-entry";
import { queue } from "./queue";
import { queuePageSize } from "./queue-statement";

let agent: StaffActor;
let found: string;

async function filed(person: Record<string, string>, details = "rien"): Promise<string> {
  const done = await fileDraft((await newDraft("access", { scope: "specific", details }, { ...about, ...person })).id);
  return "reference" in done ? done.reference : "";
}

const sealed = async (actor: StaffActor, typed: string) => new URL(await searchAddress(actor, typed), "https://x.example").searchParams.get("search") ?? "";
const search = async (typed: string, more = {}, actor = agent) => queue(actor, { search: await sealed(actor, typed), ...more });
const references = async (typed: string, more = {}) => (await search(typed, more)).rows.map(({ reference }) => reference);

beforeAll(async () => {
  agent = await newStaff("agent");
  await newCase();
  found = await filed({ name: "Élise N’Guessan", email: "elise.n@client.example", customerNumber: "CMD-2024-001234", postalAddress: "18 rue des Tisserands 81000 Albi" }, "Mes trampolines");
  await perform(requesterOf(found), sendMessage, { body: "Appelez le 06 12 34 56 78" }, { reference: found });
  await perform(agent, addNote, { body: "Transmis au laboratoire" }, { reference: found });
});

test.each(["elise", "Éli", "nguessan", "ELISE.N@client.example", "cmd-2024-001234", "2024001", "albi", "trampolines", "+33612345678", "laboratoire", "elise laboratoire"])("one case is found by %j", async (typed) => {
  expect(await references(typed)).toEqual([found]);
});

test("by its reference, and by the beginning of it", async () => {
  expect(await references(found)).toEqual([found]);
  expect(await references(found.slice(0, 6))).toContain(found);
});

test.each(["trampo", "durand laboratoire", "elise@client.example", "%", "e_ise", "%lise", "' OR 1=1--", "\\", "🎈", "\u202e", "x".repeat(5_000)])("nothing is found by %j", async (typed) => {
  const { rows, open, searched } = await search(typed);
  expect([rows, open]).toEqual([[], 0]);
  expect(typed.startsWith(searched ?? "-")).toBe(true);
});

test("of five thousand characters the first two hundred count", async () => {
  const { rows, searched } = await search(`${"elise ".repeat(1_000)}nobody`);
  expect(rows.map(({ reference }) => reference)).toEqual([found]);
  expect(searched?.length).toBeLessThanOrEqual(200);
});

test("a closed case is found, unless only open ones are asked for; an erased one by its reference alone", async () => {
  const reference = await filed({ name: "Gontran Fermé" });
  await perform(requesterOf(reference), withdrawRequest, {}, { reference });
  expect([await references("gontran"), await references("gontran", { state: "open" }), await references("gontran", { state: "closed" })]).toEqual([[reference], [], [reference]]);
  await perform(systemActor(), purgeCaseFile, {}, { reference });
  expect([await references("gontran"), await references(reference)]).toEqual([[], [reference]]);
});

test("only the session that searched reads the address; it shows nothing, and its length little", async () => {
  const other = await newStaff("agent");
  const address = await searchAddress(agent, "Guessan");
  expect(address).not.toMatch(/guessan/i);
  expect(Buffer.from(await sealed(agent, "Guessan"), "base64url").toString("latin1")).not.toMatch(/guessan/i);
  expect((await searchAddress(agent, "a")).length).toBe((await searchAddress(agent, "a".repeat(60))).length);
  expect(await queue(other, { search: await sealed(agent, "Guessan") })).toEqual({ rows: [], next: null, open: 0, searched: null });
  for (const nonsense of ["x", "", "A".repeat(200), "é", "x".repeat(9_000), (await sealed(agent, "Guessan")).replace(/.$/, "!")]) {
    if (nonsense) expect((await queue(agent, { search: nonsense })).searched, nonsense).toBeNull();
  }
});

test("AC: an auditor searches, an administrator sees nothing; every look is on record, without a word of it", async () => {
  const [auditor, administrator] = [await newStaff("auditor"), await newStaff("administrator")];
  expect((await search("guessan", {}, auditor)).rows).toHaveLength(1);
  expect((await search("guessan", {}, administrator)).rows).toEqual([]);
  const looks = await db().event.findMany({ where: { actor: { in: [`staff:${auditor.id}`, `staff:${administrator.id}`] } } });
  expect(looks).toMatchObject([{ type: "QueueViewed", actor: `staff:${auditor.id}`, data: { references: [found] } }]);
  expect(JSON.stringify(looks[0]?.data)).not.toMatch(/guess/i);
});

test("pages of what was found: each once, the latest received first", async () => {
  for (let made = 0; made < queuePageSize + 5; made += 1) await filed({ name: `Hippolyte ${made}` });
  const first = await search("hippo");
  const second = await search("hippo", { after: first.next ?? "" });
  const all = [...first.rows, ...second.rows].map(({ receivedOn, reference }) => `${receivedOn} ${reference}`);
  expect([first.open, second.open, all.length, second.next]).toEqual([queuePageSize + 5, queuePageSize + 5, queuePageSize + 5, null]);
  expect(all).toEqual([...all].sort().reverse());
});

test("cases of an older release are made findable once, and not written again", async () => {
  const { reference } = await db().subjectRequest.findFirstOrThrow({ where: { reference: { not: found } }, select: { reference: true } });
  const before = await db().searchEntry.findMany({ orderBy: { reference: "asc" } });
  await db().searchEntry.delete({ where: { reference: found } });
  await db().searchEntry.update({ where: { reference }, data: { version: searchVersion - 1, tokens: [] } });
  expect(await references("guessan")).toEqual([]);
  await indexCases({}, { jobId: "1", attempt: 1, isLastAttempt: false });
  expect(await db().searchEntry.findMany({ orderBy: { reference: "asc" } })).toEqual(before);
  const written = () => db().$queryRaw<unknown[]>`select reference, xmin::text from "SearchEntry" order by reference`;
  const once = await written();
  await indexCases({}, { jobId: "2", attempt: 1, isLastAttempt: false });
  expect(await written()).toEqual(once);
});

test("among ten thousand cases a search reads the index, never every case", async () => {
  // A connection of its own: filling the tables may take longer than the product gives a statement.
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(`
    insert into "SubjectRequest" (reference, version, state, stage, "waitingFor", locale, channel, "receivedAt", "receivedOn", "dueOn")
    select 'Z' || n, 1, case n % 4 when 0 then 'new' else 'answered' end, 'handle', 'staff', 'fr', 'portal', now(), current_date, current_date + n % 900 from generate_series(1, 10000) n;
    insert into "SearchEntry" (reference, version, tokens)
    select 'Z' || n, ${searchVersion}, array(select hashtextextended((random() * 30000)::int::text, n - n) from generate_series(1, 30)) from generate_series(1, 10000) n;
    analyze`);
  const sent = vi.spyOn(pg.Client.prototype, "query");
  expect(await references("elise laboratoire")).toEqual([found]);
  const statements = sent.mock.calls.map(([statement]) => statement as unknown as { text?: string; values?: unknown[] }).filter(({ text }) => text?.includes("with matched") && text.includes("tokens @>"));
  sent.mockRestore();
  expect(statements).toHaveLength(1);
  for (const { text, values } of statements) {
    const { rows } = await client.query<{ "QUERY PLAN": string }>(`explain ${text}`, values);
    const plan = rows.map((line) => line["QUERY PLAN"]).join("\n");
    expect(plan).toContain("SearchEntry_tokens_idx");
    expect(plan).not.toMatch(/Seq Scan on "?(SubjectRequest|SearchEntry)/);
  }
  await client.end();
});

/** Words of as many requests as there are ways to look for them, each with how many hold it; `kumquat` and `rutabaga` never stand together. */
const crops = { sureau: 200, mirabelle: 2_000, cassis: 3_000, kumquat: 15_000, rutabaga: 15_000, courgette: 30_000 };
type Crop = keyof typeof crops;

describe("among thirty thousand more", () => {
  const client = () => new pg.Client({ connectionString: process.env.DATABASE_URL });
  const holds = (word: Crop, n: number) => (word === "rutabaga" ? n % 2 === 1 : n % (30_000 / crops[word]) === 0);

  beforeAll(async () => {
    const words = Object.keys(crops) as Crop[];
    const tokens = new Map<Crop, string>();
    for (const word of words) tokens.set(word, (await tokensOf([word])).slice(1, -1));
    const references = new Set<string>();
    while (references.size < 30_000) references.add(referenceFrom(randomBytes(7)));
    const lines = [...references].map((reference, n) => ({ reference, n, tokens: `{${words.filter((word) => holds(word, n)).map((word) => tokens.get(word)).join()}}` }));
    const connection = client();
    await connection.connect();
    await connection.query(`create table crops as select * from json_to_recordset($1::json) as line (reference text, n int, tokens text)`, [JSON.stringify(lines)]);
    await connection.query(`
      insert into "SubjectRequest" (reference, version, state, stage, "waitingFor", locale, channel, "receivedAt", "receivedOn", "dueOn")
      select reference, 1, 'answered', 'retain', 'nobody', case when n % 7 = 0 then 'en' else 'fr' end, 'portal', now(), current_date - n % 900, current_date - n % 900 + 30 from crops;
      insert into "SearchEntry" (reference, version, tokens)
      select reference, ${searchVersion}, tokens::bigint[] || to_char(current_date - n % 900, 'YYYYMM')::bigint from crops;
      analyze`);
    await connection.end();
  }, 120_000);

  test.each(Object.keys(crops) as Crop[])("%s: page after page the latest received, and as many as there are up to a thousand", async (word) => {
    expect(Math.abs((await estimatedHits(await tokensOf([word]))) / crops[word] - 1)).toBeLessThan(0.3);
    for (const locale of [undefined, "en"] as const) {
      const expected = await db().$queryRaw<{ reference: string }[]>`
        select reference from "SubjectRequest" request join "SearchEntry" entry using (reference)
        where tokens @> ${await tokensOf([word])}::bigint[] and (${locale ?? null}::text is null or locale = ${locale ?? null}) order by "receivedOn" desc, reference desc limit 1001`;
      let after: string | undefined;
      const seen: string[] = [];
      do {
        const shown = await search(word, { locale, after });
        expect(shown.open).toBe(expected.length);
        seen.push(...shown.rows.map(({ reference }) => reference));
        after = shown.next ?? undefined;
      } while (after && seen.length < 3 * queuePageSize);
      expect(seen).toEqual(expected.slice(0, seen.length).map(({ reference }) => reference));
      expect(seen.length).toBe(Math.min(expected.length, 3 * queuePageSize));
    }
    // Words of nearly all are left to the database where something else narrows them more.
    for (const plan of await plansOf(() => search(word, crops[word] > 20_000 ? {} : { locale: "en" }))) expect(plan).not.toMatch(/Seq Scan on "?SubjectRequest/);
  });

  test("words of many that never stand together are found to be of none, and of none in a state", async () => {
    expect(await estimatedHits(await tokensOf(["kumquat", "rutabaga"]))).toBeGreaterThan(3_000);
    expect(await search("kumquat rutabaga")).toMatchObject({ rows: [], open: 0 });
    for (const word of ["mirabelle", "kumquat", "courgette"]) expect((await search(word, { state: "open" })).open).toBe(0);
  });

  test("a cursor of a day that is still to come is the first page, at no cost", async () => {
    const [first, later] = [await search("kumquat"), await search("kumquat", { after: "9999-12-31_ZZZZ-ZZZZ" })];
    expect(later.rows.map(({ reference }) => reference)).toEqual(first.rows.map(({ reference }) => reference));
  });
});
