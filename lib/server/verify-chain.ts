import "server-only";
import { db, type Tx } from "./db";
import { chainHash } from "./events";

export type Anchor = { position: bigint; hash: string };
export type ChainState = { ok: true; events: number; last: Anchor | null } | { ok: false; badPosition: bigint };

/**
 * Reads the whole chain in order and recomputes every hash; names the first bad position. With an anchor written down
 * earlier, a tail that was cut or rewritten is found too. security.md AL1.
 */
export async function verifyChain(anchor: Anchor | null = null, tx: Tx = db()): Promise<ChainState> {
  let previous: Uint8Array = new Uint8Array(32);
  let position = 0n;
  for (;;) {
    const batch = await tx.event.findMany({ where: { position: { gt: position } }, orderBy: { position: "asc" }, take: 1000 });
    for (const event of batch) {
      if (event.position !== position + 1n) return { ok: false, badPosition: position + 1n };
      const hash = chainHash(previous, { ...event, data: event.data as object });
      if (!Buffer.from(hash).equals(Buffer.from(event.hash))) return { ok: false, badPosition: event.position };
      if (anchor?.position === event.position && anchor.hash !== Buffer.from(hash).toString("hex")) return { ok: false, badPosition: event.position };
      previous = hash;
      position = event.position;
    }
    if (batch.length < 1000) break;
  }
  if (anchor && anchor.position > position) return { ok: false, badPosition: position + 1n };
  return { ok: true, events: Number(position), last: position === 0n ? null : { position, hash: Buffer.from(previous).toString("hex") } };
}
