import { type EstateWish, mayWish } from "@/lib/law/requesters";
import { bullets, quoted, type Section, type SectionFacts } from "./section";

/** Wishes answered with files. */
const withFiles: readonly EstateWish[] = ["information-for-estate", "digital-memories"];

/**
 * What was done for each wish. A relative who is not an heir: the death is noted, nothing is disclosed, not even whether there
 * is any data. While heirs disagree: only what harms no one. LIL art. 85 II.
 */
export function deceased({ answers, words, law, day, dpo }: SectionFacts<"deceased">): Section {
  const own = words.deceased;
  const isRelative = answers.capacity === "relative";
  const isDisputed = answers.otherHeirs === "disagree";
  // A capacity nobody stated is an heir's: nothing is granted before it is proven.
  const wishes = answers.wishes?.filter((wish) => mayWish(isDisputed ? "relative" : (answers.capacity ?? "heir"), wish));
  const name = quoted(answers.name);
  return {
    asked: [answers.diedOn ? own.asked(name, day(answers.diedOn)) : own.askedUndated(name), bullets(answers.wishes?.map((wish) => law.estateWish[wish]) ?? [words.unknown.wishes])],
    granted: [
      ...(wishes ? (wishes.length > 0 ? [own.doneTitle, bullets(wishes.map((wish) => own.done[wish]))] : []) : isRelative ? [] : [words.unknown.wishesDone]),
      ...(wishes?.some((wish) => withFiles.includes(wish)) ? [words.filesKept] : []),
      ...(isRelative ? [own.relative] : [...(isDisputed ? [own.disagree] : []), own.kept]),
      own.contact(dpo),
    ],
    withRefusal: [],
    whenRefused: isRelative ? [own.relative] : [],
    none: isRelative ? [own.relative] : [own.none],
    searches: !isRelative,
    tellsRecipients: false,
  };
}
