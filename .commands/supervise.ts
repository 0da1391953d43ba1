/** Keeps a child process running: started again when it dies, at once the first time, then ever more slowly. */
import { type ChildProcess, spawn } from "node:child_process";
import { log } from "@/lib/server/log";
import { root } from "./root.mjs";

const slowestMs = 10_000;
/** A child that lived this long was well: the next restart is immediate again. */
const wellAfterMs = 30_000;

export type Supervised = {
  /** Resolves when the child does its work; false when it left before it ever did. */
  ready: Promise<boolean>;
  /** Asks it to finish, and insists after a while; resolves when it is gone. */
  stop(): Promise<void>;
};

/** Starts `script` as a process of its own, in whose environment is what `childEnv` says and nothing else. */
export function script(path: string, childEnv: NodeJS.ProcessEnv): () => ChildProcess {
  return () => spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", path], {
    cwd: root,
    env: childEnv,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    detached: true, // Ctrl-C reaches us alone; we tell the children, in order
  });
}

/** Keeps what `begin` starts running. It says by a message that it does its work; asked to stop, it has `killAfterMs` before it is killed. */
export function supervise(name: string, begin: () => ChildProcess, killAfterMs = 35_000): Supervised {
  let child: ChildProcess;
  let restart: NodeJS.Timeout | undefined;
  let isStopping = false;
  let failures = 0;
  let settle: (isReady: boolean) => void;
  let wasReady = false;
  const ready = new Promise<boolean>((done) => { settle = done; });

  const start = () => {
    const startedAt = performance.now();
    child = begin();
    child.on("message", () => {
      wasReady = true;
      settle(true);
    });
    child.once("exit", (code, signal) => {
      if (isStopping) return;
      if (!wasReady) {
        settle(false);
        return;
      }
      failures = performance.now() - startedAt > wellAfterMs ? 1 : failures + 1;
      const delay = failures === 1 ? 0 : Math.min(slowestMs, 125 * 2 ** failures);
      log.error({ code: "child_died", job: name, status: code ?? -1, signal: signal ?? "none", attempt: failures, ms: delay });
      restart = setTimeout(start, delay);
    });
  };

  start();
  return {
    ready,
    stop: async () => {
      isStopping = true;
      clearTimeout(restart);
      await end(child, killAfterMs);
    },
  };
}

function end(child: ChildProcess, killAfterMs: number): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    const insist = setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    child.once("exit", () => {
      clearTimeout(insist);
      done();
    });
    child.kill("SIGTERM");
  });
}
