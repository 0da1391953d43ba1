/** A server as it runs in production, in processes of its own, with their greatest memory since last asked (Linux). */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { freePort } from "../postgres.mjs";
import { memoryOf, webProcessesOf } from "../process-tree";
import { root } from "../root.mjs";

/** `memory`: in MB, each process's own added up, so that what they share counts once for each; null where it cannot be told. */
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
      const pids = webProcessesOf(child.pid as number);
      const sum = (what: "VmHWM" | "VmRSS") => pids.reduce((all, pid) => all + memoryOf(pid, what), 0);
      const told = { peak: sum("VmHWM"), now: sum("VmRSS") };
      for (const pid of pids) writeFileSync(`/proc/${pid}/clear_refs`, "5");
      return told;
    },
    end: async () => {
      const gone = new Promise((done) => { child.once("exit", done); });
      child.kill("SIGTERM");
      await gone;
    },
  };
}
