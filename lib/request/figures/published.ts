import type { Line } from "./lines";
import { percent } from "./lines";

/** No number of people below this one is published, nor can it be worked out from what is. */
export const floor = 10;

/** A share as told: exact, or only a bound where the few on the other side would be fewer than the floor. */
export type ToldShare = { is: "exactly" | "more-than" | "less-than"; percent: number };

/** What anybody may read. Null: fewer than the floor. `rights`: whole shares of the rights asked for; the last may stand for several together. */
export type PublishedFigures = {
  received: number | null;
  answered: number | null;
  onTime: ToldShare | null;
  medianDays: number | null;
  rights: { keys: string[]; percent: number }[];
};

/** The figures of a year as they may be published. Shares by right are of what was received, and given as percentages only: with counts, the few who asked for two rights could be worked out. */
export function publishedOf(all: Line, byRight: readonly Line[]): PublishedFigures {
  const isAnswered = all.answered >= floor;
  return {
    received: all.received >= floor ? all.received : null,
    answered: isAnswered ? all.answered : null,
    onTime: isAnswered ? toldShare(all.onTime, all.answered) : null,
    medianDays: isAnswered ? all.medianDays : null,
    rights: sharesByRight(byRight),
  };
}

/** The same bound whether none or nine are on the other side, so that it tells neither. */
function toldShare(part: number, whole: number): ToldShare {
  const bound = Math.ceil((100 * floor) / whole);
  if (whole - part < floor) return { is: "more-than", percent: Math.max(0, 100 - bound) };
  if (part < floor) return { is: "less-than", percent: Math.min(100, bound) };
  return { is: "exactly", percent: percent(part, whole) ?? 0 };
}

/**
 * Rights by their share, the largest first. Those asked for by fewer than the floor, or by nobody, stand together; were they still
 * too few, or one alone that the others would give away, the next smallest joins them. Nothing where that leaves one share of all.
 */
function sharesByRight(lines: readonly Line[]): PublishedFigures["rights"] {
  const sorted = lines.toSorted((one, other) => other.received - one.received);
  const sum = (some: readonly Line[]) => some.reduce((total, { received }) => total + received, 0);
  const whole = sum(sorted);
  let alone = sorted.filter(({ received }) => received >= floor).length;
  const isGivenAway = () => alone < sorted.length && (sorted.length - alone === 1 || sum(sorted.slice(alone)) < floor);
  while (alone > 0 && isGivenAway()) alone -= 1;
  const groups = [...sorted.slice(0, alone).map((line) => [line]), ...(alone < sorted.length ? [sorted.slice(alone)] : [])];
  if (groups.length < 2) return [];
  return groups.map((group) => ({ keys: group.map(({ key }) => key), percent: percent(sum(group), whole) ?? 0 }));
}
