import "server-only";
import { messages } from "@/lib/i18n/messages";
import { digest as writeDigest, type DigestCase } from "@/lib/letters/digest";
import { owingStates } from "@/lib/request/request";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db } from "../db";
import { env } from "../env";
import { log } from "../log";
import { deliver } from "./deliver";
import type { Handler } from "./job";

/**
 * Sends somebody's reminders of one day, once. However late it leaves, it says what is so then; what a later digest of theirs
 * says is left to that one. With nothing left to say, or nobody who works here any more, nothing leaves.
 */
export const sendDigest: Handler<"send-digest"> = async ({ digestId }, run) => {
  const found = await db().digest.findUnique({ where: { id: digestId }, include: { staff: true } });
  if (!found || found.sentAt || found.staff.disabledAt) return;
  const { email, locale: spoken } = found.staff;
  const locale = spoken === "en" ? "en" : "fr";
  const letter = writeDigest(await casesOf(digestId), { locale, today: civilDay(now()) });
  if (letter) {
    const { name, address } = env().controller;
    const sent = await deliver({ to: email, letter, locale, messageId: `${digestId}.digest`, footer: messages(locale).digest.footer(name, address) }, run);
    if (!sent) return log.error({ code: "digest_not_sent", staffId: found.staffId, jobId: run.jobId });
  }
  await db().digest.update({ where: { id: digestId }, data: { sentAt: now() } });
};

/** One statement. Cases that owe neither an answer nor a letter any more are left out. */
function casesOf(digestId: string): Promise<DigestCase[]> {
  return db().$queryRaw<DigestCase[]>`
    select said.kind, said.reference, row.rights, row."dueOn"::text, row.suspended, row."suspendedOn"::text, row."hasLettersToPost", row."taskDueOn"::text, row.state = any(${owingStates}::text[]) as "isOwed", holder.id is not null as "isAssigned"
    from "Reminder" said join "Digest" mine on mine.id = said."digestId" join "SubjectRequest" row on row.reference = said.reference
      left join "Staff" holder on holder.id = row."assigneeId" and holder."disabledAt" is null
    where mine.id = ${digestId}::uuid and (row.state = any(${owingStates}::text[]) or row."hasLettersToPost") and not exists (
      select 1 from "Reminder" again join "Digest" later on later.id = again."digestId"
      where again.reference = said.reference and again."staffId" = said."staffId" and later."on" > mine."on")`;
}
