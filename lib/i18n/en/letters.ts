import type { letters as French } from "../fr/letters";

export const letters: typeof French = {};
