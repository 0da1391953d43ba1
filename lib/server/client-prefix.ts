import "server-only";
import { BlockList, isIPv4, isIPv6 } from "node:net";

/** Networks that are nobody's on the Internet: behind them stands a proxy of our own, and all who come through it look like one. */
const inside = new BlockList();
for (const [network, bits] of [["127.0.0.0", 8], ["10.0.0.0", 8], ["172.16.0.0", 12], ["192.168.0.0", 16], ["100.64.0.0", 10], ["169.254.0.0", 16]] as const) inside.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [["::1", 128], ["fc00::", 7], ["fe80::", 10]] as const) inside.addSubnet(network, bits, "ipv6");

/** The network an address on the Internet is in, or null: of those who cannot be told apart, none is held to account for the others. */
export function clientNetwork(address: string | null): string | null {
  const prefix = clientPrefix(address);
  if (address === null || prefix === "unknown") return null;
  return inside.check(address, isIPv6(address) ? "ipv6" : "ipv4") ? null : prefix;
}

/**
 * The network an address is in, for counting tries: IPv4 by its first 24 bits, IPv6 by its first 56. One household or office
 * counts as one; nobody is told apart within it. `address` comes from the edge, which takes it from the socket and lets no
 * client say another. What is no address shares one name. security.md RL1, RL2.
 */
export function clientPrefix(address: string | null): string {
  const plain = (address ?? "").replace(/^::ffff:(?=\d+\.)/i, "");
  if (isIPv4(plain)) return `${plain.slice(0, plain.lastIndexOf("."))}.0/24`;
  return isIPv6(plain) ? `${first56Bits(plain)}::/56` : "unknown";
}

/** "2001:db8::1" → "2001:db8:0:0": four groups, the last of them cut to its first byte. */
function first56Bits(address: string): string {
  const [head = "", tail] = address.split("%", 1)[0]!.split("::");
  const [before, after] = [groupsOf(head), groupsOf(tail ?? "")];
  const groups = [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
  return [...groups.slice(0, 3), (groups[3] ?? 0) & 0xff00].map((group) => group.toString(16)).join(":");
}

/** The groups of one side of "::"; an IPv4 address at the end fills two. */
function groupsOf(part: string): number[] {
  if (part === "") return [];
  return part.split(":").flatMap((group) => (group.includes(".") ? [0, 0] : [Number.parseInt(group, 16)]));
}
