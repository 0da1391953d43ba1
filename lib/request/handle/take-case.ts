import { z } from "zod";
import { mayTake } from "@/lib/access/case-scope";
import { command, refuse } from "../command";

/** A member of staff takes the case, from nobody or from a colleague. Refusals: `no-permission` (they see only what they were given), `already-taken` (by themselves). */
export const takeCase = command({
  name: "takeCase",
  permission: "case.handle",
  checksVersion: true,
  input: z.object({}).strict(),
  to: (_, actor) => (actor.kind === "staff" ? { staffId: actor.id } : null),
  decide: ({ request, actor, receiver, newId }) => {
    if (actor.kind !== "staff" || !receiver || !mayTake(actor)) return refuse("no-permission");
    if (request.assigneeId === actor.id) return refuse("already-taken");
    return { events: [{ id: newId(), type: "CaseTaken", data: { staffId: actor.id, teamId: receiver.teamId } }] };
  },
});
