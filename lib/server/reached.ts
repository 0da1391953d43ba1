/**
 * What our code tells the edge of a request, where Next lets it set neither status nor header: that it was reached, and that
 * whoever asks must slow down. A form whose body cannot be read as one fails inside Next, which calls that a
 * fault of the server; the edge says 400 instead when nothing of ours had begun. A fault of ours stays a 500.
 * Next holds its own copy of this module, so both find the same storage by its symbol.
 */
import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

export type Reached = { isReached: boolean; retryAfterSeconds: number };
type Holder = { [key: symbol]: AsyncLocalStorage<Reached> | undefined };

const storage = ((globalThis as Holder)[Symbol.for("rightsdesk.reached")] ??= new AsyncLocalStorage<Reached>());

/** Runs the handling of one request; `work` is given what our code tells of it, as it comes to be told. */
export function watchReach<T>(work: (reached: Readonly<Reached>) => T): T {
  const reached: Reached = { isReached: false, retryAfterSeconds: 0 };
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
