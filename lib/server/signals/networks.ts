import "server-only";
import { BlockList, isIPv6 } from "node:net";
import { networkCountHours } from "@/lib/law/retention";
import { clientPrefix } from "../client-prefix";
import { db } from "../db";
import { enqueue } from "../jobs/enqueue";
import { log } from "../log";
import { countTry } from "../throttle";

/** Requests from one network within a day before the next ones are pointed out: a family or a small office stays below. */
const perDay = { tries: 5, windowMs: networkCountHours * 3_600_000 };

/** Networks that are nobody's on the Internet: behind them stands a proxy of our own, and all who come through it look like one. */
const inside = new BlockList();
for (const [network, bits] of [["127.0.0.0", 8], ["10.0.0.0", 8], ["172.16.0.0", 12], ["192.168.0.0", 16], ["100.64.0.0", 10], ["169.254.0.0", 16]] as const) inside.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [["::1", 128], ["fc00::", 7], ["fe80::", 10]] as const) inside.addSubnet(network, bits, "ipv6");

/**
 * Counts a request that was just filed against the network it came from: a keyed hash and a number, gone within a day. The
 * address itself is written nowhere. What fails here is logged: the request is filed and its person told so. `address`: as the edge saw it.
 */
export async function countFiling(reference: string, address: string | null): Promise<void> {
  const prefix = clientPrefix(address);
  if (address === null || prefix === "unknown" || inside.check(address, isIPv6(address) ? "ipv6" : "ipv4")) return;
  try {
    if ((await countTry("filing", prefix, perDay)) === 0) return;
    await enqueue(db(), "find-signals", { reference, isFromBusyNetwork: true });
  } catch (error) {
    log.warn({ code: "network_not_counted", reference, error });
  }
}
