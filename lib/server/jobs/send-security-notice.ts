import "server-only";
import { instantWords } from "@/lib/i18n/dates";
import { messages } from "@/lib/i18n/messages";
import { securityNotice } from "@/lib/letters/security-notice";
import { db } from "../db";
import { env } from "../env";
import { log } from "../log";
import { isBound } from "../sign-on/password-way";
import { deliver } from "./deliver";
import type { Handler } from "./job";

/** Tells a member of staff what happened to their account. Also when it is disabled since: it was theirs then. */
export const sendSecurityNotice: Handler<"send-security-notice"> = async ({ staffId, eventId, notice }, run) => {
  const [staff, event] = [await db().staff.findUnique({ where: { id: staffId } }), await db().event.findUnique({ where: { id: eventId }, select: { at: true } })];
  if (!staff || !event) return;
  const locale = staff.locale === "en" ? "en" : "fr";
  const { controller, controllerTimeZone } = env();
  const letter = securityNotice(notice, { at: instantWords(event.at.toISOString(), controllerTimeZone, locale), locale, isByCompany: isBound(staff) });
  const footer = messages(locale).digest.footer(controller.name, controller.address);
  const sent = await deliver({ to: staff.email, letter, locale, messageId: `${eventId}.security-notice`, footer }, run);
  if (!sent) log.error({ code: "security_notice_not_sent", staffId, jobId: run.jobId });
};
