/** The budgets of the office: told, never asserted, for a machine may be busy. */
import type { SizedLine } from "./scale";

/** Of a page of the queue or a search: p95 against a bare page's in the same run, and against our own at the smallest size. */
const mostOfBare = 2;
const mostOfSmallest = 1.5;

export function budgets(lines: readonly SizedLine[]): string[] {
  const told = [`\n${"p95 against a bare page (at most 2) and the smallest size (at most 1.5)".padEnd(76)}${["at once", "bare", "smallest"].map((name) => name.padStart(9)).join("")}`];
  const smallest = Math.min(...lines.map(({ size }) => size));
  for (const line of lines.filter(({ kind }) => kind === "queue" || kind === "search")) {
    const same = (other: SizedLine) => other.connections === line.connections;
    const bare = lines.filter((other) => other.kind === "bare" && other.size === line.size && same(other)).map(({ p95 }) => p95);
    const own = lines.find((other) => other.title === line.title && other.size === smallest && same(other));
    const ofBare = line.p95 / (bare.reduce((sum, p95) => sum + p95, 0) / bare.length);
    const ofOwn = own && line.size > smallest ? line.p95 / own.p95 : null;
    const isMet = ofBare <= mostOfBare && (ofOwn === null || ofOwn <= mostOfSmallest);
    told.push(`${`${line.size.toLocaleString("en")}, ${line.title}`.padEnd(76)}${String(line.connections).padStart(9)}${ofBare.toFixed(2).padStart(9)}${(ofOwn?.toFixed(2) ?? "–").padStart(9)}  ${isMet ? "met" : "missed"}`);
  }
  return told;
}
