import "server-only";
import { isWithin, type Placed, reachOf, scopeOf, type Viewer } from "@/lib/access/case-scope";
import { rolesWith } from "@/lib/access/permissions";
import { addDays, type CalendarDate } from "@/lib/law/calendar";
import { isAwayOn } from "@/lib/request/absence";
import { firstThresholdDays, reminderDue, type ReminderKind, toldTo, type Watched } from "@/lib/request/reminders";
import { owingStates } from "@/lib/request/request";
import { awayOf } from "./absence";
import type { ClockFacts } from "./clock-facts";
import { db, type Tx } from "./db";
import { locks } from "./locks";
import { enqueue } from "./jobs/enqueue";

/** As many as `fetch` says below: SQL takes no parameter there. */
const batch = 2_000;
/** Long enough for a morning on which 100,000 cases are due. */
const timeoutMs = 120_000;

export type Decision = { digests: number; reminders: number; untold: number };
type Candidate = Watched & Placed & { reference: string };
/** `away`: each who is out of office today, with who stands in, if anybody. */
type Team = { handlers: ReadonlyMap<string, Viewer>; dpos: readonly string[]; away: ReadonlyMap<string, string | null> };
type Row = { reference: string; kind: ReminderKind; on: CalendarDate; staffId: string; digestId: string };

/**
 * Decides who is reminded of what today, with the jobs that tell them, in one transaction: all of it or nothing. Whoever had
 * their mail of the day gets the rest with the next. Two statements for each 2,000 cases. Null: another worker is deciding.
 */
export function decideReminders(clock: ClockFacts): Promise<Decision | null> {
  return db().$transaction(
    async (tx) => {
      const [free] = await tx.$queryRaw<{ ok: boolean }[]>`select pg_try_advisory_xact_lock(${locks.reminders}) as ok`;
      if (!free?.ok) return null;
      const staff = await tx.staff.findMany({ where: { disabledAt: null, roles: { hasSome: rolesWith("case.handle") } }, select: { id: true, roles: true, teamId: true, caseScope: true, awayFrom: true, awayUntil: true, standInId: true } });
      const team = {
        handlers: new Map(staff.map(({ id, teamId, roles, caseScope }) => [id, { id, teamId, caseScope: scopeOf(roles, caseScope) }])),
        dpos: staff.filter((one) => one.roles.includes("dpo")).map(({ id }) => id),
        away: new Map(staff.filter((one) => isAwayOn(awayOf(one), clock.today)).map(({ id, standInId }) => [id, standInId])),
      };
      const digests = await openDigests(tx, [...team.handlers.keys()], clock);
      if (digests.size === 0 && staff.length > 0) return { digests: 0, reminders: 0, untold: 0 };
      const found = await walk(tx, clock, team, digests);
      return { ...found, digests: await closeDigests(tx, [...digests.values()]) };
    },
    { timeout: timeoutMs },
  );
}

/** A digest for each who has none today: the unique key lets only one worker make it. */
async function openDigests(tx: Tx, staffIds: string[], { today, at }: ClockFacts): Promise<Map<string, string>> {
  const made = await tx.$queryRaw<{ id: string; staffId: string }[]>`
    insert into "Digest" (id, "staffId", "on", "createdAt") select gen_random_uuid(), person, ${today}::date, ${at} from unnest(${staffIds}::uuid[]) person
    on conflict do nothing returning id::text, "staffId"::text`;
  return new Map(made.map(({ id, staffId }) => [staffId, id]));
}

async function walk(tx: Tx, { today, policy }: ClockFacts, team: Team, digests: ReadonlyMap<string, string>): Promise<Omit<Decision, "digests">> {
  await declareCandidates(tx, today, addDays(today, -policy.lapseAlarmDays));
  const total = { reminders: 0, untold: 0 };
  for (;;) {
    const candidates = await tx.$queryRaw<Candidate[]>`fetch 2000 from candidates`;
    const rows = candidates.flatMap((one): Row[] => {
      const reminder = reminderDue(one, today, policy);
      if (!reminder) return [];
      const holder = one.assigneeId && team.handlers.has(one.assigneeId) ? one.assigneeId : null;
      const audience = toldTo(reminder.kind, holder, team.dpos, holder ? deputiesOf(one, holder, team) : []);
      if (audience.length === 0) total.untold += 1;
      return audience.flatMap((staffId) => {
        const digestId = digests.get(staffId);
        return digestId ? [{ ...reminder, reference: one.reference, staffId, digestId }] : [];
      });
    });
    if (rows.length > 0) total.reminders += await insert(tx, rows);
    if (candidates.length < batch) return total;
  }
}

