import "server-only";
import type { Right } from "@/lib/law/rights";
import { owingStates } from "@/lib/request/request";
import type { StaffActor } from "../actor";
import { feedOwner } from "../calendar/feed";
import { writeCalendar } from "../calendar/write-calendar";
import { now } from "../clock";
import { db } from "../db";
import { env } from "../env";
import { dayOf } from "../date-column";

/** The soonest of somebody's due dates that their calendar holds. */
const most = 1_000;

/**
 * The calendar behind a secret address, or null. The address is the proof, so no actor is asked; nothing of a case file is
 * read, so nothing is recorded. Their own cases alone, which whoever has them sees whatever their scope. Three statements, whatever the size.
 */
export async function calendarAt(name: string): Promise<string | null> {
  const owner = await feedOwner(name);
  if (!owner) return null;
  const rows = await db().subjectRequest.findMany({
    where: { assigneeId: owner.id, state: { in: [...owingStates] } },
    orderBy: [{ dueOn: "asc" }, { reference: "asc" }],
    take: most,
    select: { reference: true, version: true, rights: true, dueOn: true, suspended: true },
  });
  const dueDates = rows.map((row) => ({ ...row, rights: row.rights as Right[], dueOn: dayOf(row.dueOn) }));
  return writeCalendar(dueDates, { locale: owner.locale, publicUrl: env().publicUrl, at: now() });
}

/** Since when (UTC, ISO) one has a calendar address, or null. Not the address: only its hash is known. */
export async function calendarSince(actor: StaffActor): Promise<string | null> {
  const feed = await db().calendarFeed.findUnique({ where: { staffId: actor.id }, select: { createdAt: true } });
  return feed ? feed.createdAt.toISOString() : null;
}
