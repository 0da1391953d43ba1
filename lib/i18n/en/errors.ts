import type { errors as French } from "../fr/errors";

export const errors: typeof French = {};
