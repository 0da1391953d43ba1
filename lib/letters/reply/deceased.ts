import { areHarmless, type EstateWish, mayWish } from "@/lib/law/requesters";
import { bullets, quoted, type Section, type SectionFacts } from "./section";

/** Wishes answered with files. */
const withFiles: readonly EstateWish[] = ["information-for-estate", "digital-memories"];

/**
 * What was done for each wish. A relative who is not an heir, or whoever only wanted the letters to stop and so proved nothing:
 * nothing is disclosed, not even whether there is any data. While heirs disagree: only what harms no one. LIL art. 85 II.
 */
export function deceased({ answers, words, law, day, dpo }: SectionFacts<"deceased">): Section {
  const own = words.deceased;
  const isRelative = answers.capacity === "relative";
  const untold = isRelative ? own.relative : areHarmless(answers.wishes ?? []) ? own.harmless : null;
  const isDisputed = answers.otherHeirs === "disagree";
  // A capacity nobody stated is an heir's: nothing is granted before it is proven.
  const wishes = answers.wishes?.filter((wish) => mayWish(isDisputed ? "relative" : (answers.capacity ?? "heir"), wish));
  const name = quoted(answers.name);
  return {
    asked: [answers.diedOn ? own.asked(name, day(answers.diedOn)) : own.askedUndated(name), bullets(answers.wishes?.map((wish) => law.estateWish[wish]) ?? [words.unknown.wishes])],
    granted: [
      ...(wishes ? (wishes.length > 0 ? [own.doneTitle, bullets(wishes.map((wish) => own.done[wish]))] : []) : isRelative ? [] : [words.unknown.wishesDone]),
      ...(wishes?.some((wish) => withFiles.includes(wish)) ? [words.filesKept] : []),
      ...(untold ? [untold] : [...(isDisputed ? [own.disagree] : []), own.kept]),
      own.contact(dpo),
    ],
    withRefusal: [],
    whenRefused: isRelative ? [own.relative] : [],
    none: [untold ?? own.none],
    searches: untold === null,
    tellsRecipients: false,
  };
}
