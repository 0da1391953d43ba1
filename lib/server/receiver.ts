import "server-only";
import { rolesWith } from "@/lib/access/permissions";
import type { Destination, Receiver } from "@/lib/request/command";
import type { Tx } from "./db";

/**
 * Who can take a case as asked, held still until the transaction ends: a change of team waits for it, or it for the change.
 * Null for nobody, and where they work here no more, handle no cases, or there is no such team.
 */
export async function receiverOf(tx: Tx, to: Destination): Promise<Receiver | null> {
  if (to === null) return null;
  const [found] =
    "teamId" in to
      ? await tx.$queryRaw<Receiver[]>`select null as "staffId", id::text as "teamId" from "Team" where id = ${to.teamId}::uuid and "removedAt" is null for share`
      : await tx.$queryRaw<Receiver[]>`select id::text as "staffId", "teamId"::text from "Staff" where id = ${to.staffId}::uuid and "disabledAt" is null and roles && ${rolesWith("case.handle")}::text[] for share`;
  return found ?? null;
}
