import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { button, type Letter, paragraph } from "./letter";

/** Tells a member of staff that a colleague's note names them: of which request, and nothing else. */
export function mention({ reference, locale }: { reference: string; locale: Locale }): Letter {
  const { greeting, mention: words } = messages(locale).digest;
  return { subject: words.subject(reference), blocks: [paragraph(greeting), paragraph(words.lead(reference)), button(words.open, `/office/requests/${reference}`)] };
}
