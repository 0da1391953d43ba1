import { bullets, type Section, type SectionFacts } from "./section";

/** Which consents ended, when, and the effect on the service; what was done before stays lawful. GDPR Art. 7(3). */
export function withdrawConsent({ answers, words, law }: SectionFacts<"withdraw-consent">): Section {
  const { asked, done, before } = words.withdrawConsent;
  return {
    asked: [asked, bullets(answers.purposes?.map((purpose) => law.consentPurpose[purpose]) ?? [words.unknown.purposes])],
    granted: [done, before],
    searches: false,
    tellsRecipients: false,
  };
}
