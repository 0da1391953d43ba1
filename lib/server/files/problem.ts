import "server-only";
import { BusyError } from "../vault/turnstile";
import { UploadError } from "../vault/body";
import { StorageFullError } from "../vault/storage";

/** What can go wrong with an upload, and the status that says it. Each has its words in `follow.upload.error`. */
export const problemStatus = {
  type: 415,
  "too-large": 413,
  empty: 422,
  "too-many": 422,
  malformed: 422,
  limit: 422,
  encrypted: 422,
  malware: 422,
  "storage-full": 507,
  aborted: 400,
  expired: 401,
  closed: 409,
  busy: 503,
  failed: 500,
} as const;
export type Problem = keyof typeof problemStatus;

/** Ends an upload with a problem the person is told. */
export class UploadProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem);
    this.name = "UploadProblem";
  }
}

/** The problem an error stands for; `failed` is a fault of ours, to be logged. */
export function problemOf(error: unknown): Problem {
  if (error instanceof UploadProblem) return error.problem;
  if (error instanceof BusyError || (error instanceof DOMException && error.name === "TimeoutError")) return "busy";
  if (error instanceof StorageFullError) return "storage-full";
  if (!(error instanceof UploadError)) return "failed";
  if (error.code === "not-multipart") return "malformed";
  return error.code === "timeout" ? "aborted" : error.code;
}
