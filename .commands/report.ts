/** How a command ends badly: one line for what the operator can mend, the stack only for our own faults. */
import { EnvError } from "@/lib/server/env";

type ErrorClass = abstract new (...given: never[]) => Error;

/** Writes the error where the operator sees it. */
export function report(error: unknown, expected: ErrorClass[] = []): void {
  const isExpected = [EnvError, ...expected].some((known) => error instanceof known);
  const text = error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`${text}\n`);
}

export function reportAndExit(error: unknown, expected: ErrorClass[] = []): never {
  report(error, expected);
  process.exit(1);
}
