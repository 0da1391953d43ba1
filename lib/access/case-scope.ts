import type { Role } from "./permissions";

/** How far somebody's sight of the cases goes: all of them, those of their team, those given to themselves. */
export const caseScopes = ["all", "team", "own"] as const;
export type CaseScope = (typeof caseScopes)[number];

/** Roles that answer for all cases, or check them: what was set narrows nothing. Hence figures, register and audit, which are theirs alone, are always whole. */
const seeAll: readonly Role[] = ["dpo", "auditor"];

/** Do these roles see all cases, whatever is set? */
export function alwaysSeesAll(held: readonly string[]): boolean {
  return seeAll.some((role) => held.includes(role));
}

/** The scope in force; a word we do not know opens the least. */
export function scopeOf(held: readonly string[], set: string): CaseScope {
  return alwaysSeesAll(held) ? "all" : (caseScopes.find((scope) => scope === set) ?? "own");
}

export type Viewer = { id: string; teamId: string | null; caseScope: CaseScope };

/** Which cases those are: null for all, else any that this person has, or that is of this team where one is named. */
export type Reach = { assigneeId: string; teamId: string | null } | null;

/** What a member of staff sees. Whoever is in no team sees nobody's: a case without a team is not "of their team". */
export function reachOf({ id, teamId, caseScope }: Viewer): Reach {
  if (caseScope === "all") return null;
  return { assigneeId: id, teamId: caseScope === "team" ? teamId : null };
}

/** On what of a case it hangs whether somebody sees it. */
export type Placed = { assigneeId: string | null; teamId: string | null };

/** Is the case among those? For a case at hand; the database is asked by `lib/server/reach.ts`. */
export function isWithin(reach: Reach, { assigneeId, teamId }: Placed): boolean {
  return reach === null || assigneeId === reach.assigneeId || (teamId !== null && teamId === reach.teamId);
}

/** May they take a case they see, for themselves? */
export function mayTake({ caseScope }: Pick<Viewer, "caseScope">): boolean {
  return caseScope !== "own";
}

/** May they give a case they see to this team or to somebody of it? Within their own team only, unless they see all. Back to the queue always. */
export function mayGiveTo({ caseScope, teamId: own }: Omit<Viewer, "id">, teamId: string | null): boolean {
  return caseScope === "all" || (caseScope === "team" && own !== null && teamId === own);
}
