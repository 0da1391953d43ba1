import type { Right } from "@/lib/law/rights";

/** The rights of the living as the home page offers them; the heirs' way has a place of its own. */
export const rightsGroups = [
  { group: "know", rights: ["access", "portability", "transfers"] },
  { group: "change", rights: ["rectification", "erasure", "restriction"] },
  { group: "refuse", rights: ["objection", "withdraw-consent", "human-review"] },
  { group: "later", rights: ["post-mortem-directive"] },
] as const satisfies readonly { group: string; rights: readonly Right[] }[];
