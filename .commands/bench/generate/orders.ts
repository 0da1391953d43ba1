/** What the process that keeps the chain and those that make requests say to each other. */
import type { World } from "./world";

/** Requests made at a time. */
export const blockSize = 500;
export type Begin = { world: World; adminUrl: string };
export type Order = Begin | { block: number } | { end: true };
export type Answer = { block: number; events: string } | { cells: [string, number[]][] };
