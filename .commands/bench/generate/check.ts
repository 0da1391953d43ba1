/** Is what was generated what the product would have written? Said in a line, or thrown. */
import { db } from "@/lib/server/db";
import { recountMonth } from "@/lib/server/figure-cells";
import { rowOf } from "@/lib/server/write";
import { loadCase } from "@/lib/server/store";
import { caseTokens, wordHasher } from "@/lib/server/search-entry";
import { verifyChain } from "@/lib/server/verify-chain";
import { monthOf } from "@/lib/request/figures/period";
import { closedStates } from "@/lib/request/request";
import { clockAt } from "./telling";
import type { World } from "./world";
import { receivedMs, referenceOf } from "./world";

const opened = 200;

export async function check(world: World): Promise<string> {
  for (let made = 0; made < opened; made += 1) await open(world, Math.floor((made * world.size) / opened));
  const months = new Set(Array.from({ length: 200 }, (_, index) => monthOf(clockAt(receivedMs(world, Math.floor((index * world.size) / 200))).today)));
  let wrong = 0;
  for (const month of world.size > 200_000 ? [...months].slice(-2) : months) wrong += await db().$transaction((tx) => recountMonth(tx, month), { timeout: 600_000 });
  if (wrong > 0) throw new Error(`${wrong} figure cells were wrong`);
  // A million requests have nine million events: `npm run verify-audit` reads them when asked.
  if (world.size > 200_000) return `${opened} cases opened, the last months counted anew`;
  const chain = await verifyChain();
  if (!chain.ok) throw new Error(`the chain is broken at ${chain.badPosition}`);
  return `${opened} cases opened, ${months.size} months counted anew, ${chain.events.toLocaleString("en")} events in one chain`;
}

/** The row is what its events say, the case file opens, and it is found by its words. */
async function open(world: World, index: number): Promise<void> {
  const reference = referenceOf(world, index);
  const found = await loadCase(reference);
  if (!found?.caseFile) throw new Error(`${reference} does not open`);
  const { request, caseFile, row } = found;
  const expected = rowOf(request, caseFile, clockAt(row.closedAt?.getTime() ?? world.now));
  const { closedAt: _, ...rest } = expected;
  for (const [name, value] of Object.entries(rest)) {
    const kept = row[name as keyof typeof row];
    if (JSON.stringify(kept) !== JSON.stringify(value)) throw new Error(`${reference}: ${name} is ${JSON.stringify(kept)}, not ${JSON.stringify(value)}`);
  }
  if ((row.closedAt !== null) !== closedStates.has(request.state)) throw new Error(`${reference}: closedAt`);
  const entry = await db().searchEntry.findUniqueOrThrow({ where: { reference } });
  if (entry.tokens.join() !== caseTokens({ ...row, caseFile }, await wordHasher()).join()) throw new Error(`${reference}: its words`);
}
