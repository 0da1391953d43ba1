import { quoted, type Section, type SectionFacts } from "./section";

/** What was changed and where; if refused, the supplementary statement of GDPR Art. 16 and the restriction of Art. 18(1)(a). */
export function rectification({ answers, words, grounds }: SectionFacts<"rectification">): Section {
  const own = words.rectification;
  return {
    asked: [own.asked(quoted(answers.field), quoted(answers.wrongValue), quoted(answers.rightValue))],
    granted: [own.done(quoted(answers.rightValue)), own.invoices],
    withRefusal: grounds.includes("conditions-not-met") ? [own.statement, own.freeze] : [],
    searches: true,
    tellsRecipients: true,
  };
}
