/**
 * What our code tells the edge of a request, where Next lets it set neither status nor header: that it was reached, and that
 * whoever asks must slow down, or try again once the database is back. A form whose body cannot be read as one fails inside Next, which calls that a
 * fault of the server; the edge says 400 instead when nothing of ours had begun. A fault of ours stays a 500.
 * Next holds its own copy of this module, so both find the same storage by its symbol.
 */
import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

/** `isAway`: the database was, for a statement at least; `isFailed`: a form was answered with a fault of ours. */
export type Reached = { isReached: boolean; retryAfterSeconds: number; isAway: boolean; isFailed: boolean };
type Holder = { [key: symbol]: AsyncLocalStorage<Reached> | undefined };

const storage = ((globalThis as Holder)[Symbol.for("rightsdesk.reached")] ??= new AsyncLocalStorage<Reached>());

/** Runs the handling of one request; `work` is given what our code tells of it, as it comes to be told. */
export function watchReach<T>(work: (reached: Readonly<Reached>) => T): T {
  const reached: Reached = { isReached: false, retryAfterSeconds: 0, isAway: false, isFailed: false };
  return storage.run(reached, () => work(reached));
}

/** Called where our code begins: each gate of an action, and whoever asks who is asking. */
export function markReached(): void {
  const reached = storage.getStore();
  if (reached) reached.isReached = true;
}

/** Called where tries are counted and there were too many: the answer is 429, with when to try again. security.md AU5. */
export function markSlowed(retryAfterSeconds: number): void {
  const reached = storage.getStore();
  if (reached) reached.retryAfterSeconds = Math.max(1, Math.ceil(retryAfterSeconds));
}

/** Called where a statement found no database to answer it: what fails by it is answered 503. security.md R6. */
export function markAway(): void {
  const reached = storage.getStore();
  if (reached) reached.isAway = true;
}

/** Called where a form is given back with a fault of ours, which Next answers with 200. */
export function markFailed(): void {
  const reached = storage.getStore();
  if (reached) reached.isFailed = true;
}
