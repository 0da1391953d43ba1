import "server-only";
import { messages } from "@/lib/i18n/messages";
import { passwordLink } from "@/lib/letters/password-link";
import { db } from "../db";
import { env } from "../env";
import { log } from "../log";
import { newSetUpLink } from "../set-up";
import { mayUsePassword } from "../sign-on/password-way";
import { deliver } from "./deliver";
import type { Handler } from "./job";

/** Draws the link and sends it; a later try draws another, and the one before is void. Who has no password yet waits for the first link; who has none that opens anything gets none. */
export const sendPasswordLink: Handler<"send-password-link"> = async ({ staffId }, run) => {
  const staff = await db().staff.findUnique({ where: { id: staffId } });
  if (!staff?.passwordHash || staff.disabledAt || !mayUsePassword(staff)) return;
  const locale = staff.locale === "en" ? "en" : "fr";
  const { controller } = env();
  const { pathname } = new URL(await newSetUpLink(staffId, "forgotten"));
  const footer = messages(locale).digest.footer(controller.name, controller.address);
  const sent = await deliver({ to: staff.email, letter: passwordLink({ path: pathname, locale }), locale, messageId: `${run.jobId}.${run.attempt}.password-link`, footer }, run);
  if (!sent) log.warn({ code: "password_link_not_sent", staffId, jobId: run.jobId });
};
