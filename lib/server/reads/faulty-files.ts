import "server-only";
import type { StaffActor } from "../actor";
import { seenBy } from "../reach";
import { db } from "../db";

const shown = 20;

/** The cases with a file that is damaged or missing (file-fault.ts), twenty at most: staff are told before they look for it. */
export async function casesWithFaultyFiles(actor: StaffActor): Promise<string[]> {
  if (!actor.permissions.has("case.read")) return [];
  const found = await db().$queryRaw<{ reference: string }[]>`
    select distinct file.reference from "File" file join "SubjectRequest" as request on request.reference = file.reference
    where file.fault is not null and ${seenBy(actor)} order by file.reference limit ${shown}`;
  return found.map(({ reference }) => reference);
}
