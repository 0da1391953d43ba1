import "server-only";
import type { Tx } from "../db";
import type { Judged } from "./judge";

/** What becomes of a line: `new` would be a request; `known` is one already; `changed` says something else than it did then. */
export type Fate = "new" | "known" | "changed" | "wrong";

/** The fate of each line. One statement. */
export async function fatesOf(tx: Tx, lines: readonly Judged[]): Promise<Fate[]> {
  const rows = await tx.$queryRaw<{ key: string; content: string | null }[]>`
    select encode(key, 'hex') as key, encode(content, 'hex') as content from "ImportedLine"
    where key in (select decode(key, 'hex') from unnest(${lines.map(({ key }) => key)}::text[]) as key)`;
  const known = new Map(rows.map(({ key, content }) => [key, content]));
  return lines.map(({ told, key, content }) => {
    if (!told) return "wrong";
    const before = known.get(key);
    // With the case file went what the line had said.
    return before === undefined ? "new" : before === null || before === content ? "known" : "changed";
  });
}

/** From now on these lines are known; what those said that came without their person is not kept. */
export async function rememberLines(tx: Tx, lines: readonly { key: string; content: string | null; reference: string }[]): Promise<void> {
  await tx.$executeRaw`
    insert into "ImportedLine" (key, content, reference)
    select decode(key, 'hex'), decode(content, 'hex'), reference from json_to_recordset(${JSON.stringify(lines)}::json) as line (key text, content text, reference text)`;
}
