import "server-only";
import type { CalendarDate } from "@/lib/law/calendar";
import type { Right } from "@/lib/law/rights";
import { closedStates, type RequestState } from "@/lib/request/request";
import type { StaffActor } from "../actor";
import { db } from "../db";

export type OtherRequest = { reference: string; rights: Right[]; state: RequestState; isClosed: boolean; receivedOn: CalendarDate; dueOn: CalendarDate };

/** How many are pointed out. */
const most = 10;

/** Other requests from the same e-mail address, the newest first: facts of the queue, no personal data. */
export async function samePerson(actor: StaffActor, reference: string): Promise<OtherRequest[]> {
  if (!actor.permissions.has("case.read")) return [];
  const rows = await db().$queryRaw<Omit<OtherRequest, "isClosed">[]>`
    select other.reference, other.rights, other.state, other."receivedOn"::text as "receivedOn", other."dueOn"::text as "dueOn"
    from "SubjectRequest" me join "SubjectRequest" other on other."emailToken" = me."emailToken" and other.reference <> me.reference
    where me.reference = ${reference} order by other."receivedOn" desc, other.reference limit ${most}`;
  return rows.map((row) => ({ ...row, isClosed: closedStates.has(row.state) }));
}
