import "server-only";
import { permissionsOf } from "@/lib/access/permissions";
import { messages } from "@/lib/i18n/messages";
import { mention as writeMention } from "@/lib/letters/mention";
import { now } from "../clock";
import { db } from "../db";
import { env } from "../env";
import { log } from "../log";
import { deliver } from "./deliver";
import type { Handler } from "./job";

/** Tells somebody, once, that a note names them. Nothing leaves to whom may not read cases any more. */
export const sendMention: Handler<"send-mention"> = async ({ eventId, staffId }, run) => {
  const where = { eventId_staffId: { eventId, staffId } };
  const found = await db().mention.findUnique({ where, include: { staff: true } });
  if (!found || found.sentAt || found.staff.disabledAt || !permissionsOf(found.staff.roles).has("case.read")) return;
  const locale = found.staff.locale === "en" ? "en" : "fr";
  const { name, address } = env().controller;
  const sent = await deliver({ to: found.staff.email, letter: writeMention({ reference: found.reference, locale }), locale, messageId: `${eventId}.${staffId}.mention`, footer: messages(locale).digest.footer(name, address) }, run);
  if (!sent) return log.error({ code: "mention_not_sent", reference: found.reference, staffId, jobId: run.jobId });
  await db().mention.update({ where, data: { sentAt: now() } });
};
