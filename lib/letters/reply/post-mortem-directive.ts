import { bullets, quoted, type Section, type SectionFacts } from "./section";

/** The directives as recorded, who sees to them, and that they may be changed at any time. LIL art. 85 I. */
export function postMortemDirective({ answers, words, law }: SectionFacts<"post-mortem-directive">): Section {
  const { asked, done, designated, nobody, change } = words.directive;
  return {
    asked: [asked, bullets(answers.instructions?.map((kind) => law.directiveKind[kind]) ?? [words.unknown.instructions]), ...(answers.details ? [words.specified(quoted(answers.details))] : [])],
    granted: [done, answers.designatedName === undefined ? words.unknown.designated : answers.designatedName ? designated(quoted(answers.designatedName)) : nobody, change],
    searches: false,
    tellsRecipients: false,
  };
}
