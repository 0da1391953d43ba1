import { bullets, quoted, type Section, type SectionFacts } from "./section";

/** What was erased, what is kept apart and why and until when, and when the backups are overwritten. GDPR Art. 17. */
export function erasure({ answers, words }: SectionFacts<"erasure">): Section {
  const { asked, done, kept, keptItems, backups } = words.erasure;
  return {
    asked: [asked, ...(answers.details ? [words.specified(quoted(answers.details))] : [])],
    granted: [done, kept, bullets(keptItems), backups],
    searches: true,
    tellsRecipients: true,
  };
}
