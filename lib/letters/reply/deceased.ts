import type { EstateWish } from "@/lib/law/requesters";
import { bullets, quoted, type Section, type SectionFacts } from "./section";

/** What a relative who is not an heir may obtain: the death is noted, nothing is disclosed. */
const openToRelatives: readonly EstateWish[] = ["stop-mailings", "update-data"];

/** What was done for each wish; nothing disclosed to a relative; only neutral acts while heirs disagree. LIL art. 85 II. */
export function deceased({ answers, words, law, day, controller }: SectionFacts<"deceased">): Section {
  const own = words.deceased;
  const isRelative = answers.capacity === "relative";
  const wishes = isRelative ? answers.wishes.filter((wish) => openToRelatives.includes(wish)) : answers.wishes;
  return {
    asked: [own.asked(quoted(answers.name), day(answers.diedOn)), bullets(answers.wishes.map((wish) => law.estateWish[wish]))],
    granted: [
      ...(wishes.length > 0 ? [own.doneTitle, bullets(wishes.map((wish) => own.done[wish]))] : []),
      ...(isRelative ? [own.relative] : []),
      ...(answers.otherHeirs === "disagree" ? [own.disagree] : []),
      own.kept,
      own.contact(controller.dpoName),
    ],
    withRefusal: isRelative ? [own.relative] : [],
    searches: true,
    tellsRecipients: false,
  };
}
