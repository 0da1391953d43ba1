import "server-only";
import type { JobHelpers, TaskList } from "graphile-worker";
import { log } from "../log";
import { anchor } from "./anchor";
import { applyRules } from "./apply-rules";
import { checkImport } from "./check-import";
import { compareDueDates } from "./compare-due-dates";
import { countFigures } from "./count-figures";
import { dueDates } from "./due-dates";
import { findSignals } from "./find-signals";
import type { Handler, JobName, JobPayloads } from "./job";
import { indexCases } from "./index-cases";
import { moveCases } from "./move-cases";
import { recompute } from "./recompute";
import { remind } from "./remind";
import { releaseCases } from "./release-cases";
import { removeBlobs } from "./remove-blobs";
import { rescan } from "./rescan";
import { retain } from "./retain";
import { retryMail } from "./retry-mail";
import { sendDigest } from "./send-digest";
import { sendMention } from "./send-mention";
import { sendTaskDigest } from "./send-task-digest";
import { sendTaskEnd } from "./send-task-end";
import { sendTasks } from "./send-tasks";
import { runImport } from "./run-import";
import { scanFile } from "./scan-file";
import { sendFollowCode } from "./send-follow-code";
import { scrub } from "./scrub";
import { sendLetter } from "./send-letter";
import { sendPasswordLink } from "./send-password-link";
import { sendSecurityNotice } from "./send-security-notice";
import { sweep } from "./sweep";
import { tellIncidentJob } from "./tell-incident";
import { tallyCases } from "./tally-cases";

const handlers: { [Name in JobName]: Handler<Name> } = {
  "send-letter": sendLetter,
  "send-follow-code": sendFollowCode,
  "send-digest": sendDigest,
  "send-mention": sendMention,
  "send-tasks": sendTasks,
  "send-task-end": sendTaskEnd,
  "send-task-digest": sendTaskDigest,
  "send-security-notice": sendSecurityNotice,
  "send-password-link": sendPasswordLink,
  "remove-blobs": removeBlobs,
  "scan-file": scanFile,
  "find-signals": findSignals,
  "release-cases": releaseCases,
  "tell-incident": tellIncidentJob,
  "check-import": checkImport,
  "run-import": runImport,
  "move-cases": moveCases,
  "apply-rules": applyRules,
  sweep,
  scrub,
  retain,
  "due-dates": dueDates,
  recompute,
  "compare-due-dates": compareDueDates,
  remind,
  "index-cases": indexCases,
  "tally-cases": tallyCases,
  "count-figures": countFigures,
  anchor,
  "retry-mail": retryMail,
  rescan,
};

/** Minute, hour, day, month, weekday; UTC. Missed while no worker ran: caught up once, not run twice. */
export const schedule: readonly { task: JobName; match: string; backfillMs: number }[] = [
  { task: "rescan", match: "* * * * *", backfillMs: 0 },
  { task: "retry-mail", match: "*/5 * * * *", backfillMs: 0 },
  { task: "remind", match: "*/15 * * * *", backfillMs: 3_600_000 },
  { task: "due-dates", match: "3 * * * *", backfillMs: 3_600_000 },
  { task: "sweep", match: "7 * * * *", backfillMs: 3_600_000 },
  { task: "scrub", match: "11 1 * * *", backfillMs: 86_400_000 },
  { task: "index-cases", match: "17 * * * *", backfillMs: 3_600_000 },
  { task: "tally-cases", match: "19 * * * *", backfillMs: 3_600_000 },
  { task: "retain", match: "23 2 * * *", backfillMs: 86_400_000 },
  { task: "compare-due-dates", match: "11 3 * * *", backfillMs: 86_400_000 },
  { task: "count-figures", match: "31 3 * * *", backfillMs: 86_400_000 },
  { task: "anchor", match: "41 3 * * *", backfillMs: 86_400_000 },
];

/** Every handler as the queue calls it. What it throws is logged safely and stored as a code: the queue keeps the last error. */
export function taskList(): TaskList {
  return Object.fromEntries((Object.keys(handlers) as JobName[]).map((name) => [name, task(name)]));
}

function task<Name extends JobName>(name: Name) {
  return async (payload: unknown, { job, abortSignal }: JobHelpers): Promise<void> => {
    try {
      await handlers[name](payload as JobPayloads[Name], { jobId: job.id, attempt: job.attempts, isLastAttempt: job.attempts >= job.max_attempts, ...(abortSignal ? { signal: abortSignal } : {}) });
    } catch (error) {
      log.warn({ code: "job_failed", job: name, jobId: job.id, attempt: job.attempts, error });
      // oxlint-disable-next-line preserve-caught-error -- the queue stores what it is given; the cause may quote an address
      throw new Error(codeOf(error));
    }
  };
}

function codeOf(error: unknown): string {
  const text = error instanceof Error ? error.message : "";
  return /^[a-z-]{1,60}$/.test(text) ? text : error instanceof Error ? error.name : "Error";
}
