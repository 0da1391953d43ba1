import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { button, type Letter, paragraph } from "./letter";

/** The link by which somebody who forgot their password chooses another. `path`: of the page that asks for it; opening it spends nothing. */
export function passwordLink({ path, locale }: { path: string; locale: Locale }): Letter {
  const { reset, notices } = messages(locale).signIn;
  return { subject: reset.subject, blocks: [paragraph(notices.greeting), paragraph(reset.lead), button(reset.button, path), paragraph(reset.life), paragraph(reset.notYou)] };
}
