import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlQueryable } from "@prisma/driver-adapter-utils";
import { Prisma, PrismaClient } from "@/prisma/generated/client";
import { tellingAway } from "./database-away";
import { databaseUrl } from "./env";
import { shareOf } from "./web-processes";

const holder = globalThis as { rightsdeskDb?: PrismaClient };

/**
 * Connections of one process, and of all web processes together: with those the worker and the commands open they stay below
 * the hundred that a PostgreSQL gives unless told otherwise. Twelve processes still have five each.
 */
const mostConnections = 10;
const mostTogether = 60;

/** The one database client of this process. A statement may take 5 s, a lock 3 s, a connection 5 s, a transaction 10 s. */
export function db(): PrismaClient {
  holder.rightsdeskDb ??= connect(databaseUrl());
  return holder.rightsdeskDb;
}

/** One more client with one connection, to be disconnected: for what must not wait for a place among those. */
export function apart(): PrismaClient {
  return connect(databaseUrl(), 1);
}

function connect(connectionString: string, max = Math.min(mostConnections, shareOf(mostTogether))): PrismaClient {
  const adapter = new WatchedPg({
    connectionString,
    max,
    connectionTimeoutMillis: 5_000,
    // What is asked for is in memory or on a disk without a head: at the price of a spinning one, a search of one name among a million reads the whole list.
    options: "-c statement_timeout=5000 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=15000 -c random_page_cost=1.1",
  }, { statementNameGenerator: nameOf });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 10_000 } });
}

/** The driver; whoever waits for a statement it could not bring to the database is told so. */
class WatchedPg extends PrismaPg {
  override async connect() {
    const adapter = watched(await super.connect());
    const begin = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = (level) => begin(level).then(watched, tellingAway);
    return adapter;
  }
}

function watched<Driver extends SqlQueryable>(driver: Driver): Driver {
  const [queryRaw, executeRaw] = [driver.queryRaw.bind(driver), driver.executeRaw.bind(driver)];
  driver.queryRaw = (query) => queryRaw(query).catch(tellingAway);
  driver.executeRaw = (query) => executeRaw(query).catch(tellingAway);
  return driver;
}

/** Statements with a name, by their text. */
const named = new Map<string, string>();
const mostNamed = 100;

/**
 * A statement with a name is read, and mostly planned, once by each connection: for a page of the queue that takes the database as long
 * as to answer it. Those we wrote out have one, so many at most; Prisma's own differ with the length of their lists and would fill its memory.
 * What begins with `plannedAnew` has none.
 */
function nameOf({ sql: text }: { sql: string }): string {
  const known = named.get(text);
  if (known !== undefined) return known;
  const name = /^\s*(select|with)\b/.test(text) && named.size < mostNamed ? `s${named.size}` : "";
  if (name) named.set(text, name);
  return name;
}

export type Tx = Prisma.TransactionClient;

/** A piece of a statement, with its values as parameters; and one that is written out as it is: names of ours, never what somebody typed. */
export const { sql, raw } = Prisma;

/** At the start of a statement whose best way depends on its values: no plan is kept for it. */
export const plannedAnew = sql`/* planned anew */ `;

/** All of these conditions; one at least. */
export const allOf = (conditions: readonly Prisma.Sql[]): Prisma.Sql => Prisma.join([...conditions], " and ");
/** One after the other, as a list of columns; one at least. */
export const commaOf = (pieces: readonly Prisma.Sql[]): Prisma.Sql => Prisma.join([...pieces], ", ");

/** The shapes of rows and filters, for those who read them: Prisma itself is imported here and in `store.ts` alone. */
export type { Draft as DraftRow, File as FileRow, Prisma } from "@/prisma/generated/client";
