/** Takes the browsers' reports of broken content rules: only the rule's name is kept. */
import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Log } from "../log";
import { shareOf } from "../web-processes";

export const reportPath = "/api/csp-report";
const maxBytes = 64 * 1024;
const maxLinesPerMinute = 30;
const directivePattern = /^[a-z-]{1,40}$/;

let minute = 0;
let lines = 0;

/** Logs the rules a report names, at most 30 lines a minute of all web processes together, and answers 204 whatever was sent. */
export async function takeReport(request: IncomingMessage, response: ServerResponse, { log, processes = 1 }: { log: Log; processes?: number | undefined }): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
  }
  for (const directive of directivesOf(Buffer.concat(chunks).toString("utf8"))) {
    if (mayLog(shareOf(maxLinesPerMinute, processes))) log.warn({ code: "csp_violation", directive });
  }
  response.writeHead(204).end();
}

/** The directive names in a report, in the new format (a list) or the old one. */
export function directivesOf(text: string): string[] {
  try {
    const json: unknown = JSON.parse(text);
    const reports = (Array.isArray(json) ? json : [json]).slice(0, 20);
    const named = reports.map((report: Record<string, Record<string, unknown>> | null) =>
      report?.body?.effectiveDirective ?? report?.["csp-report"]?.["effective-directive"] ?? report?.["csp-report"]?.["violated-directive"]);
    return [...new Set(named.filter((name): name is string => typeof name === "string" && directivePattern.test(name)))];
  } catch {
    return [];
  }
}

function mayLog(most: number): boolean {
  const current = Math.floor(performance.now() / 60_000);
  if (current !== minute) lines = 0;
  minute = current;
  lines += 1;
  return lines <= most;
}
