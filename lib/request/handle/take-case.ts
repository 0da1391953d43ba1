import { z } from "zod";
import { command, refuse } from "../command";

/** A member of staff takes the case, from nobody or from a colleague. Refusals: `already-taken` (by themselves). */
export const takeCase = command({
  name: "takeCase",
  permission: "case.handle",
  checksVersion: true,
  input: z.object({}).strict(),
  decide: ({ request, actor, newId }) => {
    if (actor.kind !== "staff") return refuse("no-permission");
    if (request.assigneeId === actor.id) return refuse("already-taken");
    return { events: [{ id: newId(), type: "CaseTaken", data: { staffId: actor.id } }] };
  },
});
