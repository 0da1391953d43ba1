/**
 * Did a request get as far as our own code? A form whose body cannot be read as one fails inside Next, which calls that a
 * fault of the server; the edge says 400 instead when nothing of ours had begun. A fault of ours stays a 500.
 * Next holds its own copy of this module, so both find the same storage by its symbol.
 */
import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

type Reached = { isReached: boolean };
type Holder = { [key: symbol]: AsyncLocalStorage<Reached> | undefined };

const storage = ((globalThis as Holder)[Symbol.for("rightsdesk.reached")] ??= new AsyncLocalStorage<Reached>());

/** Runs the handling of one request; `work` is told how to ask whether our code has begun. */
export function watchReach<T>(work: (isReached: () => boolean) => T): T {
  const reached: Reached = { isReached: false };
  return storage.run(reached, () => work(() => reached.isReached));
}

/** Called where our code begins: each gate of an action, and whoever asks who is asking. */
export function markReached(): void {
  const reached = storage.getStore();
  if (reached) reached.isReached = true;
}
