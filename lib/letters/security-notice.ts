import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { button, facts, type Letter, paragraph } from "./letter";

/** What a member of staff is told of at once: it happened to their own account. */
export const securityNotices = ["new-device", "password-set", "factor-set", "factor-removed", "factor-reset", "passkey-added", "passkey-removed", "recovery-code-used", "recovery-codes-replaced"] as const;
export type SecurityNotice = (typeof securityNotices)[number];

/** Names what happened and when, and what to do if it was somebody else. No code, no secret, no link that acts. */
export function securityNotice(notice: SecurityNotice, { at, locale }: { at: string; locale: Locale }): Letter {
  const words = messages(locale).signIn.notices;
  return {
    subject: words.subject[notice],
    blocks: [paragraph(words.greeting), paragraph(words.lead[notice]), facts([[words.when, at]]), paragraph(words.notYou), button(words.open, "/office/sign-in/forgotten")],
  };
}
