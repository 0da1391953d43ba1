import type { site as French } from "../fr/site";

export const site: typeof French = {};
