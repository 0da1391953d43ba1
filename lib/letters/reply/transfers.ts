import { bullets, quoted, type Section, type SectionFacts } from "./section";

/** Countries, recipients, instrument, measures and how to get a copy. GDPR Art. 15(2), 46, 13(1)(f). */
export function transfers({ answers, words }: SectionFacts<"transfers">): Section {
  const { asked, done, item, copy, none } = words.transfers;
  return {
    asked: [asked, ...(answers.details ? [words.specified(quoted(answers.details))] : [])],
    granted: [done, bullets([item]), copy],
    none: [none],
    searches: false,
    tellsRecipients: false,
  };
}
