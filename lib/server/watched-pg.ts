import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlQueryable } from "@prisma/driver-adapter-utils";
import { markAway } from "./reached";

/**
 * The driver, with an ear for a database that is away: gone, starting, or not answering in time. What it does answer, and we did
 * wrong, is a fault of ours. The statement fails as it would have; the edge of the request it was for is told. security.md R6, R7.
 */
export class WatchedPg extends PrismaPg {
  override async connect() {
    const adapter = watched(await super.connect());
    const begin = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = (level) => begin(level).then(watched, told);
    return adapter;
  }
}

function watched<Driver extends SqlQueryable>(driver: Driver): Driver {
  const [queryRaw, executeRaw] = [driver.queryRaw.bind(driver), driver.executeRaw.bind(driver)];
  driver.queryRaw = (query) => queryRaw(query).catch(told);
  driver.executeRaw = (query) => executeRaw(query).catch(told);
  return driver;
}

const kinds: ReadonlySet<unknown> = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]);
/** SQLSTATE: the connection failed, ended by an operator, a crash or a limit of time, a lock that did not come free. https://www.postgresql.org/docs/18/errcodes-appendix.html */
const codes = /^(?:08|57|55P03)/;

function told(error: unknown): never {
  if (isAway(error)) markAway();
  throw error;
}

/** What has no answer of the database in it is the connection's own. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error) || error.name !== "DriverAdapterError") return true;
  const { kind, originalCode = "" } = error.cause as { kind?: string; originalCode?: string };
  return kinds.has(kind) || codes.test(originalCode);
}
