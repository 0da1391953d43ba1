import type { Answer } from "./http";

/** An answer without what is drawn anew each time: nonces, ids of requests, dates; and without the address that was asked for. */
export function essence({ status, text, headers }: Answer, ...asked: string[]): string {
  const { date, "x-request-id": id, ...rest } = headers;
  const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "NONCE";
  const whole = JSON.stringify({ status, headers: rest, text });
  // React names two of its boundaries anew in each answer.
  return [nonce, ...asked].reduce((all, part) => all.replaceAll(part, "X"), whole).replace(/"[\w-]{21}[vm]\\+"/g, "X");
}

/** Where two texts part, shortened; empty when they do not. */
export function difference(a: string, b: string): string {
  const at = [...a].findIndex((character, index) => character !== b[index]);
  return a === b ? "" : `${a.slice(Math.max(0, at - 60), at + 60)} ≠ ${b.slice(Math.max(0, at - 60), at + 60)}`;
}
