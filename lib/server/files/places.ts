import "server-only";
import { Turnstile } from "../vault/turnstile";
import { shareOf } from "../web-processes";
import type { Owner } from "./owner";

/**
 * How many files are taken in at once: four for one draft or case, so that somebody whose connection stalls, or who opens
 * two hundred of them, holds up nobody but themselves; forty in all. Of several web processes each
 * has its part of the forty, and counts its four by itself: however the connections fall, one draft never holds more than
 * the four of each. What costs memory and time, the conversion, has a narrower gate of its own in the vault. Who waits longer than five seconds is asked to come back. security.md UP2, R14.
 */
let known: Turnstile | undefined;
const everyone = () => (known ??= new Turnstile(shareOf(40), shareOf(60)));
const perOwner = new Map<string, { turnstile: Turnstile; users: number }>();
const patienceMs = 5_000;

/** Resolves to the call that gives the place back. @throws BusyError, TimeoutError, or the signal's reason. */
export async function enterPlace({ draftId, reference, taskId }: Owner, signal: AbortSignal): Promise<() => void> {
  const id = draftId ?? taskId ?? reference ?? "";
  const own = perOwner.get(id) ?? { turnstile: new Turnstile(4, 60), users: 0 };
  perOwner.set(id, own);
  own.users += 1;
  const left: (() => void)[] = [
    () => {
      own.users -= 1;
      if (own.users === 0) perOwner.delete(id);
    },
  ];
  const leave = () => left.reverse().forEach((each) => each());
  try {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    for (const gate of [own.turnstile, everyone()]) left.push(await gate.enter(patience));
    return leave;
  } catch (error) {
    leave();
    throw error;
  }
}
