import { said, type Section, type SectionFacts } from "./section";

/** Who reviewed (not bound, able to change it), the outcome with reasons, and the logic explained. GDPR Art. 22(3). */
export function humanReview({ answers, words, day }: SectionFacts<"human-review">): Section {
  const { asked, done, result, logic } = words.humanReview;
  return {
    asked: [asked(said(answers.orderNumber, words.unknown.order), answers.decidedOn ? day(answers.decidedOn) : null)],
    granted: [done, result, logic],
    searches: false,
    tellsRecipients: false,
  };
}
