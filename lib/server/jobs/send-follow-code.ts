import "server-only";
import { isLocale } from "@/lib/i18n/locale";
import { followCode } from "@/lib/letters/follow-code";
import { now } from "../clock";
import { db } from "../db";
import { codeOf } from "../follow-code";
import { log } from "../log";
import { loadCase } from "../store";
import { deliver } from "./deliver";
import type { Handler } from "./job";

/** Sends the six digits, if the row belongs to a request and is still of use. What was asked in vain sends nothing. */
export const sendFollowCode: Handler<"send-follow-code"> = async ({ followCodeId }, run) => {
  const row = await db().followCode.findUnique({ where: { id: followCodeId } });
  if (!row?.reference || row.usedAt || row.expiresAt <= now() || !isLocale(row.locale)) return;
  const to = (await loadCase(row.reference))?.caseFile?.requester.email;
  if (!to) return;
  const letter = followCode({ code: codeOf(followCodeId), locale: row.locale });
  const sent = await deliver({ to, letter, locale: row.locale, messageId: `${followCodeId}.follow-code` }, run);
  if (!sent) log.warn({ code: "follow_code_not_sent", reference: row.reference, jobId: run.jobId });
};
