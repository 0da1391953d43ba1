/**
 * What a client may tell Next. Headers that Next uses between its own parts
 * (`x-middleware-*`, `x-nextjs-*`, `x-invoke-*`, `x-matched-path`,
 * `next-resume` …) and those a reverse proxy would add are a list that grows
 * with every version; so the rule is the other way round: of `x-*` nothing
 * passes, of `next-*` only what the browser's router sends.
 */
import "server-only";
import type { IncomingMessage } from "node:http";

const routerHeaders = new Set(["next-action", "next-router-state-tree", "next-router-prefetch", "next-router-segment-prefetch", "next-url"]);
const dropped = new Set(["content-security-policy", "content-security-policy-report-only", "forwarded", "via", "traceparent", "tracestate", "upgrade"]);

/** True when the header may reach Next. */
export function isPassedOn(name: string): boolean {
  const lower = name.toLowerCase();
  if (lower.startsWith("x-") || dropped.has(lower)) return false;
  return !lower.startsWith("next-") || routerHeaders.has(lower);
}

/** Removes what may not pass, in both places Node keeps headers, and adds what we say ourselves. */
export function rewriteHeaders(request: IncomingMessage, ours: Record<string, string>): void {
  for (const name of Object.keys(request.headers)) if (!isPassedOn(name)) delete request.headers[name];
  const kept = request.rawHeaders.flatMap((text, index, all) => (index % 2 === 0 && isPassedOn(text) ? [text, all[index + 1]!] : []));
  for (const [name, value] of Object.entries(ours)) {
    request.headers[name] = value;
    kept.push(name, value);
  }
  request.rawHeaders = kept;
}

/** Server Action ids are 40 to 42 hexadecimal digits; anything else cannot name one. */
export function isActionId(value: string | string[] | undefined): boolean {
  return typeof value === "string" && /^[0-9a-f]{40,42}$/.test(value);
}

/** A POST that Next reads as a form's action before any code of ours runs. */
export function isForm({ method, headers }: IncomingMessage, path: string): boolean {
  return method === "POST" && !path.startsWith("/api/") && (headers["next-action"] !== undefined || (headers["content-type"] ?? "").startsWith("multipart/form-data"));
}

/** An origin-form target (`/path?query`) without what servers and browsers read differently. */
export function isPlainTarget(target: string | undefined): target is string {
  return target !== undefined && /^\/(?!\/)[\u0021-\u007e]*$/.test(target) && !target.includes("\\") && target.length <= 4096 && isDecodable(target);
}

/** False for percent signs that stand for no character: Next calls them a fault of its own. */
function isDecodable(target: string): boolean {
  try {
    return decodeURIComponent(target.split("?", 1)[0]!) !== undefined;
  } catch {
    return false;
  }
}
