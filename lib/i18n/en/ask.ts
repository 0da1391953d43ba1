import type { ask as French } from "../fr/ask";

export const ask: typeof French = {};
