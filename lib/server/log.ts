/**
 * The log: one JSON object a line, codes and ids only. It takes a closed set of
 * fields and drops the rest, so that no name, address, message, file name,
 * query or token can reach it, whatever a caller passes.
 */
import "server-only";
import pino, { type DestinationStream } from "pino";

/** All a line may say. `route` is a pattern (`/[locale]/ask`), never an address with its query. */
export type LogFields = {
  code: string;
  requestId?: string;
  reference?: string;
  eventId?: string;
  fileId?: string;
  staffId?: string;
  jobId?: string;
  job?: string;
  route?: string;
  method?: string;
  status?: number;
  ms?: number;
  bytes?: number;
  count?: number;
  attempt?: number;
  port?: number;
  signal?: string;
  directive?: string;
  /** Only its class, its code and where it was thrown are kept: a message may quote data. */
  error?: unknown;
};

export type Log = Record<"info" | "warn" | "error", (fields: LogFields) => void>;

const texts = ["code", "requestId", "reference", "eventId", "fileId", "staffId", "jobId", "job", "route", "method", "signal", "directive"] as const;
const numbers = ["status", "ms", "bytes", "count", "attempt", "port"] as const;

/** Ids, codes and patterns use these characters; anything else is not an id and becomes "?". */
const safeText = /^[A-Za-z0-9_.:/[\]()-]{1,120}$/;

/** A log that writes to `destination` what `LogFields` names, and nothing else. */
export function createLog(destination: DestinationStream): Log {
  const writer = pino({ base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime, messageKey: "msg" }, destination);
  const write = (level: keyof Log) => (fields: LogFields) => {
    writer[level](keepSafe(fields));
  };
  return { info: write("info"), warn: write("warn"), error: write("error") };
}

function keepSafe(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of texts) {
    const value: unknown = fields[name];
    if (value !== undefined) kept[name] = typeof value === "string" && safeText.test(value) ? value : "?";
  }
  for (const name of numbers) {
    const value: unknown = fields[name];
    if (typeof value === "number" && Number.isFinite(value)) kept[name] = Math.round(value);
  }
  if (fields.error !== undefined) kept.error = describeError(fields.error);
  return kept;
}

function describeError(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, digest } = error as { code?: unknown; digest?: unknown };
  const stack = error.stack ?? "";
  const frames = stack.slice(stack.indexOf(error.message) + error.message.length);
  return {
    name: safeText.test(error.name) ? error.name : "Error",
    ...(typeof code === "string" && safeText.test(code) ? { code } : {}),
    ...(typeof digest === "string" && safeText.test(digest) ? { digest } : {}),
    at: frames.split("\n").map((frame) => frame.trim()).filter((frame) => frame.startsWith("at ")).slice(0, 8),
  };
}

/** The process's own log, on standard output. */
export const log: Log = createLog(pino.destination({ fd: 1, sync: true }));
