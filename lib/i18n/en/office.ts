import type { office as French } from "../fr/office";

export const office: typeof French = {};
