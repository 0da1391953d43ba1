/** Who is calling, for limits alone: the address our outermost proxy saw. security.md RL2. */
import "server-only";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/**
 * Each proxy adds the address it saw at the end of `X-Forwarded-For`; whatever a client wrote there itself stands further left
 * and is never believed. With as many hops as there are proxies of ours, the last of them counts; with none, the socket.
 */
export function clientAddress(request: Pick<IncomingMessage, "headers" | "socket">, trustedHops: number): string {
  const socket = request.socket.remoteAddress ?? "";
  if (trustedHops === 0) return socket;
  const said = [request.headers["x-forwarded-for"] ?? []].flat().join(",").split(",").map((part) => part.trim());
  const seen = said.at(-trustedHops) ?? "";
  return isIP(seen) ? seen : socket;
}
