/** A database full of requests, each of them whole: in minutes, by several processes. */
import { type ChildProcess, spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { withClient } from "../../postgres.mjs";
import { root } from "../../root.mjs";
import { chainInto } from "./chain";
import { dropIndexes, makeIndexes } from "./indexes";
import { type Answer, blockSize, type Order } from "./orders";
import { receivedMs, type World } from "./world";

type Say = (text: string) => void;
type Cells = Map<string, number[]>;

/** Fills an empty database, whose staff are there already, and whose address and folder are in the environment. */
export async function generate(adminUrl: string, world: World, say: Say): Promise<void> {
  const startedAt = performance.now();
  const seconds = () => Math.round((performance.now() - startedAt) / 1000);
  const indexes = await dropIndexes(adminUrl);
  const chain = await chainInto(adminUrl, await lastOf(adminUrl));
  const cells: Cells = new Map();
  let [consumed, told] = [0, 0];
  const arrived = new Map<number, string>();
  let consuming = Promise.resolve();
  /** Blocks join the chain in their order, whichever process is faster. */
  const consume = (block: number, events: string) => {
    arrived.set(block, events);
    consuming = consuming.then(async () => {
      for (let events = arrived.get(consumed); events !== undefined; events = arrived.get(consumed)) {
        arrived.delete(consumed);
        consumed += 1;
        chain.add(JSON.parse(events) as Parameters<typeof chain.add>[0]);
        await chain.settle(new Date(receivedMs(world, consumed * blockSize)).toISOString());
        const share = Math.floor((consumed * blockSize * 10) / world.size);
        if (share > told && world.size >= 100_000) say(`  ${Math.min(100, (told = share) * 10)} % made after ${seconds()} s`);
      }
    });
    return consuming;
  };
  const workers = Array.from({ length: Math.max(1, Math.min(8, availableParallelism())) }, () => startWorker({ world, adminUrl }));
  let block = 0;
  const blocks = Math.ceil(world.size / blockSize);
  const keepBusy = async (worker: Worker) => {
    while (block < blocks) {
      const mine = block++;
      await consume(mine, await worker.make(mine));
    }
  };
  try {
    // Two blocks at a time each, so that none waits for the chain.
    await Promise.all(workers.flatMap((worker) => [keepBusy(worker), keepBusy(worker)]));
    for (const worker of workers) add(cells, await worker.end());
  } finally {
    for (const worker of workers) worker.kill();
  }
  const events = await chain.end();
  await writeCells(adminUrl, cells);
  say(`  ${world.size.toLocaleString("en")} requests, ${events.toLocaleString("en")} events in ${seconds()} s; indexes …`);
  await makeIndexes(adminUrl, indexes, say);
  say(`  done after ${seconds()} s`);
}

type Worker = { make(block: number): Promise<string>; end(): Promise<[string, number[]][]>; kill(): void };

function startWorker(order: { world: World; adminUrl: string }): Worker {
  const child: ChildProcess = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", join(import.meta.dirname, "worker.ts")], { cwd: root, stdio: ["ignore", "inherit", "inherit", "ipc"], serialization: "advanced" });
  const waiting = new Map<number | "end", (answer: Answer) => void>();
  let fail: (fault: Error) => void = () => {};
  const failed = new Promise<never>((_, reject) => { fail = reject; });
  failed.catch(() => undefined);
  child.on("message", (answer: Answer) => waiting.get("block" in answer ? answer.block : "end")?.(answer));
  child.once("exit", () => fail(new Error("a process that made requests has ended")));
  const send = (what: Order) => void child.send(what);
  const answerTo = (place: number | "end") => Promise.race([new Promise<Answer>((done) => { waiting.set(place, done); }), failed]);
  send(order);
  return {
    make: async (block) => {
      const answer = answerTo(block);
      send({ block });
      return ((await answer) as { events: string }).events;
    },
    end: async () => {
      const answer = answerTo("end");
      send({ end: true });
      return ((await answer) as { cells: [string, number[]][] }).cells;
    },
    kill: () => void child.kill(),
  };
}

function add(cells: Cells, more: readonly [string, number[]][]): void {
  for (const [place, sums] of more) cells.set(place, sums.map((sum, index) => sum + (cells.get(place)?.[index] ?? 0)));
}

async function writeCells(adminUrl: string, cells: Cells): Promise<void> {
  const rows = [...cells].map(([place, [count, onTime, suspended, extended]]) => {
    const [month, kind, by, key, days] = place.split("|");
    return { month, kind, by, key, days: Number(days), count, onTime, suspended, extended };
  });
  await withClient(adminUrl, (client: pg.Client) => client.query(`insert into "FigureCell" select (json_populate_record(null::"FigureCell", cell)).* from json_array_elements($1::json) as cell`, [JSON.stringify(rows)]));
}

async function lastOf(adminUrl: string): Promise<{ position: bigint; hash: Uint8Array }> {
  const { rows } = await withClient(adminUrl, (client: pg.Client) => client.query<{ position: string; hash: Buffer }>(`select position, hash from "Event" order by position desc limit 1`));
  return { position: BigInt(rows[0]?.position ?? 0), hash: rows[0]?.hash ?? new Uint8Array(32) };
}
