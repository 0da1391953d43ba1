import "server-only";
import type { StaffActor } from "../actor";
import { now } from "../clock";

const freshMs = 5 * 60_000;

/** Did they prove who they are within five minutes, by a second factor if they have one? What gives rights to others asks for it, and what leaves for good (`asksProof` of a command). security.md AC7. */
export function isFresh({ provenAt }: StaffActor): boolean {
  return provenAt !== null && now().getTime() - provenAt.getTime() < freshMs;
}
