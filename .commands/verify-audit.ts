/**
 * `npm run verify-audit [-- position:hash]`: reads the whole chain of events and names the first that was changed, removed,
 * moved or cut. With an anchor written down earlier (the worker logs one a day) a cut tail is found too.
 */
import { openDatabase } from "./database";
import { report } from "./report";

class AnchorError extends Error {}

const [position, hash] = (process.argv[2] ?? "").split(":");
const anchor = /^\d+$/.test(position ?? "") && /^[0-9a-f]{64}$/.test(hash ?? "") ? { position: BigInt(position as string), hash: hash as string } : null;
try {
  if (process.argv[2] && !anchor) throw new AnchorError("An anchor is position:hash, as the worker logged it.");
  const database = await openDatabase();
  process.env.DATABASE_URL = database.url;
  const { verifyChain } = await import("@/lib/server/verify-chain");
  const { db } = await import("@/lib/server/db");
  const state = await verifyChain(anchor);
  await db().$disconnect();
  await database.release();
  if (!state.ok) {
    process.stdout.write(`The chain is broken at position ${state.badPosition}.\n`);
    process.exit(1);
  }
  process.stdout.write(`${state.events} events, the chain is whole. Anchor: ${state.last ? `${state.last.position}:${state.last.hash}` : "none yet"}\n`);
} catch (error) {
  report(error, [AnchorError]);
  process.exit(1);
}
