import "server-only";
import { addDays, daysBetween } from "@/lib/law/calendar";
import { daysOf, type Month, monthOf, monthsBetween } from "@/lib/request/figures/period";
import { closedStates } from "@/lib/request/request";
import { askedWords } from "@/lib/request/search-words";
import type { StaffActor } from "../actor";
import { db } from "../db";
import { seenBy } from "../reach";
import { tokensOf } from "../search-entry";
import type { CaseView } from "./case";
import type { OtherRequest } from "./same-person";

/** How many are pointed out, of how many that are looked at: a name that stands in more of them tells nothing. */
const [most, mostNamed] = [10, 200];

/**
 * Other requests the reader sees in which the words of this requester's name stand, which ask for one of its rights within so many
 * days, where one of the two gives no e-mail address: with two of these, the address tells (`samePerson`). A hint and no more, since
 * names are shared. The words are looked for in their index month by month, the nearest first; a name of one word says too little. One statement.
 */
export async function sameName(actor: StaffActor, { request: { reference, receivedOn }, caseFile, sameRequestDays: days }: Pick<CaseView, "request" | "caseFile" | "sameRequestDays">): Promise<OtherRequest[]> {
  const words = askedWords(caseFile?.requester.name ?? "");
  if (words.length < 2 || !actor.permissions.has("case.read")) return [];
  const away = (month: Month) => Math.abs(daysBetween(receivedOn, daysOf({ from: month, until: month }).firstOn));
  const months = monthsBetween(monthOf(addDays(receivedOn, -days)), monthOf(addDays(receivedOn, days))).sort((one, other) => away(one) - away(other));
  const rows = await db().$queryRaw<Omit<OtherRequest, "isClosed">[]>`
    with me as materialized (select reference, "emailToken", rights, "receivedOn" from "SubjectRequest" as request where reference = ${reference} and ${seenBy(actor)}),
      named as materialized (
        select entry.reference from unnest(${months.map((month) => Number(month.replace("-", "")))}::bigint[]) as month, lateral (select reference from "SearchEntry" where tokens @> (${await tokensOf(words)}::bigint[] || month)) as entry limit ${mostNamed})
    select request.reference, request.rights, request.state, request."receivedOn"::text as "receivedOn", request."dueOn"::text as "dueOn"
    from me, named, lateral (select * from "SubjectRequest" as request where request.reference = named.reference and ${seenBy(actor)} offset 0) as request
    where request.reference <> me.reference and (me."emailToken" is null or request."emailToken" is null)
      and request.rights && me.rights and abs(request."receivedOn" - me."receivedOn") <= ${days}::int
    order by abs(request."receivedOn" - me."receivedOn"), request.reference limit ${most}`;
  return rows.map((row) => ({ ...row, isClosed: closedStates.has(row.state) }));
}
