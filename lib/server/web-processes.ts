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

/** Of a process's part of the memory; the collector may take thrice the room. */
const partForYoung = 1 / 24;
const [leastRoom, mostRoom] = [16, 256];

/**
 * Room for young objects in each of so many processes, in MB: a power of two, as V8 has it. A page leaves some two MB of them behind,
 * and each time the room is full the process stands still: for 7 ms every 22 pages with 64 MB, half as often with twice the room.
 * Taken from the beginning: left to itself the room stays small and gives back what it needs again a moment later, which makes a
 * page a tenth more work; with 256 MB a page is a sixth less than with 64.
 */
export function roomForYoung({ memoryBytes }: Pick<Machine, "memoryBytes">, processes: number): number {
  const share = (memoryBytes / processes) * partForYoung / 1e6;
  return Math.max(leastRoom, Math.min(mostRoom, 2 ** Math.floor(Math.log2(share))));
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
