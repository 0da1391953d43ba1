import "server-only";
import { rolesWith } from "@/lib/access/permissions";
import { addDays, type CalendarDate } from "@/lib/law/calendar";
import type { Hand } from "@/lib/request/assignment-rule";
import { owingStates } from "@/lib/request/request";
import { db, type Tx } from "./db";

/** Beside what rules ask: their name, until when they are away (null: not away, or without an end), and what is late or due within a week of theirs. */
export type Load = Hand & { name: string; awayUntil: CalendarDate | null; overdue: number; soon: number };

/** Nobody is told apart by having more; a count of more would read through all of them. */
const mostCounted = 10_000;
const soonDays = 7;

/** The people of a team, or one person, with what they have open. One statement, through the index of each. */
export function handsOf(tx: Tx, who: { staffId: string } | { teamId: string }, today: CalendarDate): Promise<Hand[]> {
  const [staffId, teamId] = "staffId" in who ? [who.staffId, null] : [null, who.teamId];
  return tx.$queryRaw<Hand[]>`
    select staff.id::text, staff."teamId"::text, not coalesce(staff."awayFrom" <= ${today}::date and (staff."awayUntil" is null or staff."awayUntil" >= ${today}::date), false) as "isHere",
      (select count(*)::int from (select 1 from "SubjectRequest" where "assigneeId" = staff.id and "isOnDesk" limit ${mostCounted}) held) as open
    from "Staff" staff
    where (staff.id = ${staffId}::uuid or staff."teamId" = ${teamId}::uuid) and staff."disabledAt" is null and staff.roles && ${rolesWith("case.handle")}::text[]`;
}

/** Everybody who handles cases, by name, with what they have open: in one statement, over the rows on the desk. */
export function loads(today: CalendarDate): Promise<Load[]> {
  return db().$queryRaw<Load[]>`
    with held as materialized (
      select "assigneeId", count(*)::int as open, count(*) filter (where state = any(${owingStates}::text[]) and not suspended and "dueOn" < ${today}::date)::int as overdue,
        count(*) filter (where state = any(${owingStates}::text[]) and not suspended and "dueOn" between ${today}::date and ${addDays(today, soonDays)}::date)::int as soon
      from "SubjectRequest" where "isOnDesk" and "assigneeId" is not null group by "assigneeId")
    select staff.id::text, staff.name, staff."teamId"::text, not away.now as "isHere", case when away.now then staff."awayUntil"::text end as "awayUntil",
      coalesce(held.open, 0) as open, coalesce(held.overdue, 0) as overdue, coalesce(held.soon, 0) as soon
    from "Staff" staff left join held on held."assigneeId" = staff.id
      cross join lateral (select coalesce(staff."awayFrom" <= ${today}::date and (staff."awayUntil" is null or staff."awayUntil" >= ${today}::date), false) as now) away
    where staff."disabledAt" is null and staff.roles && ${rolesWith("case.handle")}::text[]
    order by staff.name, staff.id`;
}
