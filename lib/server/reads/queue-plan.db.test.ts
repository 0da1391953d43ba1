import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { rights } from "@/lib/law/rights";
import type { StaffActor } from "../actor";
import { takeNext } from "../assign";
import { db } from "../db";
import { newCase, newMember, newStaff, newTeam } from "../fixtures/cases";
import { retain } from "../jobs/retain";
import { manyRows, plansOf } from "../fixtures/plans";
import { caseOf } from "./case";
import { alone } from "./asked";
import { notices } from "./notices";
import { othersHere } from "./others-here";
import { queue, type QueueAsked } from "./queue";
import { sameName } from "./same-name";
import { samePerson } from "./same-person";

// Next's own modules need a page around them; only the reads are looked at here.
vi.mock("next/navigation", () => ({ redirect: vi.fn(), notFound: vi.fn() }));
vi.mock("next/headers", () => ({ cookies: vi.fn(), headers: vi.fn() }));

let agent: StaffActor;
let narrow: StaffActor[];
let reference: string;
beforeAll(async () => {
  agent = await newStaff("agent");
  reference = await newCase();
  const teamId = await newTeam();
  narrow = [await newMember(["agent"], teamId, "team"), await newMember(["agent"], teamId, "own"), await newMember(["agent"], null, "team")];
  await manyRows(50_000, { teamId, staffId: narrow[0]?.id ?? "" });
  // Somebody whom notes have named in thousands of cases.
  await db().$executeRaw`insert into "Mention" ("eventId", "staffId", reference, at) select gen_random_uuid(), ${agent.id}::uuid, reference, now() from "SubjectRequest" limit 5000`;
  await db().$executeRaw`analyze "Mention"`;
}, 120_000);

const filters = [{}, { who: "mine" }, { who: "nobody" }, { who: "mentioned" }, { who: "mentioned", state: "all" }, { due: "overdue" }, { due: "week" }, { due: "at-once" }, { due: "suspended" }, { state: "new" }, { state: "closed" }, { state: "all" }, { state: "to-post" }, { state: "department" }, ...rights.map((right) => ({ right })), { locale: "en" }, { who: "nobody", due: "week", right: "erasure", locale: "en" }, { team: "none" }, { team: "none", who: "nobody" }];

test.each(filters)("no page of the queue reads through the table of requests: %j", async (filter) => {
  for (const reader of [agent, ...narrow]) {
    const first = await queue(reader, filter);
    for (const after of [undefined, first.next ?? undefined]) {
      const plans = await plansOf(() => queue(reader, { ...filter, ...(after ? { after } : {}) }));
      expect(plans.length).toBeGreaterThan(0);
      for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on "?SubjectRequest/);
    }
  }
});

test("nor does a case, what is beside it, or taking the next", async () => {
  const view = await caseOf(agent, reference);
  for (const work of [agent, ...narrow].flatMap((reader) => [() => caseOf(reader, reference), () => samePerson(reader, reference, 30), () => sameName(reader, view!), () => othersHere(reader, reference), () => alone(notices(reader)), () => takeNext(reader).catch(() => "a row without events")])) {
    for (const plan of await plansOf(work)) expect(plan).not.toMatch(/Seq Scan on "?SubjectRequest/);
  }
});

test("nor does the night, looking for what its retention has ended", async () => {
  const plans = await plansOf(() => retain({}, { jobId: "1", attempt: 1, isLastAttempt: false }));
  const looks = plans.filter((plan) => plan.includes("SubjectRequest_closed_idx"));
  expect(looks, "for its values, and for any").toHaveLength(2);
  for (const plan of looks) expect(plan, "the oldest comes first out of the index").not.toContain("Sort");
  for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on "?SubjectRequest/);
});

/** With the hundred of PostgreSQL's default, a name among a million was taken for a common word and looked for among all requests. */
test("how often words occur is known of ten thousand, so that a rare one is looked for by its index", async () => {
  const [column] = await db().$queryRaw<{ target: number }[]>`select attstattarget::int as target from pg_attribute where attrelid = '"SearchEntry"'::regclass and attname = 'tokens'`;
  expect(column?.target).toBe(1_000);
});

test("what is on the desk and in which state is known together, so that late requests are walked through by date", async () => {
  const [known] = await db().$queryRaw<{ columns: string[]; kinds: string[] }[]>`select attnames::text[] as columns, kinds::text[] as kinds from pg_stats_ext where statistics_name = 'SubjectRequest_desk'`;
  expect(known).toEqual({ columns: expect.arrayContaining(["isOnDesk", "state", "suspended"]), kinds: ["m"] });
});

test("what few have, and what few lack, comes out of its index by date, and nothing is sorted to find a page", async () => {
  await db().$executeRaw`update "SubjectRequest" set "assigneeId" = ${agent.id}::uuid, "teamId" = ${narrow[0]?.teamId}::uuid where "isOnDesk" and reference like 'Y%' and hashtext(reference) % 20 <> 0`;
  await db().$executeRaw`analyze "SubjectRequest"`;
  for (const filter of [{ who: "nobody" }, { team: "none" }, { who: "mine" }, {}]) for (const plan of await plansOf(() => queue(agent, filter))) expect(/CTE page\n[^]*?CTE /.exec(plan)?.[0], plan).toMatch(/^(?:(?!Sort Key)[^])+$/);
});

test("what is on the desk under a right, late or soon due, comes out of an index that holds just these", async () => {
  for (const right of rights) for (const plan of await plansOf(() => queue(agent, { right }))) expect(plan).toMatch(new RegExp(`^(?=[^]*Index Only Scan using "SubjectRequest_right_${right.replaceAll("-", "_")}_idx")(?:(?!Sort Key: request_1)[^])+$`));
  for (const due of ["overdue", "week"]) for (const plan of await plansOf(() => queue(agent, { due }))) expect(plan).toMatch(/Index Only Scan using "SubjectRequest_owing_idx"/);
});

/** The statement of a page, as it is sent. */
async function sentFor(filter: QueueAsked): Promise<{ text: string; values: unknown[] }> {
  const sent = vi.spyOn(pg.Client.prototype, "query");
  await queue(agent, filter);
  const page = sent.mock.calls.map(([statement]) => statement as unknown as { text: string; values: unknown[] }).find(({ text }) => text?.includes("with page"));
  sent.mockRestore();
  return page ?? { text: "", values: [] };
}

test("a page of the queue is planned once a connection, as planning takes as long as reading it; one of many filters each time", async () => {
  const { text, values } = await sentFor({ right: "access" });
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  // Each time as another look, and none is kept.
  for (let time = 0; time < 8; time += 1) {
    await client.query("begin");
    await client.query({ name: "page", text, values: values.map((value) => (typeof value === "string" ? value.replace(/"id":"[^"]{36}"/g, () => `"id":"${randomUUID()}"`) : value)) });
    await client.query("rollback");
  }
  const { rows } = await client.query("select generic_plans::int as kept from pg_prepared_statements where name = 'page'");
  await client.end();
  expect(rows).toEqual([{ kept: 3 }]);
  expect(text).toMatch(/^select /);
  expect((await sentFor({ right: "access", who: "mine", locale: "en" })).text).toMatch(/^\/\* planned anew \*\/ select /);
});
