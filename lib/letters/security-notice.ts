import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { button, facts, type Letter, paragraph } from "./letter";

/** What a member of staff is told of at once: it happened to their own account. */
export const securityNotices = ["new-device", "link-made", "password-set", "sign-on-bound", "factor-set", "factor-removed", "factor-reset", "passkey-added", "passkey-removed", "recovery-code-used", "recovery-codes-replaced"] as const;
export type SecurityNotice = (typeof securityNotices)[number];

/** Names what happened and when, and what to do if it was somebody else. No code, no secret, no link that acts. `isByCompany`: they sign in with their company account. */
export function securityNotice(notice: SecurityNotice, { at, locale, isByCompany = false }: { at: string; locale: Locale; isByCompany?: boolean }): Letter {
  const words = messages(locale).signIn.notices;
  const what = isByCompany ? [paragraph(words.notYouByCompany)] : [paragraph(words.notYou), button(words.open, "/office/sign-in/forgotten")];
  return { subject: words.subject[notice], blocks: [paragraph(words.greeting), paragraph(words.lead[notice]), facts([[words.when, at]]), ...what] };
}
