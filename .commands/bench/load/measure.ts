/** Requests one after the other over so many connections, each as soon as the one before it is answered. */
import type { Browser, Page } from "./browser";

export type Measured = { title: string; connections: number; times: number[]; perSecond: number };
type Visit = (browser: Browser, nth: number) => Promise<Page>;

/** `isRight`: anything else is not what was to be measured. */
export async function measure(title: string, browser: Browser, { connections, rounds, warmUp = 0, visit, isRight }: { connections: number; rounds: number; warmUp?: number; visit: Visit; isRight: (page: Page) => boolean }): Promise<Measured> {
  const times: number[] = [];
  const user = browser.with(connections);
  let next = 0;
  let startedAt = 0;
  const work = async () => {
    for (let nth = next++; nth < warmUp + rounds; nth = next++) {
      const since = performance.now();
      if (nth === warmUp) startedAt = since;
      const page = await visit(user, nth);
      if (nth >= warmUp) times.push(performance.now() - since);
      if (!isRight(page)) throw new Error(`${title}: ${page.status} ${page.location ?? page.text.slice(0, 300)}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, work));
  } finally {
    await user.close();
  }
  return { title, connections, times, perSecond: (times.length * 1000) / (performance.now() - startedAt) };
}

/** Several measurements of one thing as one. */
export function joined(parts: readonly Measured[]): Measured {
  const seconds = parts.reduce((sum, { times, perSecond }) => sum + times.length / perSecond, 0);
  const times = parts.flatMap((part) => part.times);
  const [{ title, connections } = { title: "", connections: 0 }] = parts;
  return { title, connections, times, perSecond: times.length / seconds };
}

/** In milliseconds; `share` 0.95: p95. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
