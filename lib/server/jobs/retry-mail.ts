import "server-only";
import { db } from "../db";
import { log } from "../log";
import { checkMail } from "../mail/check";
import type { Handler } from "./job";

type Waiting = { id: bigint; isLate: boolean };

/**
 * Waits between tries grow to hours; when the mail server is back, what waited for it leaves at once. While it is not, and a
 * mail is older than 15 minutes, an alarm goes to the log. Mails the server itself put off keep their own pace.
 */
export const retryMail: Handler<"retry-mail"> = async () => {
  const waiting = await db().$queryRaw<Waiting[]>`
    select id, created_at < now() - interval '15 minutes' as "isLate" from graphile_worker.jobs
    where last_error like '%mail-unreachable%' and locked_at is null and attempts < max_attempts and run_at > now()`;
  if (waiting.length === 0) return;
  const isBack = await checkMail().then(
    () => true,
    () => false,
  );
  if (isBack) await db().$queryRaw`select count(*)::int from graphile_worker.reschedule_jobs(${waiting.map(({ id }) => id)}::bigint[], now())`;
  else if (waiting.some(({ isLate }) => isLate)) log.error({ code: "mail_late", count: waiting.length });
};
