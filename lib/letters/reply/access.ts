import { bullets, quoted, type Section, type SectionFacts } from "./section";

/** Confirmation, the items of GDPR Art. 15(1)(a)-(h) and 15(2), and the copy of Art. 15(3). */
export function access({ answers, words, grounds }: SectionFacts<"access">): Section {
  const { asked, copy, about, items, rights, limited } = words.access;
  return {
    asked: [asked, ...(answers.details ? [words.specified(quoted(answers.details))] : [])],
    granted: [copy, words.filesKept, about, bullets(items), rights],
    withRefusal: grounds.includes("rights-of-others") ? [limited] : [],
    searches: true,
    tellsRecipients: false,
  };
}
