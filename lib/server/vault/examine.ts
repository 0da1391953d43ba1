import "server-only";
import type { Scan } from "./clamd";

/** `pending`: the antivirus gave no verdict; nobody may open the file before it has. `not-scanned`: there is none. */
export type ScanState = "clean" | "pending" | "not-scanned";

/** The antivirus found something. */
export class MalwareError extends Error {
  constructor() {
    super("malware");
    this.name = "MalwareError";
  }
}

/** The same bytes, shown to the scan on their way. */
export async function* seen(source: AsyncIterable<Buffer>, scan: Scan | undefined): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    await scan?.write(chunk);
    yield chunk;
  }
}

/** What a scan that has seen everything says. @throws MalwareError */
export async function stateOf(scan: Scan | undefined): Promise<ScanState> {
  const verdict = await scan?.verdict();
  if (verdict === "infected") throw new MalwareError();
  return verdict === undefined ? "not-scanned" : verdict === "clean" ? "clean" : "pending";
}

/** Works while the verdict is awaited. An infected file is not worked on any further, and that it is infected is what is told. */
export async function unlessInfected<T>(state: Promise<ScanState>, work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  const halt = new AbortController();
  state.catch((error: unknown) => halt.abort(error));
  const worked = work(AbortSignal.any([halt.signal, ...(signal ? [signal] : [])]));
  await Promise.allSettled([worked, state]);
  await state;
  return worked;
}
