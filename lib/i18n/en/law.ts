import type { law as French } from "../fr/law";

export const law: typeof French = {};
