import "server-only";
import { STATUS_CODES } from "node:http";
import { env } from "../env";

/** What is wrong with one field; `pointer` is a JSON Pointer in a URI fragment, e.g. `#/events/0/at`. */
export type FieldProblem = { pointer: string; detail: string };

type Problem = { status: number; detail: string; errors?: readonly FieldProblem[]; headers?: Record<string, string> };

/** A problem document (RFC 9457). One with `errors` has a type of its own, told on the page about the calculation. */
export function problem({ status, detail, errors, headers = {} }: Problem): Response {
  const about = errors ? { type: `${env().publicUrl}/en/time-limit#invalid-question`, title: "The question cannot be answered" } : { type: "about:blank", title: STATUS_CODES[status] };
  const document = JSON.stringify({ ...about, status, detail, ...(errors ? { errors } : {}) });
  return new Response(document, { status, headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers } });
}
