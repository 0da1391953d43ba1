import "server-only";
import type { StaffActor } from "../actor";
import { sql } from "../db";
import type { Asked } from "./asked";

export type View = { id: string; name: string; query: string; isShared: boolean; isMine: boolean; by: string };

/** One's own views and those colleagues share, by name. */
export function views(actor: StaffActor): Asked<View, View[]> {
  const statement = sql`
    select view.id, view.name, query, "isShared", "staffId" = ${actor.id}::uuid as "isMine", staff.name as by
    from "QueueView" view join "Staff" staff on staff.id = "staffId" where "staffId" = ${actor.id}::uuid or "isShared" order by view."createdAt" desc limit 100`;
  return { statement: actor.permissions.has("case.read") ? statement : null, read: (found) => (found.length < 2 ? found : found.sort(inOrder(actor.locale))) };
}

function inOrder(locale: string): (one: View, other: View) => number {
  const { compare } = new Intl.Collator(locale);
  return (one, other) => compare(one.name, other.name);
}
