import "server-only";
import { addDays, type CalendarDate } from "@/lib/law/calendar";
import { farthestDays, taskReminderOn } from "@/lib/request/task-reminders";
import type { ClockFacts } from "../clock-facts";
import { db, type Tx } from "../db";
import { enqueue } from "../jobs/enqueue";
import { locks } from "../locks";
import { goodUntil } from "./link";
import { dayOf } from "../date-column";

type Due = { taskId: string; departmentId: string; on: CalendarDate };

/**
 * Decides which departments are reminded of what today, with the mails, in one transaction: all of it or nothing; at most one mail a
 * day and department, what comes up after it waits for the next. Gives how many departments. None while another worker decides.
 */
export function decideTaskReminders(clock: ClockFacts): Promise<number> {
  return db().$transaction(async (tx) => {
    const [free] = await tx.$queryRaw<{ ok: boolean }[]>`select pg_try_advisory_xact_lock(${locks.taskReminders}) as ok`;
    const due = free?.ok ? await dueOf(tx, clock) : [];
    if (due.length === 0) return 0;
    const digests = await openDigests(tx, [...new Set(due.map(({ departmentId }) => departmentId))], clock);
    const told = due.flatMap(({ taskId, departmentId, on }) => {
      const digestId = digests.get(departmentId);
      return digestId ? [{ taskId, on, digestId }] : [];
    });
    await tx.$executeRaw`
      insert into "TaskReminder" ("taskId", "on", "digestId")
      select * from unnest(${told.map((each) => each.taskId)}::uuid[], ${told.map((each) => each.on)}::date[], ${told.map((each) => each.digestId)}::uuid[])`;
    // The mail holds their links, so these go on being good.
    await tx.departmentTask.updateMany({ where: { id: { in: told.map(({ taskId }) => taskId) } }, data: { linkUntil: goodUntil(clock.at) } });
    for (const id of digests.values()) await enqueue(tx, "send-task-digest", { digestId: id }, { key: `task-digest:${id}` });
    return digests.size;
  });
}

/** Open tasks of whose date their department has not been told yet. One whose first mail has not left is not spoken of. */
async function dueOf(tx: Tx, { today, holidays }: ClockFacts): Promise<Due[]> {
  const open = await tx.departmentTask.findMany({
    where: { state: "open", mail: "sent", dueOn: { lte: new Date(addDays(today, farthestDays)) } },
    orderBy: { dueOn: "asc" },
    select: { id: true, departmentId: true, askedOn: true, dueOn: true, reminders: { orderBy: { on: "desc" }, take: 1, select: { on: true } } },
  });
  return open.flatMap(({ id, departmentId, askedOn, dueOn, reminders }) => {
    const on = taskReminderOn({ askedOn: dayOf(askedOn), dueOn: dayOf(dueOn) }, today, holidays);
    const last = reminders[0] && dayOf(reminders[0].on);
    return on === null || (last && last >= on) ? [] : [{ taskId: id, departmentId, on }];
  });
}

/** A digest for each that has none today: the unique key lets only one worker make it. */
async function openDigests(tx: Tx, departmentIds: string[], { today, at }: ClockFacts): Promise<Map<string, string>> {
  const made = await tx.$queryRaw<{ id: string; departmentId: string }[]>`
    insert into "TaskDigest" (id, "departmentId", "on", "createdAt") select gen_random_uuid(), each, ${today}::date, ${at} from unnest(${departmentIds}::uuid[]) each
    on conflict do nothing returning id::text, "departmentId"::text`;
  return new Map(made.map(({ id, departmentId }) => [departmentId, id]));
}
