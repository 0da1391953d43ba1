import "server-only";
import { countTry } from "../throttle";
import type { Owner } from "./owner";

/**
 * KiB that drafts from one network may store in a day, a quarter of what all may: one who fills the room of all needs four networks.
 * A hundred people of one office or one carrier's network, with ten pages each, stay far below. Counted is what came, also if it was taken
 * back or sent: a keyed hash and a number, gone within a day. security.md UP9, RL1.
 */
const perDay = { tries: 1024 ** 2, windowMs: 86_400_000 };

/** Counts what was just stored for a draft: may it stay? With no bytes it is only asked whether there is room left. */
export async function hasNetworkRoom({ network }: Owner, bytes: number): Promise<boolean> {
  return network === null || (await countTry("draft-bytes", network, perDay, Math.ceil(bytes / 1024))) === 0;
}
