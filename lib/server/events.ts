import "server-only";
import { createHash } from "node:crypto";
import type { Tx } from "./db";
import { locks } from "./locks";

/** What is appended: a fact of a case (with its sequence) or of access and administration (without). */
export type Fact = { id: string; reference: string | null; sequence: number | null; type: string; actor: string; data: object };

/**
 * Appends facts to the one chain of events, in the caller's transaction. Positions are gapless; each hash covers the one
 * before it, so that a change, a gap, a swap or a cut tail is found by `verifyChain`. security.md AL1.
 */
export async function append(tx: Tx, at: Date, facts: readonly Fact[]): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${locks.chain})`;
  const last = await tx.event.findFirst({ orderBy: { position: "desc" }, select: { position: true, hash: true } });
  let position = last?.position ?? 0n;
  let hash: Uint8Array = last?.hash ?? new Uint8Array(32);
  const rows = facts.map(({ id, reference, sequence, type, actor, data }) => {
    position += 1n;
    hash = chainHash(hash, { id, reference, sequence, type, actor, data, position, at });
    return { id, reference, sequence, type, actor, position: String(position), at: at.toISOString(), data, hash: `\\x${Buffer.from(hash).toString("hex")}` };
  });
  // Written out: the client takes longer to put hundreds of rows together than the database to write them.
  await tx.$executeRaw`insert into "Event" select * from json_populate_recordset(null::"Event", ${JSON.stringify(rows)}::json)`;
}

type Linked = Fact & { position: bigint; at: Date };

/** The hash of an event over the one before it: SHA-256 of that hash and of the event as canonical JSON. */
export function chainHash(previous: Uint8Array, event: Linked): Uint8Array {
  const { position, id, reference, sequence, type, at, actor, data } = event;
  const text = canonical({ position: String(position), id, reference, sequence, type, at: at.toISOString(), actor, data });
  return createHash("sha256").update(previous).update(text, "utf8").digest();
}

/** JSON with sorted keys, so that the database's own order of keys does not matter. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return `{${entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(",")}}`;
}
