/** A server as it runs in production, in a process of its own, with its greatest memory since last asked (Linux). */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { freePort } from "../postgres.mjs";
import { root } from "../root.mjs";

export type Server = { origin: string; memory(): { peak: number; now: number } | null; end(): Promise<void> };

/** `script`: tells by IPC when it is ready, and serves PORT. */
export async function startServer(databaseUrl: string, { script = ".commands/serve.ts", env = {} }: { script?: string; env?: Record<string, string> } = {}): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [...(process.env.BENCH_PROFILE ? ["--cpu-prof", `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : []), "--conditions=react-server", "--import", "tsx", script], {
    cwd: root, stdio: ["ignore", "ignore", "inherit", "ipc"], env: { ...process.env, NODE_ENV: "production", PORT: String(port), DATABASE_URL: databaseUrl, ...env },
  });
  await new Promise((done, fail) => child.once("message", done).once("exit", () => fail(new Error("the server did not start"))));
  return {
    origin: `http://localhost:${port}`,
    memory: () => {
      if (process.platform !== "linux") return null;
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      const of = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
      writeFileSync(`/proc/${child.pid}/clear_refs`, "5");
      return { peak: of("VmHWM"), now: of("VmRSS") };
    },
    end: async () => {
      const gone = new Promise((done) => { child.once("exit", done); });
      child.kill("SIGTERM");
      await gone;
    },
  };
}
