/** Processes below others, and what memory they hold: read from /proc, so on Linux alone. */
import { readdirSync, readFileSync } from "node:fs";

export const serveScript = ".commands/serve.ts";

export function childrenOf(parent: number): number[] {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => Number(/^\d+ \(.*\) \S (\d+)/s.exec(read(`/proc/${pid}/stat`))?.[1]) === parent);
}

/** `pid`, and below it the processes that serve with it; not its converters. */
export function webProcessesOf(pid: number): number[] {
  return [pid, ...childrenOf(pid).filter((each) => commandOf(each).includes(serveScript))];
}

export function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`);
}

/** In MB; 0 when the process is gone. */
export function memoryOf(pid: number, what: "VmHWM" | "VmRSS"): number {
  return Math.round(Number(new RegExp(`^${what}:\\s+(\\d+) kB`, "m").exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024);
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
