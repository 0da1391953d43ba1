import "server-only";

/** What is wrong with an upload as a whole, with the status to answer. `results` are the files already taken in. */
export type UploadErrorCode = "not-multipart" | "malformed" | "too-large" | "too-many" | "timeout" | "aborted";
const STATUS = { "not-multipart": 415, malformed: 400, "too-large": 413, "too-many": 422, timeout: 408, aborted: 400 } as const;

export class UploadError extends Error {
  readonly status: (typeof STATUS)[UploadErrorCode];
  /** Set by parseUpload: what `onFile` had returned before; the caller removes or keeps it. */
  results: unknown[] = [];

  constructor(readonly code: UploadErrorCode) {
    super(code);
    this.name = "UploadError";
    this.status = STATUS[code];
  }
}

export type BodyLimits = { totalBytes: number; idleMs: number; totalMs: number };

/**
 * The body of a request in pieces of at most 64 KiB. The clocks run only while we wait for the client, so slow
 * work of ours (converting a file) is never held against it: `idleMs` per piece, `totalMs` for all waiting.
 * The signal ends the reading at once.
 * @throws UploadError "too-large" (before reading when the length is declared), "timeout", "aborted"
 */
export async function* readBody(request: Request, limits: BodyLimits, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (!(declared <= limits.totalBytes)) throw new UploadError("too-large");
  if (!request.body) throw new UploadError("malformed");
  const reader = request.body.getReader();
  const cancel = () => void reader.cancel().catch(() => undefined);
  signal?.addEventListener("abort", cancel, { once: true });
  let bytes = 0;
  let waitedMs = 0;
  try {
    for (;;) {
      const since = performance.now();
      const { value, done } = await within(reader.read(), Math.min(limits.idleMs, limits.totalMs - waitedMs));
      waitedMs += performance.now() - since;
      if (done) return;
      bytes += value.byteLength;
      if (bytes > limits.totalBytes) throw new UploadError("too-large");
      yield* pieces(value);
    }
  } finally {
    signal?.removeEventListener("abort", cancel);
    cancel();
  }
}

const PIECE_BYTES = 64 * 1024;

function* pieces(value: Uint8Array): Generator<Buffer> {
  const whole = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  for (let at = 0; at < whole.length; at += PIECE_BYTES) yield whole.subarray(at, at + PIECE_BYTES);
}

async function within<T>(reading: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UploadError("timeout")), Math.max(0, ms));
  });
  const read = reading.catch(() => {
    throw new UploadError("aborted");
  });
  return Promise.race([read, late]).finally(() => clearTimeout(timer));
}
