/** What is counted of requests that have something in common: a right, a month, a channel, a language. `all`: of every one. */
export const dimensions = ["all", "month", "right", "channel", "locale"] as const;
export type Dimension = (typeof dimensions)[number];

/** Requests received in the period. */
export type ReceivedCount = { by: Dimension; key: string; count: number };
/** Requests answered in the period after so many days: civil days from the day of receipt. */
export type AnsweredCount = ReceivedCount & { days: number; onTime: number; suspended: number; extended: number };

/** One line of a table. Median and ninth decile: the fewest days within which half, or nine in ten, were answered; null where nothing was. */
export type Line = { key: string; received: number; answered: number; onTime: number; suspended: number; extended: number; medianDays: number | null; p90Days: number | null };

type Counts = { received: readonly ReceivedCount[]; answered: readonly AnsweredCount[] };

/** The lines of one dimension, in the order of `keys`; those that nothing was counted of stay, with zeros. */
export function linesOf({ received, answered }: Counts, by: Dimension, keys: readonly string[]): Line[] {
  return keys.map((key) => {
    const taken = answered.filter((each) => each.by === by && each.key === key);
    const of = (what: "count" | "onTime" | "suspended" | "extended") => taken.reduce((sum, each) => sum + each[what], 0);
    return {
      key,
      received: received.filter((each) => each.by === by && each.key === key).reduce((sum, { count }) => sum + count, 0),
      answered: of("count"),
      onTime: of("onTime"),
      suspended: of("suspended"),
      extended: of("extended"),
      medianDays: daysWithin(taken, 0.5),
      p90Days: daysWithin(taken, 0.9),
    };
  });
}

/** The fewest days within which that share was answered: percentile by nearest rank, so always a number of days that occurred. */
export function daysWithin(taken: readonly { days: number; count: number }[], share: number): number | null {
  const sorted = [...taken].sort((one, other) => one.days - other.days);
  const rank = Math.ceil(share * sorted.reduce((sum, { count }) => sum + count, 0));
  let seen = 0;
  return sorted.find(({ count }) => (seen += count) >= rank && count > 0)?.days ?? null;
}

/** A share as a whole percentage, or null of nothing. Never 100 where one is missing, nor 0 where there is one. */
export function percent(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const rounded = Math.round((100 * part) / whole);
  return part === 0 || part === whole ? rounded : Math.min(99, Math.max(1, rounded));
}
