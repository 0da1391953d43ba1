import { z } from "zod";
import { rights } from "@/lib/law/rights";
import type { Receiver } from "./command";

/**
 * A request that asks one of these rights (none: any), in this language (null: any), goes to somebody, to a team, or to
 * whoever of a team has the least to do. The first rule that fits decides.
 */
export const ruleSchema = z.strictObject({
  rights: z.array(z.enum(rights)),
  locale: z.enum(["fr", "en"]).nullable(),
  to: z.union([z.strictObject({ staffId: z.uuid() }), z.strictObject({ teamId: z.uuid() }), z.strictObject({ leastOf: z.uuid() })]),
});
export type AssignmentRule = z.infer<typeof ruleSchema>;
export const mostRules = 50;

/** What a rule looks at. */
export type Asked = { rights: readonly string[]; locale: string };

/** Somebody who handles cases, and how many they have open. `isHere`: not out of office today. */
export type Hand = { id: string; teamId: string | null; isHere: boolean; open: number };

/** The first rule that fits, or null. */
export function ruleFor(rules: readonly AssignmentRule[], asked: Asked): AssignmentRule | null {
  return rules.find((rule) => (rule.rights.length === 0 || rule.rights.some((right) => asked.rights.includes(right))) && (rule.locale === null || rule.locale === asked.locale)) ?? null;
}

/**
 * To whom a rule leads today. Whoever is away or works here no more is passed over for their team, in which it then waits;
 * without a team it is nobody's (null). Of two with as little to do, the same one always. `hands`: the people the rule is about.
 */
export function receiverBy({ to }: AssignmentRule, hands: readonly Hand[]): Receiver | null {
  if ("teamId" in to) return { staffId: null, teamId: to.teamId };
  if ("leastOf" in to) {
    const least = hands.filter(({ isHere, teamId }) => isHere && teamId === to.leastOf).sort((one, other) => one.open - other.open || (one.id < other.id ? -1 : 1))[0];
    return { staffId: least?.id ?? null, teamId: to.leastOf };
  }
  const meant = hands.find(({ id }) => id === to.staffId);
  if (!meant || (!meant.isHere && meant.teamId === null)) return null;
  return { staffId: meant.isHere ? meant.id : null, teamId: meant.teamId };
}

/** A change of the list of rules. `index`: of the rule meant. */
export type RulesChange = { add: AssignmentRule } | { remove: number } | { up: number };

/** The list with one change made; null where there is no such rule, or no room for one more. */
export function changedRules(rules: readonly AssignmentRule[], change: RulesChange): AssignmentRule[] | null {
  if ("add" in change) return rules.length < mostRules ? [...rules, change.add] : null;
  if ("remove" in change) return rules[change.remove] ? rules.filter((_, index) => index !== change.remove) : null;
  const [before, meant] = [rules[change.up - 1], rules[change.up]];
  return before && meant ? rules.toSpliced(change.up - 1, 2, meant, before) : null;
}
