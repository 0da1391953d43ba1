/** One size of `npm run bench`, in a process of its own: a database of so many requests, the built product on it, a bare page beside it. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startPostgres } from "../postgres.mjs";
import { fillBare } from "./bare/build";
import type { World } from "./generate/world";
import type { Line } from "./load/pages";

export type Told = { line: Omit<Line, "times"> & { p50: number; p95: number; p99: number; runs: number } } | { said: string };

const size = Number(process.env.BENCH_SIZE);
const home = process.env.DATA_DIR ?? "";
const made = join(home, "generated.json");
// What an interrupted run left is of no use.
if (!existsSync(made)) rmSync(home, { recursive: true, force: true });
mkdirSync(home, { recursive: true });
const tell = (told: Told) => process.send?.(told);
const say = (said: string) => tell({ said });

const postgres = await startPostgres(home);
/** Whoever ends the bench ends what it started: servers and makers of requests leave when their channel closes. */
const leave = () => void postgres.stop().then(() => process.exit(130));
for (const signal of ["SIGINT", "SIGTERM", "disconnect"] as const) process.once(signal, leave);
process.env.DATABASE_URL = postgres.url();
const { db } = await import("@/lib/server/db");
try {
  const { migrate } = await import("@/lib/server/migrate");
  await migrate(postgres.url());
  const world = existsSync(made) ? (JSON.parse(readFileSync(made, "utf8")) as World) : await makeWorld();
  const { measureAll } = await import("./load/all");
  await measureAll({ world, url: postgres.url(), bareUrl: await fillBare(postgres.adminUrl), tell, say });
} finally {
  await db().$disconnect();
  await postgres.stop();
}
process.off("disconnect", leave);
process.disconnect?.();

async function makeWorld(): Promise<World> {
  const { addStaff } = await import("./staff");
  const { generate } = await import("./generate/generate");
  const { check } = await import("./generate/check");
  const world: World = { seed: 7, size, now: Date.now(), ...(await addStaff()) };
  await generate(postgres.adminUrl(), world, say);
  writeFileSync(made, JSON.stringify(world));
  say(`  ${await check(world)}`);
  return world;
}
