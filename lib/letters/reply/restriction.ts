import { quoted, type Section, type SectionFacts } from "./section";

/** Confirmation, scope, ground, what stays allowed, and the notice before it is lifted. GDPR Art. 18(2)-(3). */
export function restriction({ answers, words, law }: SectionFacts<"restriction">): Section {
  const { asked, done, exceptions, notice } = words.restriction;
  const ground = law.restrictionGround[answers.ground];
  return {
    asked: [asked(ground.name, ground.source), ...(answers.details ? [words.specified(quoted(answers.details))] : [])],
    granted: [done, exceptions, notice],
    searches: true,
    tellsRecipients: true,
  };
}
