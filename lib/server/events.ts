import "server-only";
import { createHash } from "node:crypto";
import { type Prisma, sql, type Tx } from "./db";
import { locks } from "./locks";

/** What is appended: a fact of a case (with its sequence) or of access and administration (without). */
export type Fact = { id: string; reference: string | null; sequence: number | null; type: string; actor: string; data: object };

/**
 * Appends facts to the one chain of events, in the caller's transaction. Positions are gapless; each hash covers the one
 * before it, so that a change, a gap, a swap or a cut tail is found by `verifyChain`. security.md AL1.
 * One statement (`append_events` in the migrations): whoever looks at a page waits for it, and everybody for who holds the end.
 */
export async function append(tx: Tx, at: Date, facts: readonly Fact[]): Promise<void> {
  await tx.$executeRaw`select append_events(${at}, ${locks.chain}, ${linksOf(at, facts)}::json)`;
}

/**
 * The same as an expression, for a statement that finds itself what the fact is about: `references`, a relation of each
 * `reference` and its `place`, go into its data. Nothing is appended where there are none.
 */
export function appending(at: Date, fact: Fact, references: Prisma.Sql): Prisma.Sql {
  const links = linksOf(at, [{ ...fact, data: { ...fact.data, references: "@" } }]);
  // They stand there twice, as they are kept and, quoted once more, in the text that is hashed; a reference has nothing to quote.
  return sql`(select append_events(${at}, ${locks.chain}, replace(replace(${links}, '\\"@\\"', list.quoted), '"@"', replace(list.quoted, '\\', ''))::json)
    from (select '[\\"' || string_agg(reference, '\\",\\"' order by place) || '\\"]' as quoted from ${references}) list where list.quoted is not null)`;
}

function linksOf(at: Date, facts: readonly Fact[]): string {
  return JSON.stringify(facts.map((fact) => {
    const [before, after] = aroundPosition({ ...fact, at });
    return { ...fact, before, after };
  }));
}

type Dated = Fact & { at: Date };
type Linked = Dated & { position: bigint };

/** The hash of an event over the one before it: SHA-256 of that hash and of the event as canonical JSON. */
export function chainHash(previous: Uint8Array, event: Linked): Uint8Array {
  const [before, after] = aroundPosition(event);
  return createHash("sha256").update(previous).update(`${before}${event.position}${after}`, "utf8").digest();
}

/** The canonical JSON that is hashed, on both sides of the position: which that is only the end of the chain knows. */
function aroundPosition({ id, reference, sequence, type, at, actor, data }: Dated): [before: string, after: string] {
  const before = canonical({ actor, at: at.toISOString(), data, id });
  return [`${before.slice(0, -1)},"position":"`, `",${canonical({ reference, sequence, type }).slice(1)}`];
}

/** JSON with sorted keys, so that the database's own order of keys does not matter. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return `{${entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(",")}}`;
}
