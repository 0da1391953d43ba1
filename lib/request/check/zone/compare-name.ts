import { latinWords } from "./latin-words";
import type { Zone, ZoneName } from "./read-zone";

export const nameVerdicts = ["matches", "cannot-tell", "differs"] as const;
export type NameVerdict = (typeof nameVerdicts)[number];
/** Why it is so; each has its words. A surname that differs is most often a name of marriage or birth. */
export const nameReasons = ["cut", "part-of-surname", "other-surname", "other-given-name", "initial", "other-script", "no-name-typed", "no-name-in-zone", "nothing-in-common"] as const;
export type NameReason = (typeof nameReasons)[number];
export type NameComparison = { verdict: NameVerdict; because: NameReason[] };

/** Words that many surnames share. */
const particles: ReadonlySet<string> = new Set(["D", "DA", "DE", "DEL", "DER", "DES", "DI", "DO", "DOS", "DU", "EL", "L", "LA", "LE", "LES", "VAN", "VON"]);

/** Does the name in a zone fit the one somebody typed? In whatever order, with accents or without, joined or apart. */
export function compareName({ surname, given }: Pick<Zone, "surname" | "given">, typed: string | null): NameComparison {
  if (!typed?.trim()) return { verdict: "cannot-tell", because: ["no-name-typed"] };
  const spellings = latinWords(typed).map((words) => new Typed(words));
  if (spellings.every(({ words }) => words.length === 0)) return { verdict: "cannot-tell", because: ["other-script"] };
  if (surname.words.length + given.words.length === 0) return { verdict: "cannot-tell", because: ["no-name-in-zone"] };
  const some = (test: (typed: Typed) => boolean) => spellings.some(test);
  const isSurname = some((each) => each.hasAll(surname));
  const isPart = some((each) => each.hasSome({ ...surname, words: surname.words.filter((word) => !particles.has(word)) }));
  const isGiven = given.words.length === 0 || some((each) => each.hasSome(given) || each.hasAll(given));
  const isInitial = some(({ words }) => words.some((word) => word.length === 1 && given.words[0]?.startsWith(word)));
  if (isSurname && isGiven) return { verdict: "matches", because: surname.isCut || given.isCut ? ["cut"] : [] };
  if (isSurname && surname.words.length > 0) return { verdict: "cannot-tell", because: [isInitial ? "initial" : "other-given-name"] };
  if (isPart) return { verdict: "cannot-tell", because: isGiven ? ["part-of-surname"] : ["part-of-surname", "other-given-name"] };
  if (isGiven && given.words.length > 0) return { verdict: "cannot-tell", because: ["other-surname"] };
  return { verdict: "differs", because: ["nothing-in-common"] };
}

/** What was typed: its words, and those that are one in the zone where they were two here ("Le Goff", "O’Brien"). */
class Typed {
  readonly runs: ReadonlySet<string>;

  constructor(readonly words: readonly string[]) {
    this.runs = new Set(words.flatMap((_, from) => [1, 2, 3, 4].map((length) => words.slice(from, from + length).join(""))));
  }

  hasAll(name: ZoneName): boolean {
    return this.has(name.words.join(""), name.isCut) || name.words.every((word, at) => this.has(word, name.isCut && at === name.words.length - 1));
  }

  hasSome(name: ZoneName): boolean {
    return name.words.some((word, at) => this.has(word, name.isCut && at === name.words.length - 1));
  }

  /** The last word of a field that was full may be a beginning. */
  private has(word: string, isCut: boolean): boolean {
    return this.runs.has(word) || (isCut && word.length > 1 && [...this.runs].some((run) => run.startsWith(word)));
  }
}
