/** What all generated requests share. */
import { referenceFrom } from "@/lib/request/reference";

const dayMs = 86_400_000;
/** Requests came over three years; one in twelve in the last 60 days, in which staff lag behind. */
const days = 1_095;
export const backlogDays = 60;
const backlogShare = 1 / 12;

/** `now`: UTC, ms. `isAllOpen`: all received over the last four weeks, and none answered yet. */
export type World = { seed: number; size: number; now: number; agents: readonly string[]; dpo: string; isAllOpen?: boolean };

/** When a request was received, ms: a later one never before an earlier one. */
export function receivedMs({ now, size, isAllOpen }: World, index: number): number {
  const place = (index + 0.5) / size;
  const end = now - 600_000;
  if (isAllOpen) return Math.floor(end - 28 * dayMs * (1 - place));
  const early = 1 - backlogShare;
  const ago = place < early ? backlogDays + (days - backlogDays) * (1 - place / early) : backlogDays * ((1 - place) / backlogShare);
  return Math.floor(end - ago * dayMs);
}

const many = 29n ** 7n;

/** The reference of a request: no two of a world have the same. */
export function referenceOf({ seed }: World, index: number): string {
  let place = (BigInt(index) * 7_368_787_961n + BigInt(seed) * 104_729n) % many;
  const digits = new Uint8Array(7);
  for (let digit = 0; digit < 7; digit += 1) {
    digits[digit] = Number(place % 29n);
    place /= 29n;
  }
  return referenceFrom(digits);
}
