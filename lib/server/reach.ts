import "server-only";
import { reachOf, type Viewer } from "@/lib/access/case-scope";
import type { RequesterActor, SystemActor, TaskActor } from "./actor";
import { type Prisma, sql } from "./db";

/** Who may ask: an actor, or the row of a member of staff who is written to. */
type Seer = ({ kind: "staff" } & Viewer) | RequesterActor | TaskActor | SystemActor;
type Bounds = { reference: string } | { assigneeId: string; teamId: string | null } | null;

/** Which cases an actor sees: lib/access/case-scope.ts for staff, one for the person and for a department, all for the worker. Null: all. */
function boundsOf(actor: Seer): Bounds {
  if (actor.kind === "system") return null;
  return actor.kind === "staff" ? reachOf(actor) : { reference: actor.reference };
}

/**
 * The condition on a case that an actor sees it. Every read and every write of a case on somebody's behalf asks this one or,
 * written as SQL, the next: what it leaves out is not found, in the same statement as what does not exist.
 */
export function casesOf(actor: Seer): Prisma.SubjectRequestWhereInput {
  const bounds = boundsOf(actor);
  if (bounds === null) return {};
  if ("reference" in bounds) return bounds;
  const { assigneeId, teamId } = bounds;
  return teamId === null ? { assigneeId } : { OR: [{ teamId }, { assigneeId }] };
}

/** The same for a statement written out in which the case's row is called `request`. */
export function seenBy(actor: Seer): Prisma.Sql {
  const bounds = boundsOf(actor);
  if (bounds === null) return sql`true`;
  if ("reference" in bounds) return sql`request.reference = ${bounds.reference}`;
  return sql`(request."assigneeId" = ${bounds.assigneeId}::uuid or request."teamId" = ${bounds.teamId}::uuid)`;
}
