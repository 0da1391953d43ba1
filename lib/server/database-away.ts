import "server-only";
import { markAway } from "./reached";

/**
 * What becomes of a statement that fails: it fails, and where the database was away, gone, starting, or not answering in time, the
 * edge of the request it was for is told. What it does answer, and we did wrong, is a fault of ours. security.md R6, R7.
 */
export function tellingAway(error: unknown): never {
  if (isAway(error)) markAway();
  throw error;
}

const kinds: ReadonlySet<unknown> = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]);
/** SQLSTATE: the connection failed, ended by an operator, a crash or a limit of time, a lock that did not come free. https://www.postgresql.org/docs/18/errcodes-appendix.html */
const codes = /^(?:08|57|55P03)/;

/** What has no answer of the database in it is the connection's own. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error) || error.name !== "DriverAdapterError") return true;
  const { kind, originalCode = "" } = error.cause as { kind?: string; originalCode?: string };
  return kinds.has(kind) || codes.test(originalCode);
}
