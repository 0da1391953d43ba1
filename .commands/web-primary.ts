/** The first of several web processes: it holds the port, hands each connection to the next process that is free, and replaces what dies. */
import type { ChildProcess, SendHandle, Serializable } from "node:child_process";
import cluster from "node:cluster";
import { log } from "@/lib/server/log";
import { onStop, tellReady } from "./child";
import { type Supervised, supervise } from "./supervise";

/** More than the 30 seconds a process may take to finish its work, less than we are given ourselves: killed before them, we would leave behind the one that hangs. */
const killAfterMs = 33_000;

/**
 * Room for young objects, in MB, from the beginning: a page leaves some two of them behind, and every time the room is full the process
 * stands still for seven milliseconds. Left to itself the room stays small and gives back what it needs again a moment later: a page is
 * a tenth more work. With half of this one page in twenty waits for such a pause, and so sets what 95 in 100 take; with twice as much
 * two processes under load are slower.
 */
const roomForYoung = 128;

/** Starts them, and says so when all listen. What keeps one from it ends all of them with 1: it has told why. */
export async function startWebProcesses(count: number): Promise<void> {
  cluster.schedulingPolicy = cluster.SCHED_RR;
  cluster.setupPrimary({ execArgv: [...process.execArgv, `--min-semi-space-size=${roomForYoung}`, `--max-semi-space-size=${roomForYoung}`], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const processes: Supervised[] = [];
  const add = () => {
    const one = supervise("web", () => fork({ WEB_PROCESSES: String(count) }), killAfterMs);
    processes.push(one);
    return one.ready;
  };
  const stopAll = async () => {
    await Promise.all(processes.map((each) => each.stop()));
  };
  onStop(stopAll);
  // The first alone: what is wrong for it is wrong for all, and told once.
  const areAllReady = (await add()) && (await Promise.all(Array.from({ length: count - 1 }, add))).every(Boolean);
  if (areAllReady) {
    tellReady();
    return;
  }
  await stopAll();
  process.exit(1);
}

/** One process. When we are gone, however that came, it goes too: Node sees to that. */
function fork(childEnv: Record<string, string>): ChildProcess {
  const worker = cluster.fork(childEnv);
  worker.on("error", (error) => {
    if (worker.process.pid === undefined) throw error; // it never began
    // It died before we knew: another takes what comes.
    log.warn({ code: "web_process_unreachable", error });
  });
  closeWhatItNeverTook(worker.process);
  return worker.process;
}

/**
 * A process that dies while a connection is handed to it leaves that one open in ours, and whoever waits there waits for ever
 * (Node 24: `handoff` in lib/internal/cluster/round_robin_handle.js hears no answer). One is under way to each process at most.
 */
function closeWhatItNeverTook(child: ChildProcess): void {
  const send = child.send.bind(child) as (message: Serializable, handle?: SendHandle, ...rest: unknown[]) => boolean;
  let last: SendHandle | undefined;
  child.send = (message: Serializable, handle?: unknown, ...rest: unknown[]) => {
    last = (handle as SendHandle | undefined) ?? last;
    return send(message, handle as SendHandle | undefined, ...rest);
  };
  child.once("exit", () => { if (last && "close" in last) last.close(); });
}
