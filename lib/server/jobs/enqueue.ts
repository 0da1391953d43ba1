import "server-only";
import type { Tx } from "../db";
import type { JobName, JobPayloads } from "./job";

type Options = {
  /** Two jobs of one key are one job, as long as the first has not run. */
  key?: string;
  maxAttempts?: number;
  runAt?: Date;
};

/** Tries before a job is given up; waits grow to six hours, so mail survives twelve days without a server. */
const attempts: Partial<Record<JobName, number>> = { "send-letter": 50, "send-digest": 50, "send-mention": 50, "send-tasks": 50, "send-task-end": 50, "send-task-digest": 50, "send-security-notice": 50, "run-import": 25, "send-follow-code": 8, "send-password-link": 8 };

/** Jobs of one kind that run one after the other; a register takes minutes, and must not hold up letters in all places at once. */
const queues: Partial<Record<JobName, string>> = { recompute: "clock", "check-import": "import", "run-import": "import" };

/**
 * Writes a job in the caller's transaction: it exists if and only if the transaction commits, and runs after it.
 * Letters of one case run one after the other, and so do the changes of the clock.
 */
export async function enqueue<Name extends JobName>(tx: Tx, name: Name, payload: JobPayloads[Name], options: Options = {}): Promise<void> {
  const queue = "reference" in payload ? `case:${payload.reference}` : (queues[name] ?? null);
  const maxAttempts = options.maxAttempts ?? attempts[name] ?? 10;
  await tx.$queryRaw`
    select id::text from graphile_worker.add_job(
      identifier => ${name}::text,
      payload => ${JSON.stringify(payload)}::json,
      queue_name => ${queue}::text,
      run_at => ${options.runAt ?? null}::timestamptz,
      max_attempts => ${maxAttempts}::int,
      job_key => ${options.key ?? null}::text
    )`;
}
