import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { home } from "../../support/run";

/** Of the embedded server the product started. */
export function databaseUrl(): string {
  const data = join(home, "data");
  const port = readFileSync(join(data, "postgres/postmaster.pid"), "utf8").split("\n")[3];
  const password = readFileSync(join(data, "postgres-password"), "utf8").trim();
  return `postgresql://rightsdesk:${password}@127.0.0.1:${port}/rightsdesk`;
}

/** One statement on the product's own database, as its owner. */
export async function query<Row extends object = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

/**
 * The staff of the set-up proved a moment ago who they are, as far as the database knows: for tests of other things.
 * `second-factor.spec.ts` proves it as people do, with staff of its own.
 */
export async function provenStaff(): Promise<void> {
  await query(`update "StaffSession" set "provenAt" = now() where "revokedAt" is null and "staffId" in (select id from "Staff" where email like '%@optimarest.example')`);
}

/**
 * A hash of everything known of these requests, of every member of staff and of their links: what a refused or a reading
 * request must leave as it was. Left out: that somebody looked (`…Viewed`, `FollowOpened`), which reading is to record, and
 * what the machine noticed (`SignalRaised`): another request of this moment may send the same picture.
 */
export async function stateOf(...references: string[]): Promise<string> {
  const tables = await Promise.all([
    query(`select * from "Event" where reference = any($1) and type not in ('CaseViewed','FileViewed','FollowOpened','SignalRaised') order by position`, [references]),
    query(`select to_jsonb("SubjectRequest") - 'version' from "SubjectRequest" where reference = any($1) order by reference`, [references]),
    query(`select * from "File" where reference = any($1) order by id`, [references]),
    query(`select id, email, name, roles, "disabledAt", "passwordHash" from "Staff" where email like '%@optimarest.example' order by id`),
  ]);
  return createHash("sha256").update(JSON.stringify(tables, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))).digest("hex");
}

/** Waits until the worker has sent every letter of this request, so that nothing moves by itself any more. */
export async function settled(reference: string, letters = 1): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    const [row] = await query<{ count: number }>(`select count(*)::int as count from "Event" where reference = $1 and type in ('LetterSent','LetterFailed')`, [reference]);
    if ((row?.count ?? 0) >= letters) return;
    await sleep(100);
  }
  throw new Error(`the letters of ${reference} were not sent`);
}
