import "server-only";
import { addDays, type CalendarDate, isWorkingDay } from "@/lib/law/calendar";
import { farthestDays, lateEvery, mostPerMail, taskReminderOn } from "@/lib/request/task-reminders";
import type { ClockFacts } from "../clock-facts";
import { db, type Tx } from "../db";
import { enqueue } from "../jobs/enqueue";
import { locks } from "../locks";
import { goodUntil } from "./link";

/** As many as `fetch` says below: SQL takes no parameter there. */
const batch = 2_000;
/** Long enough for a morning on which 100,000 tasks are late. */
const timeoutMs = 120_000;

type Candidate = { taskId: string; departmentId: string; askedOn: CalendarDate; dueOn: CalendarDate; last: CalendarDate | null };
type Told = { taskId: string; on: CalendarDate; digestId: string };

/**
 * Decides which departments are reminded of what today, with the mails, in one transaction: all of it or nothing; at most one mail a
 * day and department, what comes up after it or is more than a mail holds waits for the next. Gives how many departments. None while
 * another worker decides, nor on a day nobody works. Three statements for each 2,000 tasks.
 */
export function decideTaskReminders(clock: ClockFacts): Promise<number> {
  return db().$transaction(
    async (tx) => {
      const [free] = await tx.$queryRaw<{ ok: boolean }[]>`select pg_try_advisory_xact_lock(${locks.taskReminders}) as ok`;
      if (!free?.ok || !isWorkingDay(clock.today, clock.holidays)) return 0;
      const digests = await openDigests(tx, clock);
      if (digests.size === 0) return 0;
      await walk(tx, clock, digests);
      return closeDigests(tx, [...digests.values()]);
    },
    { timeout: timeoutMs },
  );
}

/** A digest for each that has none today: the unique key lets only one worker make it. */
async function openDigests(tx: Tx, { today, at }: ClockFacts): Promise<Map<string, string>> {
  const made = await tx.$queryRaw<{ id: string; departmentId: string }[]>`
    insert into "TaskDigest" (id, "departmentId", "on", "createdAt") select gen_random_uuid(), id, ${today}::date, ${at} from "Department"
    on conflict do nothing returning id::text, "departmentId"::text`;
  return new Map(made.map(({ id, departmentId }) => [departmentId, id]));
}

/** Until every mail is full, or nothing is left. */
async function walk(tx: Tx, clock: ClockFacts, digests: ReadonlyMap<string, string>): Promise<void> {
  await declareCandidates(tx, clock, [...digests.keys()]);
  const room = new Map([...digests.keys()].map((departmentId) => [departmentId, mostPerMail]));
  for (;;) {
    const candidates = await tx.$queryRaw<Candidate[]>`fetch 2000 from candidates`;
    const told = candidates.flatMap(({ taskId, departmentId, askedOn, dueOn, last }): Told[] => {
      const on = taskReminderOn({ askedOn, dueOn }, clock.today, clock.holidays);
      const [digestId, left = 0] = [digests.get(departmentId), room.get(departmentId)];
      if (on === null || (last && last >= on) || !digestId || left === 0) return [];
      room.set(departmentId, left - 1);
      return [{ taskId, on, digestId }];
    });
    if (told.length > 0) await insert(tx, told, clock);
    if (candidates.length < batch || [...room.values()].every((left) => left === 0)) return;
  }
}

/** Open tasks of whose date their department may not have been told yet, those first of which it was told longest ago. One whose first mail has not left is not spoken of. */
async function declareCandidates(tx: Tx, { today }: ClockFacts, departmentIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    declare candidates no scroll cursor for
    select task.id::text as "taskId", task."departmentId"::text, task."askedOn"::text, task."dueOn"::text, said.last::text
    from "DepartmentTask" task, lateral (select max("on") as last from "TaskReminder" where "taskId" = task.id) said
    where task.state = 'open' and task.mail = 'sent' and task."dueOn" <= ${addDays(today, farthestDays)}::date and task."departmentId" = any(${[...departmentIds]}::uuid[])
      and (said.last is null or task."dueOn" > ${today}::date or said.last < task."dueOn" + (${today}::date - task."dueOn") / ${lateEvery}::int * ${lateEvery}::int)
    order by said.last nulls first, task."dueOn", task.id`;
}

async function insert(tx: Tx, told: readonly Told[], { at }: ClockFacts): Promise<void> {
  await tx.$executeRaw`
    insert into "TaskReminder" ("taskId", "on", "digestId")
    select * from unnest(${told.map((each) => each.taskId)}::uuid[], ${told.map((each) => each.on)}::date[], ${told.map((each) => each.digestId)}::uuid[])`;
  // The mail holds their links, so these go on being good.
  await tx.departmentTask.updateMany({ where: { id: { in: told.map(({ taskId }) => taskId) } }, data: { linkUntil: goodUntil(at) } });
}

/** Those with nothing to say are dropped, so that what comes up later today still has one; the others are sent. */
async function closeDigests(tx: Tx, ids: string[]): Promise<number> {
  await tx.taskDigest.deleteMany({ where: { id: { in: ids }, reminders: { none: {} } } });
  const left = await tx.taskDigest.findMany({ where: { id: { in: ids } }, select: { id: true } });
  for (const { id } of left) await enqueue(tx, "send-task-digest", { digestId: id }, { key: `task-digest:${id}` });
  return left.length;
}
