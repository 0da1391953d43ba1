import "server-only";
import type { StaffActor } from "../actor";
import { sql } from "../db";
import { seenBy } from "../reach";
import type { Asked } from "./asked";

/** `toPost`: how many cases have letters to hand to the post, up to 1,001; a closed case may be one, its reply has not left yet. `faulty`: cases with a file that is damaged or missing (file-fault.ts), twenty at most. */
export type Notices = { toPost: number; faulty: string[] };

const [mostCounted, mostNamed] = [1_001, 20];

/** What staff are told above the queue, of the cases they see. */
export function notices(actor: StaffActor): Asked<Notices, Notices> {
  const statement = sql`
    select
      (select count(*)::int from (select 1 from "SubjectRequest" as request where "hasLettersToPost" and ${seenBy(actor)} order by "actOn", reference limit ${mostCounted}) held) as "toPost",
      array(select distinct file.reference from "File" file join "SubjectRequest" as request on request.reference = file.reference
        where file.fault is not null and ${seenBy(actor)} order by file.reference limit ${mostNamed}) as faulty`;
  return { statement: actor.permissions.has("case.read") ? statement : null, read: ([found]) => found ?? { toPost: 0, faulty: [] } };
}
