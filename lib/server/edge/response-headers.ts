/** The headers of every answer: pages, files, redirects, refusals, errors. */
import "server-only";
import type { OutgoingHttpHeaders, ServerResponse } from "node:http";

/**
 * Referrer-Policy is `same-origin`, not `no-referrer`: under the latter,
 * browsers send `Origin: null` with a plain form, which the Origin check must
 * refuse. Nothing leaves for another site either way.
 */
export const fixedHeaders: Readonly<Record<string, string>> = {
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(self), screen-wake-lock=(), usb=(), xr-spatial-tracking=()",
  "X-Frame-Options": "DENY",
};

/** The policy of a page; its scripts carry the nonce, and only they run. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'", `script-src 'nonce-${nonce}' 'strict-dynamic'`, "style-src 'self'", "img-src 'self' blob: data:",
    "font-src 'self'", "connect-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'", "report-to csp",
  ].join("; ");
}

const builtFiles = "/_next/static/";
const lastingCache = "public, max-age=31536000, immutable";

export type AnswerFacts = {
  path: string;
  csp: string;
  requestId: string;
  isDraining: () => boolean;
  /** True while a form was sent and none of our own code has run: if that fails, its body could not be read. */
  isUnread?: () => boolean;
  /** Seconds until whoever asks may try again; 0: they need not wait. */
  retryAfter?: () => number;
  /** True where the database was away; and where a form was given back with a fault of ours. */
  isAway?: () => boolean;
  isFailed?: () => boolean;
};

/** By then a database that was started again is back, or it takes longer. */
const awaySeconds = 5;

/**
 * Makes sure no answer leaves without them, whoever writes it: Node sends
 * every header through `writeHead`. A policy set by a handler (files have a
 * stricter one) stays.
 */
export function guardAnswer(response: ServerResponse, facts: AnswerFacts): void {
  const writeHead = response.writeHead.bind(response) as (status: number, reason?: string) => ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const given = rest.at(-1);
    if (typeof given === "object" && given !== null) setAll(response, given as OutgoingHttpHeaders | string[]);
    const said = statusSaid(status, facts);
    if (said !== status && (said === 429 || said === 503)) response.setHeader("Retry-After", String(said === 503 ? awaySeconds : facts.retryAfter?.()));
    complete(response, said, facts);
    return typeof rest[0] === "string" && said === status ? writeHead(said, rest[0]) : writeHead(said);
  }) as typeof response.writeHead;
}

/** A form of Next answers 200 or, where it could not be read, 500; next-auth 401. What fails because the database is away is no fault of ours: 503. Redirects and faults stay what they are. */
function statusSaid(status: number, { isUnread, retryAfter, isAway, isFailed }: AnswerFacts): number {
  if (isAway?.() && (status === 500 || (status === 200 && isFailed?.()))) return 503;
  if (status === 500 && isUnread?.()) return 400;
  return (status === 200 || status === 401) && (retryAfter?.() ?? 0) > 0 ? 429 : status;
}

function setAll(response: ServerResponse, given: OutgoingHttpHeaders | string[]): void {
  const pairs = Array.isArray(given) ? Array.from({ length: given.length / 2 }, (_, i) => [given[2 * i]!, given[2 * i + 1]!] as const) : Object.entries(given);
  for (const [name, value] of pairs) if (value !== undefined) response.setHeader(name, value);
}

function complete(response: ServerResponse, status: number, { path, csp, requestId, isDraining }: AnswerFacts): void {
  for (const [name, value] of Object.entries(fixedHeaders)) response.setHeader(name, value);
  if (!response.hasHeader("Content-Security-Policy")) response.setHeader("Content-Security-Policy", csp);
  response.setHeader("Reporting-Endpoints", 'csp="/api/csp-report"');
  response.setHeader("X-Request-Id", requestId);
  const isLasting = path.startsWith(builtFiles) && (status === 200 || status === 206 || status === 304);
  response.setHeader("Cache-Control", isLasting ? lastingCache : "private, no-store");
  response.removeHeader("X-Powered-By");
  if (endsSession(response)) response.setHeader("Clear-Site-Data", '"cache", "storage"');
  for (const name of response.getHeaderNames()) if (name.startsWith("x-nextjs-") && !routerAnswers.has(name)) response.removeHeader(name);
  if (isDraining()) response.setHeader("Connection", "close");
}

/** True when the answer takes a session's cookie away: then nothing it showed stays in the browser either. Other cookies stay. */
function endsSession(response: ServerResponse): boolean {
  const set = response.getHeader("Set-Cookie");
  return [set].flat().some((line) => typeof line === "string" && /^__Host-(office|follow)=;.*\bMax-Age=0\b/i.test(line));
}

/** What the browser's router reads from an answer; the rest of `x-nextjs-*` only tells how Next works inside. */
const routerAnswers = new Set(["x-nextjs-stale-time", "x-nextjs-postponed", "x-nextjs-rewritten-path", "x-nextjs-rewritten-query", "x-nextjs-action-not-found", "x-nextjs-redirect", "x-nextjs-deployment-id"]);
