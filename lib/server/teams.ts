import "server-only";
import { randomUUID } from "node:crypto";
import type { StaffActor } from "./actor";
import { audit } from "./audit";
import { now } from "./clock";
import { db, type Tx } from "./db";
import { locks } from "./locks";
import { mayManage, type ManageRefusal } from "./staff";

export type TeamRefusal = ManageRefusal | { refused: "name-taken" | "team-unknown" } | { refused: "in-use"; people: number; open: number };
type Changed = { ok: true } | TeamRefusal;

/** Adds a team. Refusals: those of `mayManage`, `name-taken`. */
export function addTeam(actor: StaffActor, name: string): Promise<Changed> {
  return changing(actor, async (tx) => {
    if (await isTaken(tx, name)) return { refused: "name-taken" };
    const teamId = randomUUID();
    await tx.team.create({ data: { id: teamId, name, createdAt: now() } });
    await audit(tx, actor, "TeamAdded", { teamId });
    return { ok: true };
  });
}

/** Gives a team another name. Refusals: those of `mayManage`, `team-unknown`, `name-taken`. */
export function renameTeam(actor: StaffActor, teamId: string, name: string): Promise<Changed> {
  return changing(actor, async (tx) => {
    if (!(await held(tx, teamId))) return { refused: "team-unknown" };
    if (await isTaken(tx, name, teamId)) return { refused: "name-taken" };
    await tx.team.update({ where: { id: teamId }, data: { name } });
    await audit(tx, actor, "TeamRenamed", { teamId });
    return { ok: true };
  });
}

/**
 * Removes a team nobody is in and in which no case is open; whoever is just putting somebody or something there goes first. Its
 * row stays for the timelines of what it answered, which only those see who see all. Refusals: those of `mayManage`,
 * `team-unknown`, `in-use` with what is in it.
 */
export function removeTeam(actor: StaffActor, teamId: string): Promise<Changed> {
  return changing(actor, async (tx) => {
    if (!(await held(tx, teamId))) return { refused: "team-unknown" };
    const people = await tx.staff.count({ where: { teamId } });
    const open = await tx.subjectRequest.count({ where: { teamId, isOnDesk: true } });
    if (people + open > 0) return { refused: "in-use", people, open };
    await tx.team.update({ where: { id: teamId }, data: { removedAt: now() } });
    await audit(tx, actor, "TeamRemoved", { teamId });
    return { ok: true };
  });
}

/** One change of the list after the other: two of one name at once are then one. */
async function changing(actor: StaffActor, work: (tx: Tx) => Promise<Changed>): Promise<Changed> {
  const no = mayManage(actor);
  if (no) return no;
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${locks.teams})`;
    return work(tx);
  });
}

async function held(tx: Tx, teamId: string): Promise<boolean> {
  return (await tx.$queryRaw<unknown[]>`select 1 from "Team" where id = ${teamId}::uuid and "removedAt" is null for update`).length > 0;
}

async function isTaken(tx: Tx, name: string, but?: string): Promise<boolean> {
  const same = await tx.team.findFirst({ where: { name: { equals: name, mode: "insensitive" }, removedAt: null, ...(but ? { id: { not: but } } : {}) }, select: { id: true } });
  return same !== null;
}
