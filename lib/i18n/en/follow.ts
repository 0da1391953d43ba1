import type { follow as French } from "../fr/follow";

export const follow: typeof French = {};
