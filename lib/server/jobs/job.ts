import "server-only";
import type { SecurityNotice } from "@/lib/letters/security-notice";
import type { LetterName } from "@/lib/request/event";

/** Every job there is, with its payload: ids only, never a name, an address or a text. */
export type JobPayloads = {
  "send-letter": { reference: string; eventId: string; letter: LetterName };
  "send-follow-code": { followCodeId: string };
  "send-digest": { digestId: string };
  /** A note names them; without the reference, so that it waits for no letter of the case. */
  "send-mention": { eventId: string; staffId: string };
  /** `eventId`: of the fact on record, for its moment. */
  "send-security-notice": { staffId: string; eventId: string; notice: SecurityNotice };
  /** `staffId`: who forgot their password, or an id of nobody, so that the one who asks cannot tell. */
  "send-password-link": { staffId: string };
  /** What departments were asked on a case: tasks of one department. */
  "send-tasks": { reference: string; taskIds: string[] };
  /** The same, when it is needed no more. */
  "send-task-end": { reference: string; taskIds: string[] };
  "send-task-digest": { digestId: string };
  "remove-blobs": { blobs: string[] };
  /** A file the antivirus has given no verdict on yet. */
  "scan-file": { fileId: string };
  /** After documents have joined a case, or a network has sent many requests: what strikes about it. */
  "find-signals": { reference: string; isFromBusyNetwork?: true };
  /** After an account was disabled: its open cases. */
  "release-cases": { staffId: string };
  /** A letter about an incident, to all of its open requests that have not had it. */
  "tell-incident": { letterId: string };
  /** A register that was uploaded: what would become of it; then, once somebody says so, taking it over. */
  "check-import": { importId: string };
  "run-import": { importId: string };
  /** After somebody changed teams: their open cases. */
  "move-cases": { staffId: string };
  /** When somebody asks for it: the rules of this version on what nobody has. */
  "apply-rules": { version: number };
  /** Hourly: what nobody finished or needs any more. */
  sweep: object;
  /** Nightly: are all files there, and what they were? */
  scrub: object;
  /** Nightly: case files and reply files at the end of their retention, proofs nobody decided on in thirty days. */
  retain: object;
  /** Hourly: the due dates of suspended cases, which move a day every day. */
  "due-dates": object;
  /** After a change of the clock's settings: the open cases it moves. `staffId`: who made the change. */
  recompute: { version: number; staffId: string };
  /** Nightly: cached due dates against the computed ones. */
  "compare-due-dates": object;
  /** Every quarter of an hour: whom to remind of what, once a day from 7 on. */
  remind: object;
  /** Hourly: cases whose words are missing, or were chosen by older rules. */
  "index-cases": object;
  /** Hourly: rows whose tally is missing, or was made by older rules. */
  "tally-cases": object;
  /** Nightly, and after `tally-cases` has done something (`isExpected`): the cells of the figures against the rows. */
  "count-figures": { isExpected?: true };
  /** Daily: the last link of the chain of events, into the log. */
  anchor: object;
  /** Every five minutes: letters that waited for a mail server that is back. */
  "retry-mail": object;
  /** Every minute: files that waited for an antivirus that is back. */
  rescan: object;
};
export type JobName = keyof JobPayloads;

/** What a handler may know of the run: which job, which try, whether it is the last, and when it is to break off. */
export type JobRun = { jobId: string; attempt: number; isLastAttempt: boolean; signal?: AbortSignal };

/** One job, handled. Throwing means "try again later"; the same job may run twice, so every handler is idempotent. */
export type Handler<Name extends JobName> = (payload: JobPayloads[Name], run: JobRun) => Promise<void>;
