import "server-only";
import type { Right } from "@/lib/law/rights";
import { type AssignmentRule, receiverBy, ruleFor } from "@/lib/request/assignment-rule";
import type { StaffActor } from "../actor";
import { newestRules } from "../assignment-rules";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { db } from "../db";
import { loads } from "../hands";
import { seenBy } from "../reach";
import { staffNames } from "./staff";
import { teamNames } from "./teams";

/** To whom: somebody by name, a team by name, or whoever of a team has the least. Null: somebody or a team that is there no more. */
export type RuleShown = { rights: Right[]; locale: "fr" | "en" | null; to: { kind: "person" | "team" | "least"; name: string | null } };
/** `waiting`: how many of what nobody has went into it, the most urgent; `left`: those that go to nobody. */
export type Preview = { to: { key: string; staff: string | null; team: string | null; count: number }[]; left: number; waiting: number };
export type AssignmentView = { version: number; rules: RuleShown[]; preview: Preview };

/** So many of what nobody has are looked at. */
export const mostPreviewed = 10_000;

/** The rules, and where they would lead what nobody has and no team today; null for who may not set them. A constant number of statements. */
export async function assignmentView(actor: StaffActor): Promise<AssignmentView | null> {
  if (!actor.permissions.has("assignment.manage")) return null;
  const { version, rules } = await newestRules();
  const waiting = await db().$queryRaw<{ rights: string[]; locale: string; count: number }[]>`
    select rights, locale, count(*)::int as count
    from (select rights, locale from "SubjectRequest" as request where "assigneeId" is null and "isOnDesk" and "teamId" is null and ${seenBy(actor)} order by "actOn", reference limit ${mostPreviewed}) waiting
    group by rights, locale`;
  const hands = await loads(civilDay(now()));
  const counts = new Map<string, { staffId: string | null; teamId: string | null; count: number }>();
  for (const { count, ...asked } of waiting) {
    for (let each = 0; each < count; each += 1) {
      const rule = ruleFor(rules, asked);
      const { staffId, teamId } = (rule && receiverBy(rule, hands)) ?? { staffId: null, teamId: null };
      const key = `${staffId ?? ""}/${teamId ?? ""}`;
      counts.set(key, { staffId, teamId, count: (counts.get(key)?.count ?? 0) + 1 });
      const hand = hands.find(({ id }) => id === staffId);
      if (hand) hand.open += 1;
    }
  }
  const staff = await staffNames([...rules.map(({ to }) => ("staffId" in to ? `staff:${to.staffId}` : null)), ...hands.map(({ id }) => `staff:${id}`)]);
  const teams = await teamNames([...rules.map(teamOf), ...[...counts.values()].map(({ teamId }) => teamId)]);
  const told = [...counts].map(([key, { staffId, teamId, count }]) => ({ key, staff: staffId && (staff[`staff:${staffId}`] ?? null), team: teamId && (teams[teamId] ?? null), count }));
  return {
    version,
    rules: rules.map(({ rights, locale, to }) => ({ rights, locale, to: "staffId" in to ? { kind: "person", name: staff[`staff:${to.staffId}`] ?? null } : { kind: "teamId" in to ? "team" : "least", name: teams[teamOf({ to }) ?? ""] ?? null } })),
    preview: {
      to: told.filter(({ key }) => key !== "/").sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1)),
      left: counts.get("/")?.count ?? 0,
      waiting: waiting.reduce((sum, { count }) => sum + count, 0),
    },
  };
}

function teamOf({ to }: Pick<AssignmentRule, "to">): string | null {
  return "teamId" in to ? to.teamId : "leastOf" in to ? to.leastOf : null;
}
