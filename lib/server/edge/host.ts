/**
 * Host is pinned to PUBLIC_URL: Next compares a form's Origin with it, and
 * links are built from it. A public address on this machine may be called by
 * any of its three names.
 */
import "server-only";

const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

/** The Host values we answer to, in lower case, with and without the default port. */
export function knownHosts(publicUrl: string): ReadonlySet<string> {
  const { protocol, hostname, port } = new URL(publicUrl);
  const names = loopbackNames.includes(hostname) ? loopbackNames : [hostname];
  const defaultPort = protocol === "https:" ? "443" : "80";
  return new Set(names.flatMap((name) => (port === "" ? [name, `${name}:${defaultPort}`] : [`${name}:${port}`])));
}

/** True when exactly one Host was sent and it is one of ours. */
export function isKnownHost(rawHeaders: readonly string[], hosts: ReadonlySet<string>): boolean {
  const sent = rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]!.toLowerCase() === "host");
  return sent.length === 1 && hosts.has(sent[0]!.toLowerCase());
}
