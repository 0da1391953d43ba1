import "server-only";
import type { CalendarDate } from "@/lib/law/calendar";
import type { Right } from "@/lib/law/rights";
import { closedStates, type RequestState } from "@/lib/request/request";
import type { StaffActor } from "../actor";
import { seenBy } from "../reach";
import { db } from "../db";

export type OtherRequest = { reference: string; rights: Right[]; state: RequestState; isClosed: boolean; receivedOn: CalendarDate; dueOn: CalendarDate };

/** How many are pointed out. */
const most = 10;

/** Other requests from the same e-mail address that the reader sees, the newest first: facts of the queue, no personal data. */
export async function samePerson(actor: StaffActor, reference: string): Promise<OtherRequest[]> {
  if (!actor.permissions.has("case.read")) return [];
  const rows = await db().$queryRaw<Omit<OtherRequest, "isClosed">[]>`
    select request.reference, request.rights, request.state, request."receivedOn"::text as "receivedOn", request."dueOn"::text as "dueOn"
    from (select reference, "emailToken" from "SubjectRequest" as request where reference = ${reference} and ${seenBy(actor)}) me
      join "SubjectRequest" as request on request."emailToken" = me."emailToken" and request.reference <> me.reference
    where ${seenBy(actor)} order by request."receivedOn" desc, request.reference limit ${most}`;
  return rows.map((row) => ({ ...row, isClosed: closedStates.has(row.state) }));
}
