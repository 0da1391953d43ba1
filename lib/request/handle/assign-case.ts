import { z } from "zod";
import { command, refuse } from "../command";

/**
 * Gives the case to a colleague, or back to the queue (null); who may be given one is the caller's to know. The person is not
 * told: only taking a case says that somebody looks after it. Refusals: `already-taken` (it is theirs).
 */
export const assignCase = command({
  name: "assignCase",
  permission: "case.handle",
  input: z.object({ staffId: z.uuid("choice").nullable() }).strict(),
  decide: ({ request, input: { staffId }, newId }) => {
    if (request.assigneeId === staffId) return refuse("already-taken");
    return { events: [{ id: newId(), type: "CaseAssigned", data: { staffId } }] };
  },
});
