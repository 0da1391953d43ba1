import "server-only";
import { scopeOf } from "@/lib/access/case-scope";
import { messages } from "@/lib/i18n/messages";
import { digest as writeDigest, type DigestCase } from "@/lib/letters/digest";
import { owingStates } from "@/lib/request/request";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db } from "../db";
import { env } from "../env";
import { log } from "../log";
import { seenBy } from "../reach";
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
  const letter = writeDigest(await toldIn(found), { locale, today: civilDay(now()) });
  if (letter) {
    const { name, address } = env().controller;
    const sent = await deliver({ to: email, letter, locale, messageId: `${digestId}.digest`, footer: messages(locale).digest.footer(name, address) }, run);
    if (!sent) return log.error({ code: "digest_not_sent", staffId: found.staffId, jobId: run.jobId });
  }
  await db().digest.update({ where: { id: digestId }, data: { sentAt: now() } });
};

type Found = { id: string; staff: { id: string; roles: string[]; teamId: string | null; caseScope: string } };

/** One statement. Cases that owe neither an answer nor a letter any more are left out, and those this person no longer sees. */
function toldIn({ id: digestId, staff: { id, roles, teamId, caseScope } }: Found): Promise<DigestCase[]> {
  const sees = seenBy({ kind: "staff", id, teamId, caseScope: scopeOf(roles, caseScope) });
  return db().$queryRaw<DigestCase[]>`
    select said.kind, said.reference, request.rights, request."dueOn"::text, request.suspended, request."suspendedOn"::text, request."hasLettersToPost", request."effectAtOnce", request."taskDueOn"::text, request.state = any(${owingStates}::text[]) as "isOwed", holder.id is not null as "isAssigned"
    from "Reminder" said join "Digest" mine on mine.id = said."digestId" join "SubjectRequest" as request on request.reference = said.reference
      left join "Staff" holder on holder.id = request."assigneeId" and holder."disabledAt" is null
    where mine.id = ${digestId}::uuid and ${sees} and (request.state = any(${owingStates}::text[]) or request."hasLettersToPost") and not exists (
      select 1 from "Reminder" again join "Digest" later on later.id = again."digestId"
      where again.reference = said.reference and again."staffId" = said."staffId" and later."on" > mine."on")`;
}
