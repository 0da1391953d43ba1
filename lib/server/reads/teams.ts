import "server-only";
import type { StaffActor } from "../actor";
import { db, sql } from "../db";
import type { Asked } from "./asked";

export type TeamName = { id: string; name: string };

/** The teams a member of staff may give cases to: all, or their own where they see no further. By name. */
export function teamsToGive({ permissions, caseScope, teamId }: StaffActor): Asked<TeamName, TeamName[]> {
  const which = caseScope === "all" ? sql`true` : caseScope === "team" && teamId !== null ? sql`id = ${teamId}::uuid` : null;
  const statement = which && permissions.has("case.read") ? sql`select id, name from "Team" where "removedAt" is null and ${which} order by name, id` : null;
  return { statement, read: (found) => found };
}

/** A team's id → its name, of removed ones too: timelines name them. One query at most. */
export async function teamNames(ids: readonly (string | null)[]): Promise<Record<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return {};
  const found = await db().team.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  return Object.fromEntries(found.map(({ id, name }) => [id, name]));
}

export type TeamRow = TeamName & { people: number; open: number };

/** The teams there are, with how many people and open cases are in each: for those who manage staff. Two queries. */
export async function teamList(actor: StaffActor): Promise<TeamRow[]> {
  if (!actor.permissions.has("staff.manage")) return [];
  const teams = await db().team.findMany({ where: { removedAt: null }, include: { _count: { select: { staff: true } } }, orderBy: [{ name: "asc" }, { id: "asc" }] });
  const open = await db().subjectRequest.groupBy({ by: ["teamId"], where: { teamId: { in: teams.map(({ id }) => id) }, isOnDesk: true }, _count: true });
  return teams.map(({ id, name, _count }) => ({ id, name, people: _count.staff, open: open.find(({ teamId }) => teamId === id)?._count ?? 0 }));
}
