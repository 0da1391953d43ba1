import type { Line } from "./lines";
import { percent } from "./lines";

/** No number of people below this one is published, nor can it be worked out from what is. The others are told in steps of it, so that two publications compared tell no single request. */
export const floor = 10;

/** A share as told: of rounded numbers, or only a bound where the few on the other side would be fewer than the floor. */
export type ToldShare = { is: "exactly" | "more-than" | "less-than"; percent: number };

/** What anybody may read. Null: fewer than the floor; counts are rounded. `rights`: whole shares of the rights asked for; the last may stand for several together. */
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
    received: stepped(all.received) || null,
    answered: stepped(all.answered) || null,
    onTime: isAnswered ? toldShare(all.onTime, all.answered) : null,
    medianDays: isAnswered ? all.medianDays : null,
    rights: sharesByRight(byRight),
  };
}

/** The nearest multiple of the floor; 0 below it. All that is published of a number of people is worked out from this. */
function stepped(count: number): number {
  return count < floor ? 0 : Math.round(count / floor) * floor;
}

/** The same bound whether none or nine are on the other side, so that it tells neither; true of every whole that is rounded to the same. */
function toldShare(part: number, whole: number): ToldShare {
  const told = stepped(whole);
  const bound = Math.min(100, Math.ceil((100 * floor) / Math.max(floor, told - floor / 2)));
  if (whole - part < floor) return { is: "more-than", percent: 100 - bound };
  if (part < floor) return { is: "less-than", percent: bound };
  return { is: "exactly", percent: percent(stepped(part), told) ?? 0 };
}

/**
 * Rights by their share, the largest first. Those asked for by fewer than the floor, or by nobody, stand together; were they still
 * too few, or one alone that the others would give away, the next smallest joins them. Nothing where that leaves one share of all.
 */
function sharesByRight(lines: readonly Line[]): PublishedFigures["rights"] {
  // Of two that are rounded to the same, neither is told to be the larger.
  const sorted = lines.toSorted((one, other) => stepped(other.received) - stepped(one.received));
  const told = (some: readonly Line[]) => stepped(some.reduce((total, { received }) => total + received, 0));
  let alone = sorted.filter(({ received }) => received >= floor).length;
  const isGivenAway = () => alone < sorted.length && (sorted.length - alone === 1 || told(sorted.slice(alone)) === 0);
  while (alone > 0 && isGivenAway()) alone -= 1;
  const groups = [...sorted.slice(0, alone).map((line) => [line]), ...(alone < sorted.length ? [sorted.slice(alone)] : [])];
  if (groups.length < 2) return [];
  const whole = groups.reduce((total, group) => total + told(group), 0);
  return groups.map((group) => ({ keys: group.map(({ key }) => key), percent: percent(told(group), whole) ?? 0 }));
}
