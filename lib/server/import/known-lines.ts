import "server-only";
import type { Tx } from "../db";
import type { Judged } from "./judge";

/** What becomes of a line: `new` would be a request; `known` is one already; `changed` says something else than it did then. */
export type Fate = "new" | "known" | "changed" | "wrong";

/** The fate of each line. One statement. */
export async function fatesOf(tx: Tx, lines: readonly Judged[]): Promise<Fate[]> {
  const rows = await tx.importedLine.findMany({ where: { key: { in: lines.map(({ key }) => bytesOf(key)) } }, select: { key: true, content: true } });
  const known = new Map(rows.map(({ key, content }) => [Buffer.from(key).toString("hex"), content && Buffer.from(content).toString("hex")]));
  return lines.map(({ told, key, content }) => {
    if (!told) return "wrong";
    const before = known.get(key);
    // With the case file went what the line had said.
    return before === undefined ? "new" : before === null || before === content ? "known" : "changed";
  });
}

/** A hash as the database keeps it. */
export function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(hex, "hex"));
}
