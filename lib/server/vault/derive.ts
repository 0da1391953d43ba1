import "server-only";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { DeriveError, type Page, readFrames } from "./derive-frames";
import { startConverter, watchMemory } from "./derive-process";
import type { ProofKind } from "./sniff";
import { shareOf } from "../web-processes";
import { Turnstile } from "./turnstile";

/** Two conversions at a time (each up to 600 MiB and one core), one in each of several web processes; twenty wait in all; beyond that BusyError. */
let known: Turnstile | undefined;
const turnstile = () => (known ??= new Turnstile(shareOf(2), shareOf(20)));
/** Wall clock for one file, from the start of its process. */
const TIMEOUT_MS = 10_000;

/**
 * An original as our own pictures of its pages, one in memory at a time; the original is opened only when its
 * turn comes, and is read by a confined process of its own (derive-child.mjs), never here.
 * @throws DeriveError · BusyError · the error of the original's stream · the signal's reason
 */
export async function* derive(
  open: () => Promise<Readable>,
  kind: ProofKind,
  { signal, timeoutMs = TIMEOUT_MS }: { signal?: AbortSignal | undefined; timeoutMs?: number | undefined } = {},
): AsyncGenerator<Page, void, undefined> {
  const leave = await turnstile().enter(signal);
  const child = startConverter(kind);
  const gone = once(child, "close").catch(() => undefined);
  let failure: unknown;
  const stop = (reason: unknown) => {
    failure ??= reason;
    child.kill("SIGKILL");
    child.stdout.destroy();
  };
  const onAbort = () => stop(signal?.reason);
  const timer = setTimeout(() => stop(new DeriveError("timeout")), timeoutMs);
  const unwatch = watchMemory(child.pid, () => stop(new DeriveError("limit")));
  child.on("error", stop);
  signal?.addEventListener("abort", onAbort, { once: true });
  try {
    const fed = feed(open, child.stdin).catch(stop);
    yield* readFrames(child.stdout);
    await fed;
  } catch (error) {
    throw failure ?? error;
  } finally {
    clearTimeout(timer);
    unwatch();
    signal?.removeEventListener("abort", onAbort);
    child.kill("SIGKILL");
    child.stdin.destroy();
    child.stdout.destroy(); // unread output would keep the process from ever being reported as closed
    await gone;
    leave();
  }
  if (failure) throw failure;
}

/** Rejects with the original's own error only: a child that stops reading has decided, and says why itself. */
async function feed(open: () => Promise<Readable>, stdin: Writable): Promise<void> {
  stdin.on("error", () => undefined);
  for await (const chunk of await open()) {
    if (stdin.destroyed) return;
    await new Promise((written) => stdin.write(chunk, written));
  }
  stdin.end();
}
