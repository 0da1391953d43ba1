import "server-only";
import { mayGiveTo } from "@/lib/access/case-scope";
import type { StaffActor } from "../actor";
import { now } from "../clock";
import { civilDay } from "../clock-facts";
import { type Load, loads } from "../hands";
import { teamNames } from "./teams";

export type LoadRow = Load & { team: string | null };

/** What each of those has open to whom this member of staff may give cases; null for who may give none. Two statements, whatever the size. */
export async function loadView(actor: StaffActor): Promise<LoadRow[] | null> {
  if (!actor.permissions.has("case.handle") || actor.caseScope === "own") return null;
  const rows = (await loads(civilDay(now()))).filter(({ teamId }) => mayGiveTo(actor, teamId));
  const teams = await teamNames(rows.map(({ teamId }) => teamId));
  return rows.map((row) => ({ ...row, team: teams[row.teamId ?? ""] ?? null }));
}
