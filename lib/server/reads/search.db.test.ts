import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { addNote } from "@/lib/request/handle/add-note";
import { sendMessage } from "@/lib/request/handle/send-message";
import { withdrawRequest } from "@/lib/request/retain/withdraw-request";
import { purgeCaseFile } from "@/lib/request/retain/purge-case-file";
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
import { queue, queuePageSize } from "./queue";

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

test("pages of what was found: each once, the latest due first", async () => {
  for (let made = 0; made < queuePageSize + 5; made += 1) await filed({ name: `Hippolyte ${made}` });
  const first = await search("hippo");
  const second = await search("hippo", { after: first.next ?? "" });
  const all = [...first.rows, ...second.rows].map(({ dueOn, reference }) => `${dueOn} ${reference}`);
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
  const statements = sent.mock.calls.map(([statement]) => statement as unknown as { text?: string; values?: unknown[] }).filter(({ text }) => text?.startsWith("with") && text.includes("tokens @>"));
  sent.mockRestore();
  expect(statements).toHaveLength(1);
  for (const { text, values } of statements) {
    const { rows } = await client.query<{ "QUERY PLAN": string }>(`explain ${text}`, values);
    const plan = rows.map((line) => line["QUERY PLAN"]).join("\n");
    expect(plan).toContain("SearchEntry_tokens_idx");
    expect(plan).not.toMatch(/Seq Scan on "?(SubjectRequest|SearchEntry)/);
  }
  // Words each of many, and never together, that chance would have in thousands.
  const [one, other, some] = [await tokensOf(["kumquat"]), await tokensOf(["rutabaga"]), await tokensOf(["mirabelle"])];
  await client.query(`
    insert into "SubjectRequest" (reference, version, state, stage, "waitingFor", locale, channel, "receivedAt", "receivedOn", "dueOn")
    select 'Q' || n, 1, 'answered', 'retain', 'nobody', 'fr', 'portal', now(), current_date, current_date - n % 900 from generate_series(1, 30000) n;
    insert into "SearchEntry" (reference, version, tokens) select 'Q' || n, ${searchVersion}, (case when n % 2 = 0 then '${one}' else '${other}' end::bigint[]) || case when n % 10 = 0 then '${some}'::bigint[] end from generate_series(1, 30000) n;
    analyze`);
  expect(await estimatedHits(await tokensOf(["kumquat", "rutabaga"]))).toBeGreaterThan(4_500);
  expect((await search("kumquat")).open).toBe(1_001);
  expect((await search("kumquat", { state: "open" })).open).toBe(0);
  expect(await search("kumquat rutabaga")).toMatchObject({ rows: [], open: 0 });
  expect((await search("mirabelle")).open).toBe(1_001);
  for (const typed of ["mirabelle", "kumquat"]) for (const plan of await plansOf(() => search(typed))) expect(plan, typed).not.toMatch(/Seq Scan on "?SubjectRequest/);
  await client.end();
});
