import "server-only";
import { networkCountHours } from "@/lib/law/retention";
import { clientNetwork } from "../client-prefix";
import { db } from "../db";
import { enqueue } from "../jobs/enqueue";
import { log } from "../log";
import { countTry } from "../throttle";

/** Requests from one network within a day before the next ones are pointed out: a family or a small office stays below. */
const perDay = { tries: 5, windowMs: networkCountHours * 3_600_000 };

/**
 * Counts a request that was just filed against the network it came from: a keyed hash and a number, gone within a day. The
 * address itself is written nowhere. What fails here is logged: the request is filed and its person told so. `address`: as the edge saw it.
 */
export async function countFiling(reference: string, address: string | null): Promise<void> {
  const network = clientNetwork(address);
  if (network === null) return;
  try {
    if ((await countTry("filing", network, perDay)) === 0) return;
    await enqueue(db(), "find-signals", { reference, isFromBusyNetwork: true });
  } catch (error) {
    log.warn({ code: "network_not_counted", reference, error });
  }
}
