/** The office at every size, as a table, and what of it keeps within its budgets. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { isBuildFresh } from "../build.mjs";
import { root } from "../root.mjs";
import type { Told } from "./at-size";
import { buildBare } from "./bare/build";
import { budgets } from "./budgets";

type Say = (text: string) => void;
export type SizedLine = Extract<Told, { line: unknown }>["line"] & { size: number };

/** BENCH_SIZES: how many requests, ascending. BENCH_KEEP: a folder in which the generated databases are kept for the next run. */
const sizes = (process.env.BENCH_SIZES ?? "1000,100000,1000000").split(",").map(Number);

/** On two processors with nothing else to do. */
const [measuringMinutes, minutesEach] = [12, 12 / 1_000_000];

export async function benchScale(home: string, say: Say): Promise<void> {
  if (!isBuildFresh()) return say("pages at scale: not measured, there is no fresh build (npm start makes one)");
  const folder = process.env.BENCH_KEEP ?? home;
  const minutes = sizes.reduce((sum, size) => sum + measuringMinutes + size * minutesEach, 0);
  say(`The office with ${sizes.map((size) => size.toLocaleString("en")).join(", ")} requests: about ${Math.ceil(minutes)} minutes on two idle processors (BENCH_SIZES chooses others) …`);
  const bare = await buildBare(home);
  const lines: SizedLine[] = [];
  for (const size of sizes) {
    say(`\n${size.toLocaleString("en")} requests`);
    await atSize(size, { DATA_DIR: join(folder, `size-${size}`), BENCH_BARE: bare }, (told) => {
      if ("said" in told) return say(told.said);
      lines.push({ ...told.line, size });
      say(text(told.line));
    });
  }
  for (const line of budgets(lines)) say(line);
}

export const heading = `${"milliseconds".padEnd(52)}${["at once", "p50", "p95", "p99", "a second"].map((name) => name.padStart(9)).join("")}`;

function text({ title, connections, p50, p95, p99, perSecond }: Omit<SizedLine, "size">): string {
  return `${title.padEnd(52)}${String(connections).padStart(9)}${[p50, p95, p99, perSecond].map((number) => number.toFixed(1).padStart(9)).join("")}`;
}

let running: ChildProcess | undefined;

/** Ends what is being measured, and with it its database and servers. */
export async function endScale(): Promise<void> {
  if (!running || running.exitCode !== null) return;
  const gone = new Promise((done) => running?.once("exit", done));
  running.kill("SIGTERM");
  await gone;
}

async function atSize(size: number, env: Record<string, string>, tell: (told: Told) => void): Promise<void> {
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", join(import.meta.dirname, "at-size.ts")], {
    cwd: root, stdio: ["ignore", "inherit", "inherit", "ipc"], env: { ...process.env, ...env, BENCH_SIZE: String(size) },
  });
  running = child;
  child.on("message", tell);
  const code = await new Promise((done) => { child.once("exit", done); });
  if (code !== 0) throw new Error(`${size} requests: the measurement ended with ${String(code)}`);
}
