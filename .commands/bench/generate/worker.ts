/** One of the processes that make requests, block by block: writes their rows itself and hands their events to whoever keeps the chain. */
import { db } from "@/lib/server/db";
import { type Copying, copyInto, type Value } from "./copy";
import { lifeOf } from "./life";
import { type Cells, count, keysOfDatabase, requestRow, searchRow } from "./rows";
import { type Answer, type Begin, blockSize, type Order } from "./orders";

async function work({ world, adminUrl }: Begin): Promise<void> {
  const keys = await keysOfDatabase();
  await db().$disconnect();
  const cells: Cells = new Map();
  const copies = new Map<string, Copying>();
  const write = async (table: string, row: Record<string, Value>) => {
    const copy = copies.get(table) ?? (await copyInto(adminUrl, table, Object.keys(row)));
    copies.set(table, copy);
    await copy.write(Object.values(row));
  };
  let before = Promise.resolve();
  process.on("message", (order: Order) => {
    before = before.then(async () => {
      if ("block" in order) return make(order.block);
      if (!("end" in order)) return;
      for (const copy of copies.values()) await copy.end();
      answer({ cells: [...cells] }, () => process.disconnect());
    });
  });
  const make = async (block: number) => {
    const events = [];
    for (let index = block * blockSize; index < Math.min((block + 1) * blockSize, world.size); index += 1) {
      const life = lifeOf(world, index);
      const row = requestRow(keys, world, life);
      count(cells, row);
      await write("SubjectRequest", row);
      await write("SearchEntry", searchRow(keys, life, row));
      for (const { id, sequence, type, at, actor, data } of life.events) events.push({ id, reference: life.reference, sequence, type, at, actor, data });
    }
    answer({ block, events: JSON.stringify(events) });
  };
}

function answer(told: Answer, sent: () => void = () => {}): void {
  process.send?.(told, sent);
}

process.once("disconnect", () => process.exit(0));
process.once("message", (order: Begin) => void work(order).catch((fault: unknown) => { throw fault; }));
