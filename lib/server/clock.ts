/**
 * The only place that asks what time it is. Everything that decides takes the
 * instant as an argument. Tests may shift it: RIGHTSDESK_CLOCK_OFFSET_MS counts
 * only together with RIGHTSDESK_TEST=1 or under the test runner.
 */
import "server-only";

/** The present instant. */
export function now(): Date {
  return new Date(Date.now() + offsetMs());
}

function offsetMs(): number {
  const isTest = process.env.RIGHTSDESK_TEST === "1" || process.env.NODE_ENV === "test";
  const offset = isTest ? Number(process.env.RIGHTSDESK_CLOCK_OFFSET_MS ?? 0) : 0;
  return Number.isFinite(offset) ? offset : 0;
}
