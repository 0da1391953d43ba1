/** How large a body may be and how fast it must come. */
import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { fileLimits } from "@/lib/request/import/columns";
import { mostBytes } from "../api/read-json";
import { hasBody, refuse } from "./refusal";

const mebibyte = 1024 * 1024;

/** Forms: as much as Next takes in an action, so that too much is our 413 and not its 500. */
const formLimit = mebibyte;

/** Other limits, by path. A file upload carries 25 MB and its envelope; its handler counts each file. A register has its own. A program's question is short. */
const otherLimits: readonly { prefix: string; bytes: number }[] = [
  { prefix: "/api/files", bytes: 26 * mebibyte },
  { prefix: "/api/import", bytes: fileLimits.bytes + mebibyte },
  { prefix: "/api/v1", bytes: mostBytes },
];

/** A body that brings nothing for this long is given up. */
export const bodyIdleMs = 15_000;

/** Most bytes a body sent to this path may have. */
export function bodyLimit(path: string): number {
  return otherLimits.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`))?.bytes ?? formLimit;
}

/** True when the announced length is already too much. */
export function isTooLong(request: IncomingMessage, path: string): boolean {
  return Number(request.headers["content-length"] ?? 0) > bodyLimit(path);
}

/**
 * Counts and times the body as it comes in, whoever reads it: Node hands every
 * piece to `push`. Idle means that nothing came although the reader waits.
 */
export function watchBody(request: IncomingMessage, response: ServerResponse, path: string, idleMs = bodyIdleMs): void {
  if (!hasBody(request)) return;
  const limit = bodyLimit(path);
  const push = request.push.bind(request);
  let seen = 0;
  const timer = setInterval(() => {
    if (request.readableLength > 0) return; // the reader is slow, not the sender
    clearInterval(timer);
    refuse(request, response, 408);
  }, idleMs);
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (chunk === null) clearInterval(timer);
    else timer.refresh();
    seen += chunk?.length ?? 0;
    if (seen <= limit) return push(chunk, encoding);
    clearInterval(timer);
    refuse(request, response, 413);
    request.destroy();
    return false;
  };
  request.once("close", () => clearInterval(timer));
}
