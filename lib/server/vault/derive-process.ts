import "server-only";
import { spawn } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import type { ProofKind } from "./sniff";

/** 256 MiB of WebAssembly memory (64 KiB pages): stops a PDF that unpacks to gigabytes. */
const WASM_PAGES = 4096;
const HEAP_MIB = 128;
/** CPU seconds, set with ulimit: ends the child even when the server that watches it is gone. */
const CPU_SECONDS = 20;
const MAX_RESIDENT_BYTES = 600 * 1024 * 1024;
const WATCH_MS = 50;

/** The converter (derive-child.mjs) for one file of this kind. */
export function startConverter(kind: ProofKind) {
  return startConfined("derive-child.mjs", kind);
}

/**
 * Starts a program of this folder with nothing to reach: reads only its own code and libraries, writes no file, starts no
 * process or worker, has no environment. Addons are allowed for sharp; PDFium is WebAssembly.
 * Located from the working directory, so that it does not matter how the server itself was bundled.
 */
export function startConfined(name: string, argument: string) {
  const root = process.cwd();
  const vault = path.join(root, "lib/server/vault");
  const program = path.join(vault, name);
  const readable = [program, path.join(vault, "child"), realpathSync(path.join(root, "node_modules"))];
  const flags = [
    "--permission",
    "--allow-addons",
    ...readable.map((place) => `--allow-fs-read=${place}`),
    `--wasm-max-mem-pages=${WASM_PAGES}`,
    `--max-old-space-size=${HEAP_MIB}`,
    "--disallow-code-generation-from-strings",
    "--no-warnings",
  ];
  const command = [process.execPath, ...flags, program, argument];
  const [file, ...args] = existsSync("/bin/sh")
    ? ["/bin/sh", "-c", `ulimit -c 0; ulimit -t ${CPU_SECONDS}; exec "$@"`, "sh", ...command]
    : command;
  // libvips would put a picture beyond its threshold on disk in clear: the threshold is out of reach.
  const env = { VIPS_DISC_THRESHOLD: "4g", MALLOC_ARENA_MAX: "2" } as unknown as NodeJS.ProcessEnv;
  return spawn(file!, args, { env, cwd: "/", stdio: ["pipe", "pipe", "ignore"], windowsHide: true });
}

/** Calls `exceeded` while the process holds more than `maxBytes` (600 MiB). Only where there is a /proc. Returns the stop. */
export function watchMemory(pid: number | undefined, exceeded: () => void, maxBytes = MAX_RESIDENT_BYTES): () => void {
  const timer = setInterval(() => {
    if (residentBytes(pid) > maxBytes) exceeded();
  }, WATCH_MS);
  return () => clearInterval(timer);
}

/** Resident memory of a process in bytes; 0 when unknown. */
function residentBytes(pid: number | undefined): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
