import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { databaseUrl } from "../security/support/database";
import { home } from "./run";

type Line = { pid: number; code: string; requestId?: string; signal?: string };

/** The web alone, on a port of its own, with the database, the keys and the worker of the product: its processes may be killed. */
export class Web {
  readonly origin: string;
  private said = "";
  /** What it wrote where operators look. */
  told = "";
  /** It said by a message that it does its work. */
  isReady = false;
  readonly ended: Promise<number | null>;

  private constructor(readonly port: number, readonly child: ChildProcess) {
    this.origin = `http://localhost:${port}`;
    child.stdout?.on("data", (chunk: Buffer) => { this.said += chunk.toString(); });
    child.stderr?.on("data", (chunk: Buffer) => { this.told += chunk.toString(); });
    child.once("message", () => { this.isReady = true; });
    // Not "close", which Node does not tell where we closed the channel ourselves.
    this.ended = Promise.all([once(child, "exit"), ...child.stdio.slice(1, 3).map((stream) => once(stream as Readable, "end"))]).then(([[code]]) => code as number | null);
  }

  /** Not yet ready. In a process group of its own, as a terminal's programs are. */
  static async start(env: { WEB_PROCESSES: string; PORT?: string; DATABASE_URL?: string; DATA_DIR?: string }): Promise<Web> {
    const port = Number(env.PORT ?? (await freePort()));
    const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", ".commands/serve.ts"], {
      cwd: resolve(import.meta.dirname, "../.."),
      env: { ...process.env, NODE_ENV: "production", NODE_OPTIONS: "", PUBLIC_URL: `http://localhost:${port}`, DATA_DIR: join(home, "data"), DATABASE_URL: databaseUrl(), SMTP_URL: `smtp://127.0.0.1:${process.env.E2E_SMTP_PORT}`, CLAMD_URL: "", ...env, PORT: String(port) },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      detached: true,
    });
    return new Web(port, child);
  }

  /** The same, once it is ready. */
  static async ready(processes: number, own: { DATABASE_URL: string; DATA_DIR: string } | null = null): Promise<Web> {
    const web = await Web.start({ WEB_PROCESSES: String(processes), ...own });
    await Promise.race([until("ready", () => web.isReady), web.ended.then((code) => { throw new Error(`ended with ${code}: ${web.told}`); })]);
    return web;
  }

  lines(code: string): Line[] {
    const whole = this.said.slice(0, this.said.lastIndexOf("\n") + 1).split("\n").filter(Boolean);
    return whole.map((line) => JSON.parse(line) as Line).filter((line) => line.code === code);
  }

  /** The processes that ever served, in the order of their beginning. */
  get pids(): number[] {
    return this.lines("server_listening").map(({ pid }) => pid);
  }

  /** Which process answered, by the id of the answer. */
  async whoAnswered(requestId: string): Promise<number> {
    return (await until("logged", () => this.lines("request").find((line) => line.requestId === requestId))).pid;
  }

  /** Whatever a test left of it. */
  kill(): void {
    for (const pid of [this.child.pid as number, ...this.pids]) if (isRunning(pid)) process.kill(pid, "SIGKILL");
  }
}

/** One that has ended and whom nobody has fetched does not run. */
export function isRunning(pid: number): boolean {
  try {
    return !execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).startsWith("Z");
  } catch {
    return false;
  }
}

/** Waits until `look` finds something. */
export async function until<T>(what: string, look: () => T | undefined | false, seconds = 60): Promise<T> {
  for (let tries = 0; tries < seconds * 20; tries += 1) {
    const found = look();
    if (found) return found;
    await sleep(50);
  }
  throw new Error(`never: ${what}`);
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
