import "server-only";
import { commaOf, db, type Prisma, raw, sql } from "../db";

/** A read that may be sent with others in one statement. `statement`: null where nothing is theirs to see; its rows come as JSON, so dates as text. */
export type Asked<Row, Result> = { statement: Prisma.Sql | null; read: (rows: Row[]) => Result };

// The rows are the read's own affair.
type Any = Asked<never, unknown>;

/** Reads all of these, in one statement. */
export async function together<All extends Record<string, Any>>(asked: All): Promise<{ [Name in keyof All]: ReturnType<All[Name]["read"]> }> {
  const sent = Object.entries(asked).flatMap(([name, { statement }]) => (statement ? [sql`(select json_agg(found) from (${statement}) found) as ${raw(`"${name}"`)}`] : []));
  const [rows = {}] = sent.length > 0 ? await db().$queryRaw<Record<string, never[] | null>[]>`select ${commaOf(sent)}` : [];
  return Object.fromEntries(Object.entries(asked).map(([name, { read }]) => [name, read(rows[name] ?? [])])) as { [Name in keyof All]: ReturnType<All[Name]["read"]> };
}

/** Reads this alone. */
export async function alone<Row, Result>(asked: Asked<Row, Result>): Promise<Result> {
  return (await together({ asked: asked as Asked<never, Result> })).asked;
}
