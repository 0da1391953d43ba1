/** How many processes serve the web of a machine, and what each of them has of a limit that holds for all together. */
import "server-only";
import { availableParallelism, totalmem } from "node:os";
import { parseEnv } from "./env";

const most = 4;
const bytesEach = 2e9;

export type Machine = { cores: number; memoryBytes: number };

/** One for each core and for each 2 GB of memory, at most four; more only where somebody says so. */
export function processesFor({ cores, memoryBytes }: Machine): number {
  return Math.max(1, Math.min(most, cores, Math.floor(memoryBytes / bytesEach)));
}

/** What there is for us: of a container, what it was given. Node tells 0 or more than any machine has where nothing is limited. */
export function thisMachine(): Machine {
  return { cores: availableParallelism(), memoryBytes: Math.min(totalmem(), process.constrainedMemory() || Infinity) };
}

/** This process's even part of a limit, one at least: what the machine or the database bears does not grow with the processes. */
export function shareOf(whole: number, processes = told()): number {
  return Math.max(1, Math.floor(whole / processes));
}

/** Asked without the secrets, which are read and drawn on the disk. */
function told(): number {
  const parsed = parseEnv(process.env);
  return ("env" in parsed && parsed.env.webProcesses) || 1;
}
