import { said, type Section, type SectionFacts } from "./section";

/** What was changed and where; if refused, the supplementary statement of GDPR Art. 16 and the restriction of Art. 18(1)(a). */
export function rectification({ answers: { field, wrongValue, rightValue }, words, grounds }: SectionFacts<"rectification">): Section {
  const own = words.rectification;
  const { unknown } = words;
  return {
    asked: [own.asked(said(field, unknown.field), said(wrongValue, unknown.wrong), said(rightValue, unknown.right))],
    granted: [own.done(said(rightValue, unknown.right)), own.invoices],
    withRefusal: grounds.includes("conditions-not-met") ? [own.statement, own.freeze] : [],
    searches: true,
    tellsRecipients: true,
  };
}
