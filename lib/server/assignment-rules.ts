import "server-only";
import type { CalendarDate } from "@/lib/law/calendar";
import { type Asked, type AssignmentRule, changedRules, receiverBy, ruleFor, type RulesChange } from "@/lib/request/assignment-rule";
import type { Receiver } from "@/lib/request/command";
import { ruleActor, type StaffActor } from "./actor";
import { actorText } from "./actor";
import { audit } from "./audit";
import { now } from "./clock";
import { db, type Tx } from "./db";
import { handsOf } from "./hands";
import { enqueue } from "./jobs/enqueue";
import { locks } from "./locks";
import { receiverOf } from "./receiver";

export type Rules = { version: number; rules: AssignmentRule[] };

/** The rules in force; version 0 before the first change. One statement. */
export async function newestRules(tx: Tx = db()): Promise<Rules> {
  const row = await tx.assignmentRules.findFirst({ orderBy: { version: "desc" }, select: { version: true, content: true } });
  return row ? { version: row.version, rules: row.content as AssignmentRule[] } : { version: 0, rules: [] };
}

/**
 * Where the rules put a request that begins, and that they did; null where none fits or it leads to nobody. One statement
 * where none fits, three more at most: who that is today, and that they are still there, held until this is written.
 */
export async function placedByRules(tx: Tx, asked: Asked, today: CalendarDate): Promise<(Receiver & { by: string }) | null> {
  const rule = ruleFor((await newestRules(tx)).rules, asked);
  if (!rule) return null;
  const { to } = rule;
  const hands = "teamId" in to ? [] : await handsOf(tx, "leastOf" in to ? { teamId: to.leastOf } : to, today);
  const meant = receiverBy(rule, hands);
  const { staffId, teamId } = meant ?? { staffId: null, teamId: null };
  const receiver = (staffId && (await receiverOf(tx, { staffId }))) || (teamId && (await receiverOf(tx, { teamId }))) || null;
  return receiver && { ...receiver, by: actorText(ruleActor()) };
}

type Refused = { refused: "no-permission" | "changed-meanwhile" | "rule-unknown" };

/** Changes the list as it was `seen`. Refusals: `no-permission`, `changed-meanwhile` (by a colleague), `rule-unknown` (not there, or no room). */
export async function changeRules(actor: StaffActor, seen: number, change: RulesChange): Promise<{ ok: true } | Refused> {
  if (!actor.permissions.has("assignment.manage")) return { refused: "no-permission" };
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${locks.assignmentRules})`;
    const { version, rules } = await newestRules(tx);
    if (version !== seen) return { refused: "changed-meanwhile" as const };
    const content = changedRules(rules, change);
    if (!content) return { refused: "rule-unknown" as const };
    await tx.assignmentRules.create({ data: { version: version + 1, at: now(), staffId: actor.id, content } });
    await audit(tx, actor, "AssignmentRulesChanged", { settingsVersion: version + 1, changes: Object.keys(change) });
    return { ok: true as const };
  });
}

/** Has the rules as they were `seen` applied to what nobody has and no team: by a job. Refusals: `no-permission`, `changed-meanwhile`. */
export async function applyRules(actor: StaffActor, seen: number): Promise<{ ok: true } | Refused> {
  if (!actor.permissions.has("assignment.manage")) return { refused: "no-permission" };
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${locks.assignmentRules})`;
    const { version } = await newestRules(tx);
    if (version !== seen) return { refused: "changed-meanwhile" as const };
    await audit(tx, actor, "AssignmentRulesApplied", { settingsVersion: version });
    await enqueue(tx, "apply-rules", { version }, { key: `apply-rules:${version}` });
    return { ok: true as const };
  });
}