/** Of somebody who is away: who stands in, where they see the case and are here themselves; else the DPOs. */
function deputiesOf(placed: Placed, holder: string, { handlers, dpos, away }: Team): readonly string[] {
  const standIn = away.get(holder);
  if (standIn === undefined) return [];
  const viewer = standIn !== null && !away.has(standIn) ? handlers.get(standIn) : undefined;
  return viewer && isWithin(reachOf(viewer), placed) ? [viewer.id] : dpos;
}

/** Rows of the queue that may matter today, each of the six ways through its own index; read in batches from one snapshot. */
async function declareCandidates(tx: Tx, today: CalendarDate, suspendedSince: CalendarDate): Promise<void> {
  const soon = addDays(today, firstThresholdDays);
  await tx.$executeRaw`
    declare candidates no scroll cursor for
    select reference, state, "dueOn"::text, "targetOn"::text, suspended, "suspendedOn"::text, "hasLettersToPost", "effectAtOnce", "taskDueOn"::text, "assigneeId"::text, "teamId"::text from "SubjectRequest"
      where state = any(${owingStates}::text[]) and not suspended and "dueOn" <= ${soon}::date
    union all
    select reference, state, "dueOn"::text, "targetOn"::text, suspended, "suspendedOn"::text, "hasLettersToPost", "effectAtOnce", "taskDueOn"::text, "assigneeId"::text, "teamId"::text from "SubjectRequest"
      where state = any(${owingStates}::text[]) and not suspended and "targetOn" <= ${today}::date and "dueOn" > ${soon}::date
    union all
    select reference, state, "dueOn"::text, "targetOn"::text, suspended, "suspendedOn"::text, "hasLettersToPost", "effectAtOnce", "taskDueOn"::text, "assigneeId"::text, "teamId"::text from "SubjectRequest"
      where state = any(${owingStates}::text[]) and suspended and "suspendedOn" <= ${suspendedSince}::date
    union all
    select reference, state, "dueOn"::text, "targetOn"::text, suspended, "suspendedOn"::text, "hasLettersToPost", "effectAtOnce", "taskDueOn"::text, "assigneeId"::text, "teamId"::text from "SubjectRequest"
      where state = any(${owingStates}::text[]) and suspended and "effectAtOnce" and "targetOn" <= ${today}::date
    union all
    select reference, state, "dueOn"::text, "targetOn"::text, suspended, "suspendedOn"::text, "hasLettersToPost", "effectAtOnce", "taskDueOn"::text, "assigneeId"::text, "teamId"::text from "SubjectRequest"
      where "hasLettersToPost" and (not (state = any(${owingStates}::text[])) or suspended or "dueOn" > ${soon}::date)
    union all
    select reference, state, "dueOn"::text, "targetOn"::text, suspended, "suspendedOn"::text, "hasLettersToPost", "effectAtOnce", "taskDueOn"::text, "assigneeId"::text, "teamId"::text from "SubjectRequest"
      where state = any(${owingStates}::text[]) and "taskDueOn" < ${today}::date and (suspended or "dueOn" > ${soon}::date)`;
}

/** Writes those that were not said before; returns how many they are. */
function insert(tx: Tx, rows: readonly Row[]): Promise<number> {
  return tx.$executeRaw`
    insert into "Reminder" (reference, kind, "on", "staffId", "digestId")
    select * from unnest(${rows.map((row) => row.reference)}::text[], ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.on)}::date[], ${rows.map((row) => row.staffId)}::uuid[], ${rows.map((row) => row.digestId)}::uuid[])
    on conflict do nothing`;
}

/** Those with nothing to say are dropped, so that what comes up later today still has one; the others are sent. */
async function closeDigests(tx: Tx, ids: string[]): Promise<number> {
  await tx.digest.deleteMany({ where: { id: { in: ids }, reminders: { none: {} } } });
  const left = await tx.digest.findMany({ where: { id: { in: ids } }, select: { id: true } });
  for (const { id } of left) await enqueue(tx, "send-digest", { digestId: id }, { key: `digest:${id}` });
  return left.length;
}
