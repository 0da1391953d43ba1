/** What Node cannot read as a request still gets a proper answer, with every header. */
import "server-only";
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { sentenceFor } from "./refusal";
import { contentSecurityPolicy, fixedHeaders } from "./response-headers";

const statuses: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, HPE_INVALID_METHOD: 405, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** Answers what is not even HTTP, once, and closes the line. */
export function answerClientError(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = statuses[error.code ?? ""] ?? 400;
  const text = `${sentenceFor(status)}\n`;
  const headers = {
    ...fixedHeaders,
    "Content-Security-Policy": contentSecurityPolicy("none"),
    "Cache-Control": "private, no-store",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": String(Buffer.byteLength(text)),
    ...(status === 405 ? { Allow: "GET, HEAD, POST" } : {}),
    Connection: "close",
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("");
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n${text}`, () => socket.destroy());
}
