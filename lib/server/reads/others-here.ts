import "server-only";
import type { StaffActor } from "../actor";
import { now } from "../clock";
import { db } from "../db";
import { seenBy } from "../reach";
import { staffNames } from "./staff";

/** As long after somebody last opened a case they are taken to be at it. */
const hereMs = 10 * 60_000;

export type OtherHere = { name: string; at: string };

/** Who else opened this case a short while ago, the last first: read off the looks on record, so that opening a page writes no more than it did. */
export async function othersHere(actor: StaffActor, reference: string): Promise<OtherHere[]> {
  if (!actor.permissions.has("case.read")) return [];
  const looks = await db().$queryRaw<{ actor: string; at: Date }[]>`
    select actor, max(at) as at from "Event"
    where reference = (select reference from "SubjectRequest" as request where reference = ${reference} and ${seenBy(actor)}) and sequence is null and type = 'CaseViewed' and at > ${new Date(now().getTime() - hereMs)} and actor <> ${`staff:${actor.id}`}
    group by actor order by 2 desc limit 5`;
  const names = await staffNames(looks.map((look) => look.actor));
  return looks.flatMap(({ actor: who, at }) => (names[who] ? [{ name: names[who], at: at.toISOString() }] : []));
}
