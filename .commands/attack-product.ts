/** A portal of its own for `npm run attack`, as `npm start` makes it: on a temporary folder, with clamd, watched for its memory. */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, startPostgres } from "./postgres.mjs";
import { childrenOf, commandOf, memoryOf, serveScript, webProcessesOf } from "./process-tree";
import { root } from "./root.mjs";

export type Product = {
  origin: string;
  dataDir: string;
  /** Peak resident memory in MB: of the web processes added up, of each since it began, and of the largest converter that was seen. */
  memory(): { server: number; converter: number };
  /** Of the largest converter since this was last asked. */
  converterPeak(): number;
  log(): string;
  stop(): Promise<void>;
};

export async function startProduct(home: string, clamdUrl: string): Promise<Product> {
  const dataDir = join(home, "data");
  mkdirSync(dataDir, { recursive: true });
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const file = join(home, "product.log");
  const out = openSync(file, "w");
  const own = { NODE_ENV: "production", NODE_OPTIONS: "", PORT: String(port), PUBLIC_URL: origin, DATA_DIR: dataDir, DATABASE_URL: "", STORAGE_URL: "", SMTP_URL: "", CLAMD_URL: clamdUrl, VAULT_KEY: "", NEXTAUTH_SECRET: "" };
  const child = spawn(process.execPath, [join(root, ".commands", "start.mjs")], { env: { ...process.env, ...own } as NodeJS.ProcessEnv, stdio: ["ignore", out, out] });
  closeSync(out);
  const log = () => readFileSync(file, "utf8");
  await untilReady(child, log);
  // What reads and writes the database beside the product does so with its keys.
  Object.assign(process.env, own, { DATABASE_URL: (await startPostgres(dataDir)).url() });
  const server = serverOf(child.pid as number);
  let [converter, recent] = [0, 0];
  const watch = setInterval(() => {
    // By its name: between fork and exec a child is still the server, with the server's memory.
    for (const pid of webProcessesOf(server).flatMap(childrenOf).filter((each) => commandOf(each).includes("derive-child.mjs"))) recent = Math.max(recent, memoryOf(pid, "VmHWM"));
    converter = Math.max(converter, recent);
  }, 25);
  return {
    origin,
    dataDir,
    log,
    memory: () => ({ server: webProcessesOf(server).reduce((all, pid) => all + memoryOf(pid, "VmHWM"), 0), converter }),
    converterPeak: () => {
      const peak = recent;
      recent = 0;
      return peak;
    },
    stop: async () => {
      clearInterval(watch);
      const gone = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await gone;
    },
  };
}

async function untilReady(child: ChildProcess, log: () => string): Promise<void> {
  for (let tries = 0; tries < 1200 && child.exitCode === null; tries += 1) {
    if (log().includes("Ready.")) return;
    await sleep(250);
  }
  child.kill("SIGTERM");
  throw new Error(`the product did not start:\n${log().slice(-3000)}`);
}

/** The web process, the first of several, below the one that was started: on an older Node start.mjs has start.ts as its child. */
function serverOf(start: number): number {
  const below = childrenOf(start).flatMap((pid) => [pid, ...childrenOf(pid)]);
  const found = below.find((pid) => commandOf(pid).includes(serveScript));
  if (found === undefined) throw new Error("the web process is not there");
  return found;
}
