import "server-only";
import { EventEmitter } from "node:events";
import { Logger, parseCronItems, run } from "graphile-worker";
import { now } from "../clock";
import { databaseUrl } from "../env";
import { db } from "../db";
import { log } from "../log";
import { closeMail } from "../mail/transport";
import { Lives } from "./revive";
import { schedule, taskList } from "./tasks";

const beatMs = 10_000;
const reviveMs = 5_000;

/** The queue's own messages may quote payloads and errors: only that it spoke, of which job, is kept. */
const logger = new Logger(({ taskIdentifier, jobId }) => (level) => {
  if (level === "error" || level === "warning") log.warn({ code: `queue_${level}`, job: taskIdentifier, jobId });
});

/**
 * Runs jobs as they come, two at a time, until stopped; `stop` lets those under way finish. Several workers share one queue.
 * Throws later, out of band, if the queue breaks down: the process is to be started afresh.
 */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const connectionString = databaseUrl();
  const events = new EventEmitter();
  const born = new Promise<string>((resolve) => events.once("pool:create", ({ workerPool }: { workerPool: { id: string } }) => resolve(workerPool.id)));
  const runner = await run({
    connectionString,
    // With a batch of any length, even none, stopping waits until finished jobs are marked as such.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    taskList: taskList(),
    parsedCronItems: parseCronItems(schedule.map(({ task, match, backfillMs }) => ({ task, match, identifier: task, options: { backfillPeriod: backfillMs, maxAttempts: 3, jobKey: task } }))),
    logger,
    events: events as never,
  });
  const lives = new Lives(connectionString, await born);
  await lives.hold();
  await beat();
  const timers = [every(beatMs, beat), every(reviveMs, () => lives.revive())];
  let isStopping = false;
  void runner.promise.then(() => {
    if (!isStopping) throw new Error("the queue stopped by itself");
  });
  return {
    stop: async () => {
      isStopping = true;
      for (const timer of timers) clearInterval(timer);
      await runner.stop();
      closeMail();
      await lives.end();
      await db().$disconnect();
    },
  };
}

/** The sign of life that /api/health looks for. */
async function beat(): Promise<void> {
  const at = now();
  await db().heartbeat.upsert({ where: { name: "worker" }, create: { name: "worker", at }, update: { at } });
}

function every(ms: number, act: () => Promise<unknown>): NodeJS.Timeout {
  return setInterval(() => {
    act().catch((error: unknown) => log.warn({ code: "worker_chore_failed", error }));
  }, ms);
}
