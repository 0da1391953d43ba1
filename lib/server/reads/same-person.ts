import "server-only";
import type { CalendarDate } from "@/lib/law/calendar";
import type { Right } from "@/lib/law/rights";
import { closedStates, type RequestState } from "@/lib/request/request";
import type { StaffActor } from "../actor";
import { seenBy } from "../reach";
import { db, sql } from "../db";

export type OtherRequest = { reference: string; rights: Right[]; state: RequestState; isClosed: boolean; receivedOn: CalendarDate; dueOn: CalendarDate };

/** How many are pointed out, of the newest and of those that ask the same again. */
const most = 10;

/**
 * Other requests from the same e-mail address that the reader sees, the newest first: the last ten, and the ten nearest of those that
 * ask for a right of this one within so many days of it, however many came since. Facts of the queue, no personal data. One statement.
 */
export async function samePerson(actor: StaffActor, reference: string, withinDays: number): Promise<OtherRequest[]> {
  if (!actor.permissions.has("case.read")) return [];
  const shown = sql`request.reference, request.rights, request.state, request."receivedOn", request."dueOn"`;
  const theirs = sql`from me join "SubjectRequest" as request on request."emailToken" = me."emailToken" and request.reference <> me.reference where ${seenBy(actor)}`;
  const rows = await db().$queryRaw<Omit<OtherRequest, "isClosed">[]>`
    with me as (select reference, "emailToken", rights, "receivedOn" from "SubjectRequest" as request where reference = ${reference} and ${seenBy(actor)})
    select reference, rights, state, "receivedOn"::text, "dueOn"::text from (
      (select ${shown} ${theirs} order by request."receivedOn" desc, request.reference limit ${most})
      union
      (select ${shown} ${theirs} and request.rights && me.rights and abs(request."receivedOn" - me."receivedOn") <= ${withinDays}::int
        order by abs(request."receivedOn" - me."receivedOn"), request.reference limit ${most})) as other
    order by other."receivedOn" desc, reference`;
  return rows.map((row) => ({ ...row, isClosed: closedStates.has(row.state) }));
}
