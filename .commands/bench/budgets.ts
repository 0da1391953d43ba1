/** The budgets of the office: told, never asserted, for a machine may be busy. */
import { percentile } from "./load/measure";
import { connections } from "./load/pages";
import type { SizedLine } from "./scale";

/** Of a page of the queue or a search: p95 against the bare page's of the same run, measured in turns with all of them, and against our own at the smallest size. */
const mostOfBare = 2;
const mostOfSmallest = 1.5;

export function budgets(lines: readonly SizedLine[]): string[] {
  const told = [`\n${"p95 against the bare page (at most 2) and the smallest size (at most 1.5)".padEnd(76)}${["at once", "bare", "smallest", "corrected"].map((name) => name.padStart(10)).join("")}`];
  const smallest = Math.min(...lines.map(({ size }) => size));
  // All its times between the pages together: of three hundred alone, one pause more or less of the collector makes twice the p95.
  const bareP95 = ({ size, connections }: Pick<SizedLine, "size" | "connections">) => percentile(lines.filter((line) => line.size === size && line.connections === connections).flatMap(({ bare = [] }) => bare), 0.95);
  for (const line of lines.filter(({ kind }) => kind === "queue" || kind === "search")) {
    const own = line.size > smallest ? lines.find((other) => other.title === line.title && other.size === smallest && other.connections === line.connections) : undefined;
    const ofBare = line.p95 / bareP95(line);
    const ofOwn = own && line.p95 / own.p95;
    // Minutes lie between the sizes: what the bare page became slower by meanwhile is the machine's.
    const corrected = own && ofBare / (own.p95 / bareP95(own));
    const isMet = ofBare <= mostOfBare && (corrected ?? 0) <= mostOfSmallest;
    told.push(`${`${line.size.toLocaleString("en")}, ${line.title}`.padEnd(76)}${String(line.connections).padStart(10)}${[ofBare, ofOwn, corrected].map((ratio) => (ratio?.toFixed(2) ?? "–").padStart(10)).join("")}  ${isMet ? "met" : "missed"}`);
  }
  for (const size of new Set(lines.map((line) => line.size))) told.push(`the bare page between them at ${size.toLocaleString("en")}: ${connections.map((many) => `${bareP95({ size, connections: many }).toFixed(1)} ms p95 (${many} at once)`).join(", ")}`);
  return told;
}
