import "server-only";
import { commaOf, db, plannedAnew, type Prisma, raw, sql } from "../db";

/** A read that may be sent with others in one statement. `statement`: null where nothing is theirs to see; its rows come as JSON, so dates as text. `isPlannedAnew`: its best way depends on its values (`plannedAnew` in db.ts). */
export type Asked<Row, Result> = { statement: Prisma.Sql | null; isPlannedAnew?: boolean; read: (rows: Row[]) => Result };

// The rows are the read's own affair.
type Any = Asked<never, unknown>;

/** Reads all of these, in one statement and in their order; each that is planned anew has its own, so that the others keep their plan. */
export async function together<All extends Record<string, Any>>(asked: All): Promise<{ [Name in keyof All]: Awaited<ReturnType<All[Name]["read"]>> }> {
  const reads = Object.entries(asked).filter(([, { statement }]) => statement);
  const anew = reads.filter(([, { isPlannedAnew }]) => isPlannedAnew);
  const kept = reads.filter(([, { isPlannedAnew }]) => !isPlannedAnew);
  const rows: Rows = Object.assign({}, ...(await Promise.all([...anew.map((one) => send([one], plannedAnew)), send(kept)])));
  // What a read still has to do is waited for here: a promise handed on could fail while nobody listens.
  const results = await Promise.all(Object.entries(asked).map(async ([name, { read }]) => [name, await read(rows[name] ?? [])] as const));
  return Object.fromEntries(results) as { [Name in keyof All]: Awaited<ReturnType<All[Name]["read"]>> };
}

type Rows = Record<string, never[] | null>;

async function send(reads: readonly [name: string, read: Any][], how = sql``): Promise<Rows> {
  if (reads.length === 0) return {};
  const columns = reads.map(([name, { statement }]) => sql`(select json_agg(found) from (${statement}) found) as ${raw(`"${name}"`)}`);
  const [rows = {}] = await db().$queryRaw<Rows[]>`${how}select ${commaOf(columns)}`;
  return rows;
}

/** Reads this alone. */
export async function alone<Row, Result>(asked: Asked<Row, Result>): Promise<Awaited<Result>> {
  return (await together({ asked: asked as Asked<never, Result> })).asked as Awaited<Result>;
}
